package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Imported;
import council.app.client.RoundUpload.Round;
import council.platform.identity.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the files of a round to the instance. */
@Command(
    name = "import",
    description = "Imports applications, scores and existing locations of an evaluation round.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "DIR holds providers.csv, applications.csv, applied_zones.csv, scores.csv and, where"
          + " somebody",
      "delivers already, locations.csv; all UTF-8. It is all or nothing: with one wrong row nothing"
          + " is",
      "kept, and every wrong row is named.",
      "",
      "Example: ./council import --council lancashire --round LAN-2025 --vehicle SUPPORTED_LIVING"
          + " rounds/2025"
    })
final class ImportCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin ConnectionOptions connection;

  @Option(
      names = "--council",
      required = true,
      paramLabel = "CODE",
      description = "The council, such as lancashire.")
  String council;

  @Option(
      names = "--round",
      required = true,
      paramLabel = "REFERENCE",
      description = "The council's reference of the round.")
  String round;

  @Option(
      names = "--vehicle",
      paramLabel = "CODE",
      description = "Opens the round for this provider framework where it does not exist yet.")
  @Nullable String vehicle;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "Title of a round that is opened. Default: its reference.")
  @Nullable String title;

  @Option(names = "--dry-run", description = "Checks everything and keeps nothing.")
  boolean dryRun;

  @Parameters(paramLabel = "DIR", description = "Folder with the round's files.")
  Path folder;

  @Override
  public void run() {
    Map<String, String> files = RoundUpload.readFolder(folder);
    RoundUpload upload = new RoundUpload(connection.connect(council, Role.COMMISSIONER));
    Imported imported = upload.importFiles(findOrOpen(upload), files, dryRun);
    tell(imported.report());
  }

  private Round findOrOpen(RoundUpload upload) {
    Round found = upload.find(round);
    if (found != null) {
      return found;
    }
    if (vehicle == null) {
      throw new Failure(
          "%s has no round '%s'. Add --vehicle CODE to open it.".formatted(council, round));
    }
    if (dryRun) {
      throw new Failure(
          "%s has no round '%s', and a dry run keeps nothing, so it cannot open one. Check the folder with ./council evaluate."
              .formatted(council, round));
    }
    return upload.open(round, vehicle, title == null ? round : title);
  }

  private void tell(JsonNode report) {
    PrintWriter out = spec.commandLine().getOut();
    report
        .path("files")
        .forEach(file ->
            out.printf("%s: %d rows%n", file.path("name").asText(), file.path("rows").asInt()));
    out.printf(
        "providers: %d new, %d changed; locations: %d new, %d changed; applications: %d; scores:"
            + " %d%n",
        report.path("providersCreated").asInt(),
        report.path("providersUpdated").asInt(),
        report.path("locationsCreated").asInt(),
        report.path("locationsUpdated").asInt(),
        report.path("applications").asInt(),
        report.path("scores").asInt());
    out.println(
        report.path("dryRun").asBoolean()
            ? "Dry run: nothing was kept."
            : "Imported " + round + ".");
  }
}
