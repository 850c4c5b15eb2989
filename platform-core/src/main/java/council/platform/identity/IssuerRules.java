package council.platform.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.List;
import java.util.Optional;

/** What holds for every issuer and every key. */
final class IssuerRules {
  static final List<String> ALGORITHMS = List.of("ES256", "RS256");
  static final int LONGEST = 200;
  static final int LONGEST_LABEL = 100;
  static final int LEAST_RSA_BITS = 2048;

  private IssuerRules() {}

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

  /** Whether signatures of that algorithm can be verified with the key. */
  static boolean fits(JWK key, String algorithm) {
    return switch (key) {
      case ECKey ec -> algorithm.equals("ES256") && ec.getCurve().equals(Curve.P_256);
      case RSAKey rsa -> algorithm.equals("RS256") && rsa.size() >= LEAST_RSA_BITS;
      default -> false;
    };
  }
}
