package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What an issuer must be before a council trusts it. */
final class IssuerRules {
  static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
  static final int LONGEST = 200;
  static final int LONGEST_LABEL = 100;
  private static final int LEAST_RSA_BITS = 2048;

  private IssuerRules() {}

  static void check(IssuerEntry entry, String path, boolean demoMode, Problems problems) {
    text(entry.issuer(), path + ".issuer", LONGEST, problems);
    text(entry.audience(), path + ".audience", LONGEST, problems);
    if (!ALGORITHMS.contains(entry.algorithm())) {
      problems.add(
          "UNKNOWN_ALGORITHM",
          path + ".algorithm",
          entry.algorithm(),
          "ES256 or RS256",
          "Tokens are signed with ES256 or RS256 and with nothing else.");
      return;
    }
    if (entry.demo() && !demoMode) {
      problems.add(
          "DEMO_ISSUER_OUTSIDE_DEMO",
          path + ".demo",
          "A demo issuer can be registered in demo mode only.");
    }
    checkKeys(entry, path + ".jwks", problems);
  }

  /** Answers whether the text can be used, also to ask the database for it. */
  static boolean text(String value, String path, int longest, Problems problems) {
    if (value.isBlank()) {
      problems.add("REQUIRED", path, "Expected a value, but it is blank.");
      return false;
    }
    Optional<String> fault = TextRule.findFault(value, longest);
    fault.ifPresent(what ->
        problems.add(
            "BAD_TEXT",
            path,
            TextRule.shown(value),
            "1 to " + longest + " plain characters",
            "The text " + what + "."));
    return fault.isEmpty();
  }

  /** Whether a token that the first accepts under a key is one that the other accepts as well. */
  static boolean acceptsAlike(IssuerEntry one, IssuerEntry other, String keyId) {
    return one.audience().equals(other.audience())
        && one.algorithm().equals(other.algorithm())
        && findThumbprint(one, keyId).equals(findThumbprint(other, keyId));
  }

  private static Optional<Base64URL> findThumbprint(IssuerEntry entry, String keyId) {
    try {
      JWK key = JWKSet.parse(entry.jwks()).getKeyByKeyId(keyId);
      return key == null ? Optional.empty() : Optional.of(key.computeThumbprint());
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static void checkKeys(IssuerEntry entry, String path, Problems problems) {
    JWKSet keys;
    try {
      keys = JWKSet.parse(entry.jwks());
    } catch (ParseException e) {
      problems.add("BAD_KEYS", path, "Expected a JSON Web Key Set.");
      return;
    }
    if (keys.isEmpty()) {
      problems.add("BAD_KEYS", path, "Expected at least one key.");
    }
    Set<String> seen = new HashSet<>();
    for (JWK key : keys.getKeys()) {
      if (key.isPrivate()) {
        problems.add("PRIVATE_KEY", path, "Expected public keys only, but one is private.");
      }
      if (key.getKeyID() == null || !seen.add(key.getKeyID())) {
        problems.add("BAD_KEYS", path, "Expected each key to have a kid of its own.");
      }
      if (!fits(key, entry.algorithm())) {
        problems.add(
            "BAD_KEYS",
            path,
            "Expected keys for %s: a P-256 curve, or RSA of at least %d bits."
                .formatted(entry.algorithm(), LEAST_RSA_BITS));
      }
    }
  }

  /** Whether signatures of that algorithm can be verified with the key. */
  static boolean fits(JWK key, String algorithm) {
    return switch (key) {
      case ECKey ec -> algorithm.equals("ES256") && ec.getCurve().equals(Curve.P_256);
      case RSAKey rsa -> algorithm.equals("RS256") && rsa.size() >= LEAST_RSA_BITS;
      default -> false;
    };
  }
}
