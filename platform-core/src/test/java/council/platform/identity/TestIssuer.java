package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** An identity provider with keys of its own; its tokens are right until a test spoils them. */
final class TestIssuer {
  static final String AUDIENCE = "council-platform";
  final String name;
  final JWK key;

  private TestIssuer(String name, JWK key) {
    this.name = name;
    this.key = key;
  }

  static TestIssuer signingWithEs256(String name) throws JOSEException {
    return new TestIssuer(name, new ECKeyGenerator(Curve.P_256).keyID(name + "-1").generate());
  }

  static TestIssuer signingWithEs256(String name, String keyId) throws JOSEException {
    return new TestIssuer(name, new ECKeyGenerator(Curve.P_256).keyID(keyId).generate());
  }

  /** One issuer with the keys of both. */
  static IssuerEntry entryOf(TestIssuer one, TestIssuer other) {
    JWKSet keys = new JWKSet(List.of(one.key.toPublicJWK(), other.key.toPublicJWK()));
    return new IssuerEntry(
        one.name, AUDIENCE, one.algorithm().getName(), keys.toString(true), false);
  }

  static TestIssuer signingWithRs256(String name) throws JOSEException {
    return new TestIssuer(name, new RSAKeyGenerator(2048).keyID(name + "-1").generate());
  }

  JWSAlgorithm algorithm() {
    return key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
  }

  IssuerEntry entry() {
    return new IssuerEntry(
        name, AUDIENCE, algorithm().getName(), new JWKSet(key.toPublicJWK()).toString(true), false);
  }

  JWTClaimsSet.Builder claims(String tenant, String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(name)
        .audience(AUDIENCE)
        .subject(subject)
        .claim("tenant", tenant)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }

  String token(String tenant, String subject) {
    return sign(claims(tenant, subject), header -> {});
  }

  String sign(JWTClaimsSet.Builder claims, Consumer<JWSHeader.Builder> spoil) {
    JWSHeader.Builder header =
        new JWSHeader.Builder(algorithm()).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
    spoil.accept(header);
    try {
      SignedJWT token = new SignedJWT(header.build(), claims.build());
      token.sign(signer());
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSSigner signer() throws JOSEException {
    return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
  }
}
