package council.platform.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import council.platform.oidc.IssuerAddresses;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an issuer must be before a council trusts it; every problem is found at once. */
@Singleton
final class IssuerCheck {
  private static final int LEAST_LIFETIME = 60;
  private static final int LONGEST_LIFETIME = 366 * 24 * 60 * 60;
  private final DemoMode demoMode;
  private final IssuerAddresses addresses;

  IssuerCheck(DemoMode demoMode, IssuerAddresses addresses) {
    this.demoMode = demoMode;
    this.addresses = addresses;
  }

  void check(IssuerEntry entry, String path, Problems problems) {
    boolean named =
        IssuerRules.text(entry.issuer(), path + ".issuer", IssuerRules.LONGEST, problems);
    IssuerRules.text(entry.audience(), path + ".audience", IssuerRules.LONGEST, problems);
    if (!IssuerRules.ALGORITHMS.contains(entry.algorithm())) {
      problems.add(
          "UNKNOWN_ALGORITHM",
          path + ".algorithm",
          TextRule.shown(entry.algorithm()),
          "ES256 or RS256",
          "Tokens are signed with ES256 or RS256 and with nothing else.");
    }
    if (entry.isDemo() && !demoMode.on()) {
      problems.add(
          "DEMO_ISSUER_OUTSIDE_DEMO",
          path + ".demo",
          "A demo issuer can be registered in demo mode only.");
    }
    checkLifetime(entry.maxLifetimeSeconds(), path + ".maxLifetimeSeconds", problems);
    switch (entry.keySource()) {
      case PINNED -> checkPinned(entry, path + ".jwks", problems);
      case DISCOVERED -> checkDiscovered(entry, named, path, problems);
    }
  }

  private static void checkLifetime(@Nullable Integer seconds, String path, Problems problems) {
    if (seconds != null && (seconds < LEAST_LIFETIME || seconds > LONGEST_LIFETIME)) {
      problems.add(
          "BAD_LIFETIME",
          path,
          seconds,
          "%d to %d seconds".formatted(LEAST_LIFETIME, LONGEST_LIFETIME),
          "The longest life of a token is out of range.");
    }
  }

  private void checkDiscovered(IssuerEntry entry, boolean named, String path, Problems problems) {
    if (entry.jwks() != null) {
      problems.add(
          "KEYS_NOT_EXPECTED",
          path + ".jwks",
          "Expected no keys, since they are discovered; leave them out, or pin them.");
    }
    if (named) {
      addresses
          .findFault(entry.issuer())
          .ifPresent(fault ->
              problems.add(
                  "BAD_ADDRESS",
                  path + ".issuer",
                  TextRule.shown(entry.issuer()),
                  "an address that begins with https://, of a host in the internet",
                  "The issuer's keys cannot be discovered: its address " + fault + "."));
    }
  }

  private static void checkPinned(IssuerEntry entry, String path, Problems problems) {
    String jwks = entry.jwks();
    if (jwks == null) {
      problems.add("REQUIRED", path, "Expected the keys that are to be pinned.");
      return;
    }
    try {
      checkKeys(entry, JWKSet.parse(jwks), path, problems);
    } catch (ParseException e) {
      problems.add("BAD_KEYS", path, "Expected a JSON Web Key Set.");
    }
  }

  private static void checkKeys(IssuerEntry entry, JWKSet keys, String path, Problems problems) {
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
      if (IssuerRules.ALGORITHMS.contains(entry.algorithm())
          && !IssuerRules.fits(key, entry.algorithm())) {
        problems.add(
            "BAD_KEYS",
            path,
            "Expected keys for %s: a P-256 curve, or RSA of at least %d bits."
                .formatted(entry.algorithm(), IssuerRules.LEAST_RSA_BITS));
      }
    }
  }
}
