package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Holds a token against the issuer as the council has registered it: its audience, its algorithm
 * and its keys, whatever the token says of these.
 */
@Singleton
final class TokenVerifier {
  static final Duration SKEW = Duration.ofSeconds(60);
  private final Clock clock;
  private final DemoMode demoMode;

  TokenVerifier(Clock clock, DemoMode demoMode) {
    this.clock = clock;
    this.demoMode = demoMode;
  }

  void verify(TokenClaims token, IssuerEntry issuer) throws TokenRefused {
    if (issuer.demo() && !demoMode.on()) {
      throw new TokenRefused("a demo issuer is accepted in demo mode only");
    }
    if (!token.algorithm().equals(issuer.algorithm())) {
      throw new TokenRefused("the issuer signs with another algorithm");
    }
    verifySignature(token, key(token.keyId(), issuer));
    if (!token.claims().getAudience().contains(issuer.audience())) {
      throw new TokenRefused("it is meant for another audience");
    }
    verifyTimes(token.claims(), clock.instant());
  }

  private static JWK key(String keyId, IssuerEntry issuer) throws TokenRefused {
    JWK key;
    try {
      key = JWKSet.parse(issuer.jwks()).getKeyByKeyId(keyId);
    } catch (ParseException e) {
      throw new TokenRefused("the keys of the issuer cannot be read");
    }
    if (key == null) {
      throw new TokenRefused("the issuer has no such key");
    }
    boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
    if (!forSignatures || !IssuerRules.fits(key, issuer.algorithm())) {
      throw new TokenRefused("the key is not for signatures of that algorithm");
    }
    return key;
  }

  private static void verifySignature(TokenClaims token, JWK key) throws TokenRefused {
    try {
      if (!token.token().verify(verifier(key))) {
        throw new TokenRefused("the signature is wrong");
      }
    } catch (JOSEException e) {
      throw new TokenRefused("the signature cannot be verified");
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException, TokenRefused {
    return switch (key) {
      case ECKey ec -> new ECDSAVerifier(ec);
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      default -> throw new TokenRefused("the key is of an unknown kind");
    };
  }

  private static void verifyTimes(JWTClaimsSet claims, Instant now) throws TokenRefused {
    Instant expires = required("exp", claims.getExpirationTime());
    Instant issued = required("iat", claims.getIssueTime());
    Date notBefore = claims.getNotBeforeTime();
    if (!expires.plus(SKEW).isAfter(now)) {
      throw new TokenRefused("it has expired");
    }
    if (issued.minus(SKEW).isAfter(now)) {
      throw new TokenRefused("it was issued in the future");
    }
    if (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now)) {
      throw new TokenRefused("it is not valid yet");
    }
  }

  private static Instant required(String name, @Nullable Date value) throws TokenRefused {
    if (value == null) {
      throw new TokenRefused("it has no " + name);
    }
    return value.toInstant();
  }
}
