package council.app.cli;

import council.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a token, and nothing else, so that it can be used in other commands. */
@Command(
    name = "token",
    description = "Prints an access token of the demo instance, alone on one line.",
    mixinStandardHelpOptions = true,
    footer = "%nExample: ./council token --council lancashire --role provider-user --provider P001")
final class TokenCommand implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--council",
      required = true,
      paramLabel = "CODE",
      description = "The council, such as lancashire.")
  String council;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = RoleOption.class,
      description =
          "tenant-admin, commissioner, lead-commissioner, contract-officer, finance, provider-user,"
              + " auditor, api-client or platform-operator.")
  Role role;

  @Option(
      names = "--provider",
      paramLabel = "REFERENCE",
      description = "The provider of a provider user, such as P001.")
  @Nullable String provider;

  @Override
  public void run() {
    spec.commandLine().getOut().println(new Identity(council, role, provider).token());
  }
}
