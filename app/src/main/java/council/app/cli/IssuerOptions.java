package council.app.cli;

import council.app.client.TextFile;
import council.platform.identity.IssuerEntry;
import council.platform.identity.KeySource;
import council.platform.identity.TokenType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An issuer as it is written on the command line. */
class IssuerOptions {
  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "ISS",
      description = "iss of the tokens that the council accepts.")
  String issuer;

  @Option(
      names = "--audience",
      defaultValue = "council",
      paramLabel = "AUD",
      description = "aud of these tokens. Default: ${DEFAULT-VALUE}.")
  String audience;

  @Option(
      names = "--algorithm",
      defaultValue = "RS256",
      paramLabel = "ALG",
      description = "RS256 or ES256. Default: ${DEFAULT-VALUE}.")
  String algorithm;

  @Option(
      names = "--jwks",
      paramLabel = "FILE",
      description =
          "File with the issuer's public keys, a JSON Web Key Set. Without it they are discovered"
              + " by OpenID Connect.")
  @Nullable Path jwks;

  @Option(
      names = "--token-type",
      defaultValue = "JWT",
      paramLabel = "TYP",
      description = "typ of these tokens: JWT or AT_JWT (at+jwt). Default: ${DEFAULT-VALUE}.")
  TokenType tokenType;

  @Option(
      names = "--max-lifetime",
      paramLabel = "SECONDS",
      description = "How long after its issue a token may end at most. Default: any time.")
  @Nullable Integer maxLifetime;

  IssuerEntry entry() {
    return new IssuerEntry(
        issuer,
        audience,
        algorithm,
        jwks == null ? KeySource.DISCOVERED : KeySource.PINNED,
        jwks == null ? null : TextFile.read(jwks),
        tokenType,
        maxLifetime,
        false);
  }
}
