package council.platform.identity;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import council.platform.problem.TextRule;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about itself, before anything of it is believed.
 *
 * @param keyId which of the issuer's keys is to verify it
 */
record TokenClaims(
    SignedJWT token,
    JWTClaimsSet claims,
    String algorithm,
    String keyId,
    String tenant,
    String issuer,
    String subject) {
  private static final int MOST_CHARACTERS = 8192;
  private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  static TokenClaims read(String text) throws TokenRefused {
    if (text.length() > MOST_CHARACTERS) {
      throw new TokenRefused("the token is longer than " + MOST_CHARACTERS + " characters");
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      checkHeader(token.getHeader());
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return new TokenClaims(
          token,
          claims,
          token.getHeader().getAlgorithm().getName(),
          required("kid", token.getHeader().getKeyID()),
          tenant(claims),
          required("iss", claims.getIssuer()),
          required("sub", claims.getSubject()));
    } catch (ParseException e) {
      throw new TokenRefused("it is not a signed JSON Web Token");
    }
  }

  /** A key or a place to fetch one from has no business in a token: keys are pinned. */
  private static void checkHeader(JWSHeader header) throws TokenRefused {
    if (!IssuerRules.ALGORITHMS.contains(header.getAlgorithm().getName())) {
      throw new TokenRefused("algorithm " + header.getAlgorithm().getName() + " is not accepted");
    }
    if (header.getJWKURL() != null
        || header.getX509CertURL() != null
        || header.getJWK() != null
        || header.getX509CertChain() != null) {
      throw new TokenRefused("its header brings a key of its own");
    }
    if (header.getCriticalParams() != null) {
      throw new TokenRefused("its header has critical parameters");
    }
  }

  private static String tenant(JWTClaimsSet claims) throws TokenRefused, ParseException {
    String tenant = required("tenant", claims.getStringClaim("tenant"));
    if (!TENANT.matcher(tenant).matches()) {
      throw new TokenRefused("the claim tenant is not the code of a council");
    }
    return tenant;
  }

  /** The database is asked for claims before anything verified them, so each keeps to the rule. */
  private static String required(String name, @Nullable String value) throws TokenRefused {
    if (value == null || value.isBlank()) {
      throw new TokenRefused("it has no " + name);
    }
    Optional<String> fault = TextRule.findFault(value, IssuerRules.LONGEST);
    if (fault.isPresent()) {
      throw new TokenRefused("its " + name + " " + fault.get());
    }
    return value;
  }
}
