package council.app.cli;

import council.app.client.SchemeDrafts;
import council.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A version as a file that gives the same content hash wherever it is read. */
@Command(
    name = "export",
    description =
        "Prints the effective document of a version: templates and defaults filled in. Read again,"
            + " it has the same content hash.",
    mixinStandardHelpOptions = true,
    footer = "%nExample: ./council scheme export --council lancashire > lancashire.json")
final class SchemeExportCommand implements Runnable {
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
      paramLabel = "N",
      description = "The version. Default: the one in force today.")
  @Nullable Integer version;

  @Override
  public void run() {
    spec.commandLine()
        .getOut()
        .println(
            new SchemeDrafts(connection.connect(council, Role.TENANT_ADMIN)).document(version));
  }
}
