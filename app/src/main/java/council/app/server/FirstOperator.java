package council.app.server;

import council.app.server.ServeSettings.Unsafe;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator who creates the first council; from then on everything goes through the API. */
public record FirstOperator(IssuerEntry issuer, String subject) {
  private static final String ISSUER = "COUNCIL_OPERATOR_ISSUER";
  private static final String KEYS = "COUNCIL_OPERATOR_JWKS_FILE";
  private static final String SUBJECT = "COUNCIL_OPERATOR_SUBJECT";

  /** Empty where no operator is named. */
  public static Optional<FirstOperator> from(Map<String, String> environment) {
    String issuer = environment.getOrDefault(ISSUER, "");
    if (issuer.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new FirstOperator(
            new IssuerEntry(
                issuer,
                environment.getOrDefault("COUNCIL_OPERATOR_AUDIENCE", "council"),
                environment.getOrDefault("COUNCIL_OPERATOR_ALGORITHM", "RS256"),
                keys(environment.getOrDefault(KEYS, "")),
                false),
            environment.getOrDefault(SUBJECT, "")));
  }

  private static String keys(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new Unsafe(
          List.of(
              "%s is '%s', which cannot be read. Set it to a file with the public keys (a JSON Web Key Set) of %s."
                  .formatted(KEYS, file, ISSUER)));
    }
  }

  /** Lets the operator in, unless the instance has its operators already. */
  public void establish(TenantProvisioning provisioning) {
    try {
      provisioning.establishHost(
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
