package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import council.platform.oidc.DiscoveredKeys;
import council.platform.oidc.KeysUnavailable;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The keys of a council's issuers, wherever they come from. */
@Singleton
final class IssuerKeys {
  private final DiscoveredKeys discovered;

  IssuerKeys(DiscoveredKeys discovered) {
    this.discovered = discovered;
  }

  /** The key with that id, which verifies signatures of the issuer's algorithm. */
  JWK get(String council, IssuerEntry issuer, String keyId) throws TokenRefused {
    List<JWK> keys = list(council, issuer, keyId);
    if (keys.isEmpty()) {
      throw new TokenRefused(Refusal.UNKNOWN_KEY, "the issuer has no such key");
    }
    return keys.stream()
        .filter(key -> isForSignatures(key, issuer))
        .findFirst()
        .orElseThrow(() ->
            new TokenRefused(Refusal.UNFIT_KEY, "the key is not for signatures of that algorithm"));
  }

  private List<JWK> list(String council, IssuerEntry issuer, String keyId) throws TokenRefused {
    try {
      return switch (issuer.keySource()) {
        case PINNED -> pinned(issuer, keyId).stream().toList();
        case DISCOVERED -> discovered.find(council, issuer.issuer(), keyId);
      };
    } catch (ParseException e) {
      throw new TokenRefused(Refusal.UNFIT_KEY, "the keys of the issuer cannot be read");
    } catch (KeysUnavailable e) {
      throw new TokenRefused(Refusal.KEYS_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<JWK> pinned(IssuerEntry issuer, String keyId) throws ParseException {
    String keys = Objects.requireNonNull(issuer.jwks());
    return Optional.ofNullable(JWKSet.parse(keys).getKeyByKeyId(keyId));
  }

  private static boolean isForSignatures(JWK key, IssuerEntry issuer) {
    boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
    return forSignatures && IssuerRules.fits(key, issuer.algorithm());
  }

  /**
   * Whether a token that the first accepts is one that the other accepts as well. Asks the issuer
   * where its keys are published.
   */
  boolean acceptAlike(String council, IssuerEntry one, IssuerEntry other, TokenFacts token) {
    return one.audience().equals(other.audience())
        && one.algorithm().equals(other.algorithm())
        && other.tokenType() == token.type()
        && livesNoLonger(token, other)
        && findThumbprint(council, other, token).equals(findThumbprint(council, one, token))
        && findThumbprint(council, other, token).isPresent();
  }

  static boolean livesNoLonger(TokenFacts token, IssuerEntry issuer) {
    Integer most = issuer.maxLifetimeSeconds();
    return most == null || token.lifetime().toSeconds() <= most;
  }

  private Optional<Base64URL> findThumbprint(String council, IssuerEntry issuer, TokenFacts token) {
    try {
      return Optional.of(get(council, issuer, token.keyId()).computeThumbprint());
    } catch (TokenRefused | JOSEException e) {
      return Optional.empty();
    }
  }

  /** Keys that are kept of the issuer are not kept any longer. */
  void forget(String council, String issuer) {
    discovered.forget(council, issuer);
  }
}
