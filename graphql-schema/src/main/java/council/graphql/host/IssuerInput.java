package council.graphql.host;

import council.platform.identity.IssuerEntry;
import council.platform.identity.KeySource;
import council.platform.identity.TokenType;
import org.jspecify.annotations.Nullable;

/** The SDL input IssuerInput. */
record IssuerInput(
    String issuer,
    String audience,
    String algorithm,
    KeySource keySource,
    @Nullable String jwks,
    TokenType tokenType,
    @Nullable Integer maxLifetimeSeconds,
    boolean demo) {
  IssuerEntry entry() {
    return new IssuerEntry(
        issuer, audience, algorithm, keySource, jwks, tokenType, maxLifetimeSeconds, demo);
  }
}
