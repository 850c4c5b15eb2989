package council.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose tokens a council accepts. Everything here is pinned: nothing of it is taken from a
 * token.
 *
 * @param issuer the {@code iss} of its tokens; for discovered keys also the address they are found
 *     at
 * @param audience the {@code aud} that its tokens must carry
 * @param algorithm {@code RS256} or {@code ES256}
 * @param keySource where its keys come from
 * @param jwks a JSON Web Key Set with public keys only, each with a {@code kid}; for pinned keys
 *     only
 * @param tokenType the {@code typ} that its tokens must carry
 * @param maxLifetimeSeconds how long after {@code iat} its tokens may expire at most; absent where
 *     that is the issuer's affair
 * @param demo whether it is the demo's own; such tokens are accepted in demo mode only
 */
public record IssuerEntry(
    String issuer,
    String audience,
    String algorithm,
    KeySource keySource,
    @Nullable String jwks,
    TokenType tokenType,
    @Nullable Integer maxLifetimeSeconds,
    boolean demo) {

  /** With pinned keys, and tokens of the type {@code JWT} of any lifetime. */
  public IssuerEntry(String issuer, String audience, String algorithm, String jwks, boolean demo) {
    this(issuer, audience, algorithm, KeySource.PINNED, jwks, TokenType.JWT, null, demo);
  }

  /** Whether its tokens are the demo's, flagged as such or not. */
  boolean isDemo() {
    return demo || DemoIssuer.isNamedLikeOne(issuer);
  }
}
