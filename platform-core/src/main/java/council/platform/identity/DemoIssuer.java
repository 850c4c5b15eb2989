package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signs tokens of the demo: one ES256 key for each council, so that a token of one is worth nothing
 * in another. An instance outside demo mode accepts none of them.
 */
public final class DemoIssuer {
  private static final String PREFIX = "urn:council:demo:";
  private static final String KEYS = "demo-issuer-keys.json";
  private static final String AUDIENCE = "council-demo";
  private final DemoKeys keys;
  private final Clock clock;

  /**
   * @param dataDirectory folder of the demo's data; the private keys are kept there in a file that
   *     its owner alone may read
   */
  public DemoIssuer(Path dataDirectory, Clock clock) {
    this.keys = new DemoKeys(dataDirectory.resolve(KEYS));
    this.clock = clock;
  }

  /** The {@code iss} of a council's demo tokens. */
  public static String issuerOf(String tenant) {
    return PREFIX + tenant;
  }

  /** What to register with the council; its key is made on first use. */
  public IssuerEntry entryFor(String tenant) {
    String publicKeys = new JWKSet(key(tenant).toPublicJWK()).toString(true);
    return new IssuerEntry(issuerOf(tenant), AUDIENCE, "ES256", publicKeys, true);
  }

  /** A token for a principal of a council. */
  public String token(String tenant, String subject, Duration validFor) {
    ECKey key = key(tenant);
    Instant now = clock.instant();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build(),
            new JWTClaimsSet.Builder()
                .issuer(issuerOf(tenant))
                .audience(AUDIENCE)
                .subject(subject)
                .claim("tenant", tenant)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validFor)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The demo's key cannot sign", e);
    }
    return token.serialize();
  }

  /** Whether somebody with this {@code iss} signs as the demo does. */
  public static boolean isNamedLikeOne(String issuer) {
    return issuer.startsWith(PREFIX);
  }

  /** Thumbprints of the keys of the demo in that folder; none where there is no demo. */
  public static Set<String> thumbprints(Path dataDirectory) {
    Path file = dataDirectory.resolve(KEYS);
    if (!Files.isReadable(file)) {
      return Set.of();
    }
    try {
      return thumbprints(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's keys cannot be read: " + file, e);
    }
  }

  /** Whether a JSON Web Key Set has one of these keys. */
  public static boolean holdsOneOf(Set<String> thumbprints, String jwks) {
    return thumbprints(jwks).stream().anyMatch(thumbprints::contains);
  }

  private static Set<String> thumbprints(String jwks) {
    Set<String> found = new TreeSet<>();
    try {
      for (JWK key : jwks.isBlank() ? List.<JWK>of() : JWKSet.parse(jwks).getKeys()) {
        found.add(key.computeThumbprint().toString());
      }
    } catch (ParseException | JOSEException e) {
      return Set.of();
    }
    return found;
  }

  private ECKey key(String tenant) {
    return keys.getOrCreate(tenant, () -> create(tenant));
  }

  private static ECKey create(String tenant) {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(tenant)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("No P-256 key can be made on this machine", e);
    }
  }
}
