package council.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Holds a token against the issuer as the council has registered it: its audience, its type, its
 * algorithm and its keys, whatever the token says of these.
 */
@Singleton
final class TokenVerifier {
  static final Duration SKEW = Duration.ofSeconds(60);
  private final Clock clock;
  private final DemoMode demoMode;
  private final IssuerKeys keys;

  TokenVerifier(Clock clock, DemoMode demoMode, IssuerKeys keys) {
    this.clock = clock;
    this.demoMode = demoMode;
    this.keys = keys;
  }

  TokenFacts verify(String council, TokenClaims token, IssuerEntry issuer) throws TokenRefused {
    if (issuer.isDemo() && !demoMode.on()) {
      throw new TokenRefused(Refusal.DEMO_ISSUER, "a demo issuer is accepted in demo mode only");
    }
    if (!token.algorithm().equals(issuer.algorithm())) {
      throw new TokenRefused(Refusal.ALGORITHM, "the issuer signs with another algorithm");
    }
    if (!issuer.tokenType().fits(token.token().getHeader().getType())) {
      throw new TokenRefused(
          Refusal.TOKEN_TYPE, "the issuer's tokens are of type " + issuer.tokenType().text());
    }
    verifySignature(token, keys.get(council, issuer, token.keyId()));
    if (!token.claims().getAudience().contains(issuer.audience())) {
      throw new TokenRefused(Refusal.AUDIENCE, "it is meant for another audience");
    }
    TokenFacts facts =
        new TokenFacts(
            token.keyId(), issuer.tokenType(), verifyTimes(token.claims(), clock.instant()));
    if (!IssuerKeys.livesNoLonger(facts, issuer)) {
      throw new TokenRefused(
          Refusal.TOO_LONG_LIVED, "it lives longer than the issuer's tokens may");
    }
    return facts;
  }

  private static void verifySignature(TokenClaims token, JWK key) throws TokenRefused {
    try {
      if (!token.token().verify(verifier(key))) {
        throw new TokenRefused(Refusal.BAD_SIGNATURE, "the signature is wrong");
      }
    } catch (JOSEException e) {
      throw new TokenRefused(Refusal.BAD_SIGNATURE, "the signature cannot be verified");
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException, TokenRefused {
    return switch (key) {
      case ECKey ec -> new ECDSAVerifier(ec);
      case RSAKey rsa -> new RSASSAVerifier(rsa);
      default -> throw new TokenRefused(Refusal.UNFIT_KEY, "the key is of an unknown kind");
    };
  }

  /** Answers how long the token lives. */
  private static Duration verifyTimes(JWTClaimsSet claims, Instant now) throws TokenRefused {
    Instant expires = required("exp", claims.getExpirationTime());
    Instant issued = required("iat", claims.getIssueTime());
    Date notBefore = claims.getNotBeforeTime();
    if (!expires.plus(SKEW).isAfter(now)) {
      throw new TokenRefused(Refusal.EXPIRED, "it has expired");
    }
    if (issued.minus(SKEW).isAfter(now)) {
      throw new TokenRefused(Refusal.NOT_YET_VALID, "it was issued in the future");
    }
    if (notBefore != null && notBefore.toInstant().minus(SKEW).isAfter(now)) {
      throw new TokenRefused(Refusal.NOT_YET_VALID, "it is not valid yet");
    }
    return Duration.between(issued, expires);
  }

  private static Instant required(String name, @Nullable Date value) throws TokenRefused {
    if (value == null) {
      throw new TokenRefused(Refusal.MISSING_CLAIM, "it has no " + name);
    }
    return value.toInstant();
  }
}
