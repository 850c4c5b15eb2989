package council.app.cli;

import council.app.client.Administration;
import council.app.client.TextFile;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.platform.identity.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Schemes: the councils' configuration. */
@Command(
    name = "scheme",
    description = "Checks, compares and tries schemes and puts them in force.",
    subcommands = {
      SchemeCompareCommand.class,
      SchemeOriginsCommand.class,
      SchemeTemplateCommand.class,
      SchemeDraftCommand.class,
      SchemeSimulateCommand.class,
      SchemeExportCommand.class,
      SchemeWithdrawCommand.class
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "validate, compare, origins, template and canonical do without server and database.",
      "",
      "Example: ./council scheme compare old.yaml new.yaml"
    })
final class SchemeCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected a command such as 'scheme validate' or 'scheme draft', but there was none.");
  }

  @Command(
      name = "validate",
      description = {
        "Tells every problem and warning of a scheme and decides its worked examples.",
        "It ends with 1 if anything stands against putting the scheme in force."
      },
      mixinStandardHelpOptions = true)
  int validate(
      @Parameters(paramLabel = "FILE", description = "The scheme, YAML or JSON.") Path file) {
    PrintWriter out = spec.commandLine().getOut();
    SchemeReading reading = SchemeFile.read(SchemeReader.ofInstalledModules(), file);
    new SchemeReport(out).print(reading);
    boolean blocked = !reading.listBlocking().isEmpty();
    reading
        .findScheme()
        .filter(_ -> !blocked)
        .ifPresent(scheme ->
            out.printf(
                "%s: valid; council %s, effective from %s, sections %s, hash %s%n",
                file,
                scheme.council(),
                scheme.effectiveFrom(),
                scheme.sectionNames().stream().sorted().toList(),
                scheme.contentHash()));
    return blocked ? 1 : 0;
  }

  @Command(
      name = "canonical",
      description = {
        "Prints the scheme as it counts, as canonical JSON.",
        "Templates and defaults are filled in, remarks left out; read again, it has the same hash."
      },
      mixinStandardHelpOptions = true)
  void canonical(
      @Parameters(paramLabel = "FILE", description = "The scheme, YAML or JSON.") Path file) {
    SchemeDocument scheme =
        SchemeFile.readGood(SchemeReader.ofInstalledModules(), file).getScheme();
    spec.commandLine().getOut().println(scheme.canonical());
  }

  @Command(
      name = "load",
      description = "Sends a scheme to the instance, which puts it in force by its date.",
      mixinStandardHelpOptions = true)
  void load(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--council",
              required = true,
              paramLabel = "CODE",
              description = "The council, such as lancashire.")
          String council,
      @Option(names = "--dry-run", description = "Checks everything and keeps nothing.")
          boolean dryRun,
      @Parameters(paramLabel = "FILE", description = "The scheme, YAML or JSON.") Path file) {
    Administration.LoadedScheme loaded =
        new Administration(connection.connect(council, Role.TENANT_ADMIN))
            .loadScheme(TextFile.read(file), dryRun);
    spec.commandLine()
        .getOut()
        .printf(
            "%s, hash %s%n",
            switch (loaded.outcome()) {
              case "PUBLISHED" -> "A new version was kept";
              case "UNCHANGED" -> "The version in force says the same; nothing was changed";
              case "WOULD_PUBLISH" -> "Dry run: a new version would be kept; nothing was";
              default -> loaded.outcome();
            },
            loaded.contentHash());
  }
}
