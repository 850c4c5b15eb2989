package council.app.cli;

import council.app.server.ServeSettings;
import council.app.server.Serving;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the first operator into an instance that has none. */
@Command(
    name = "operator",
    description = {
      "Lets the first operator into an instance that has none, and serves nothing.",
      "Does nothing where the instance has its operators: they let others in."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nEnvironment variables:%n",
    footer = {
      "  Those of ./council serve for the database, and",
      "  COUNCIL_OPERATOR_ISSUER    iss of the operator's tokens",
      "  COUNCIL_OPERATOR_SUBJECT   sub of the operator's tokens",
      "  COUNCIL_OPERATOR_AUDIENCE  aud of the operator's tokens (council)",
      "  COUNCIL_OPERATOR_ALGORITHM RS256 (default) or ES256",
      "  COUNCIL_OPERATOR_TOKEN_TYPE typ of the operator's tokens: JWT (default) or at+jwt",
      "  COUNCIL_OPERATOR_JWKS_FILE file with the issuer's public keys, a JSON Web Key Set;"
          + " without",
      "                             it they are discovered by OpenID Connect"
    })
final class OperatorCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      ServeSettings settings = ServeSettings.from(System.getenv());
      new Serving(settings, line -> err.println("council: " + line)).establishOperator();
    } catch (ServeSettings.Unsafe e) {
      throw new Failure("council: no operator was let in.\n" + e.getMessage());
    }
  }
}
