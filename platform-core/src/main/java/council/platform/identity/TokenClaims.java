package council.platform.identity;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import council.platform.problem.TextRule;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about itself, before anything of it is believed.
 *
 * @param keyId which of the issuer's keys is to verify it
 * @param tenant the council that it names; absent where the issuer cannot say it
 */
record TokenClaims(
    SignedJWT token,
    JWTClaimsSet claims,
    String algorithm,
    String keyId,
    @Nullable String tenant,
    String issuer,
    String subject) {
  private static final int MOST_CHARACTERS = 8192;
  private static final int MOST_AUDIENCES = 20;
  private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  static TokenClaims read(String text) throws TokenRefused {
    if (text.length() > MOST_CHARACTERS) {
      throw new TokenRefused(
          Refusal.MALFORMED, "the token is longer than " + MOST_CHARACTERS + " characters");
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      checkHeader(token.getHeader());
      JWTClaimsSet claims = token.getJWTClaimsSet();
      checkAudiences(claims.getAudience());
      return new TokenClaims(
          token,
          claims,
          token.getHeader().getAlgorithm().getName(),
          required("kid", token.getHeader().getKeyID()),
          tenant(claims),
          required("iss", claims.getIssuer()),
          required("sub", claims.getSubject()));
    } catch (ParseException e) {
      throw new TokenRefused(Refusal.MALFORMED, "it is not a signed JSON Web Token");
    }
  }

  /** A key or a place to fetch one from has no business in a token: keys are pinned. */
  private static void checkHeader(JWSHeader header) throws TokenRefused {
    if (!IssuerRules.ALGORITHMS.contains(header.getAlgorithm().getName())) {
      throw new TokenRefused(
          Refusal.ALGORITHM, "its algorithm is none of " + IssuerRules.ALGORITHMS);
    }
    if (header.getJWKURL() != null
        || header.getX509CertURL() != null
        || header.getJWK() != null
        || header.getX509CertChain() != null) {
      throw new TokenRefused(Refusal.KEY_IN_HEADER, "its header brings a key of its own");
    }
    if (header.getCriticalParams() != null) {
      throw new TokenRefused(Refusal.CRITICAL_HEADER, "its header has critical parameters");
    }
  }

  private static void checkAudiences(List<String> audiences) throws TokenRefused {
    if (audiences.size() > MOST_AUDIENCES) {
      throw new TokenRefused(
          Refusal.BAD_CLAIM, "it has more than " + MOST_AUDIENCES + " audiences");
    }
    for (String audience : audiences) {
      required("aud", audience);
    }
  }

  private static @Nullable String tenant(JWTClaimsSet claims) throws TokenRefused, ParseException {
    String tenant = claims.getStringClaim("tenant");
    if (tenant != null && !TENANT.matcher(tenant).matches()) {
      throw new TokenRefused(Refusal.BAD_CLAIM, "the claim tenant is not the code of a council");
    }
    return tenant;
  }

  /** The database is asked for claims before anything verified them, so each keeps to the rule. */
  private static String required(String name, @Nullable String value) throws TokenRefused {
    if (value == null || value.isBlank()) {
      throw new TokenRefused(Refusal.MISSING_CLAIM, "it has no " + name);
    }
    Optional<String> fault = TextRule.findFault(value, IssuerRules.LONGEST);
    if (fault.isPresent()) {
      throw new TokenRefused(Refusal.BAD_CLAIM, "its " + name + " " + fault.get());
    }
    return value;
  }
}
