package council.platform.identity;

/**
 * Somebody whose tokens a council accepts. Issuer, audience, algorithm and keys are pinned: nothing
 * of them is taken from a token.
 *
 * @param issuer the {@code iss} of its tokens
 * @param audience the {@code aud} that its tokens must carry
 * @param algorithm {@code RS256} or {@code ES256}
 * @param jwks a JSON Web Key Set with public keys only, each with a {@code kid}
 * @param demo whether it is the demo's own; such tokens are accepted in demo mode only
 */
public record IssuerEntry(
    String issuer, String audience, String algorithm, String jwks, boolean demo) {}
