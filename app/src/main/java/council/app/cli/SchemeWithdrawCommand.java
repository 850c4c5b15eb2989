package council.app.cli;

import council.app.client.SchemeDrafts;
import council.platform.identity.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes back a version whose day has not come. */
@Command(
    name = "withdraw",
    description = "Takes back a version whose day has not come.",
    mixinStandardHelpOptions = true)
final class SchemeWithdrawCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin ConnectionOptions connection;

  @Option(
      names = "--council",
      required = true,
      paramLabel = "CODE",
      description = "The council, such as lancashire.")
  String council;

  @Option(
      names = "--version-number",
      required = true,
      paramLabel = "N",
      description = "The version.")
  int version;

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "The reason, kept in the audit.")
  String why;

  @Override
  public void run() {
    new SchemeDrafts(connection.connect(council, Role.TENANT_ADMIN)).withdrawVersion(version, why);
    spec.commandLine().getOut().printf("Version %d is withdrawn.%n", version);
  }
}
