package council.app.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import council.app.database.InstanceFolder;
import council.platform.identity.Role;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens for one council of the demo, with a key that never leaves the instance folder. No
 * other instance knows the key.
 */
public final class DemoIssuer {
  public static final String AUDIENCE = "council-demo";
  public static final String ALGORITHM = "ES256";
  private static final Duration VALIDITY = Duration.ofDays(30);
  private final String tenant;
  private final ECKey key;

  private DemoIssuer(String tenant, ECKey key) {
    this.tenant = tenant;
    this.key = key;
  }

  /** The issuer of that council in an instance that exists. */
  public static Optional<DemoIssuer> find(InstanceFolder folder, String tenant) {
    return folder.read(file(folder, tenant)).map(json -> new DemoIssuer(tenant, parse(json)));
  }

  /** The issuer of that council, with a new key where it has none yet. */
  public static DemoIssuer findOrCreate(InstanceFolder folder, String tenant) {
    return find(folder, tenant).orElseGet(() -> create(folder, tenant));
  }

  private static DemoIssuer create(InstanceFolder folder, String tenant) {
    try {
      ECKey made = new ECKeyGenerator(Curve.P_256).keyID("demo-" + tenant).generate();
      folder.writeOwnerOnly(file(folder, tenant), made.toJSONString());
      return new DemoIssuer(tenant, made);
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot make a signing key", e);
    }
  }

  private static Path file(InstanceFolder folder, String tenant) {
    return folder.resolve("secrets").resolve("issuer-" + tenant + ".jwk");
  }

  private static ECKey parse(String json) {
    try {
      return ECKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("The demo's signing key is damaged; start with --fresh", e);
    }
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return "urn:council:demo:" + tenant;
  }

  /** JSON Web Key Set with the public key alone. */
  public String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** The subject of the demo's user in a role, such as {@code demo-provider-user-P001}. */
  public static String subject(Role role, @Nullable String provider) {
    return "demo-" + role.code() + (provider == null ? "" : "-" + provider);
  }

  /** A signed token for a subject. */
  public String token(String subject, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(AUDIENCE)
            .subject(subject)
            .claim("tenant", tenant)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALIDITY)))
            .build();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    try {
      jwt.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign a token", e);
    }
    return jwt.serialize();
  }
}
