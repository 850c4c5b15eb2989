package council.app.server;

import council.app.server.ServeSettings.Unsafe;
import council.platform.identity.IssuerEntry;
import council.platform.identity.KeySource;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.identity.TokenType;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator who creates the first council; from then on everything goes through the API. */
public record FirstOperator(IssuerEntry issuer, String subject) {
  private static final String ISSUER = "COUNCIL_OPERATOR_ISSUER";
  private static final String KEYS = "COUNCIL_OPERATOR_JWKS_FILE";
  private static final String SUBJECT = "COUNCIL_OPERATOR_SUBJECT";
  private static final String TYPE = "COUNCIL_OPERATOR_TOKEN_TYPE";

  /** Empty where no operator is named, and where what is named cannot be used: then with faults. */
  static Optional<FirstOperator> from(Map<String, String> environment, List<String> faults) {
    String issuer = environment.getOrDefault(ISSUER, "");
    if (issuer.isBlank()) {
      return Optional.empty();
    }
    String file = environment.getOrDefault(KEYS, "");
    String subject = environment.getOrDefault(SUBJECT, "");
    if (subject.isBlank()) {
      faults.add(SUBJECT + " is not set. Set it to the sub of the operator's tokens.");
    }
    TokenType type =
        switch (environment.getOrDefault(TYPE, "JWT")) {
          case "JWT" -> TokenType.JWT;
          case "at+jwt" -> TokenType.AT_JWT;
          default -> {
            faults.add(TYPE + " must be JWT or at+jwt.");
            yield TokenType.JWT;
          }
        };
    IssuerEntry entry =
        new IssuerEntry(
            issuer,
            environment.getOrDefault("COUNCIL_OPERATOR_AUDIENCE", "council"),
            environment.getOrDefault("COUNCIL_OPERATOR_ALGORITHM", "RS256"),
            file.isBlank() ? KeySource.DISCOVERED : KeySource.PINNED,
            file.isBlank() ? null : keys(file, faults),
            type,
            null,
            false);
    return Optional.of(new FirstOperator(entry, subject));
  }

  private static @Nullable String keys(String file, List<String> faults) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      faults.add(
          "%s is '%s', which cannot be read. Set it to a file with the public keys (a JSON Web Key Set) of %s, or leave it out where they can be discovered."
              .formatted(KEYS, file, ISSUER));
      return null;
    }
  }

  /** Lets the operator in; answers false where the instance has its operators already. */
  public boolean establish(TenantProvisioning provisioning) {
    try {
      return provisioning.establishHost(
          issuer,
          List.of(
              PrincipalEntry.staff(issuer.issuer(), subject, "operator", Role.PLATFORM_OPERATOR)));
    } catch (Refused refused) {
      throw new Unsafe(
          refused.problems().stream()
              .map(Problem::message)
              .map(
                  message -> "The first operator (COUNCIL_OPERATOR_*) cannot be let in: " + message)
              .toList());
    }
  }
}
