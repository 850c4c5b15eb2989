package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.DatasetPages;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import council.platform.module.Dataset;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one of the modules' datasets, read through the public API. */
@Command(
    name = "export",
    description =
        "Prints a dataset of a served council as CSV or JSON, as its auditor unless told"
            + " otherwise.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  ./council export lancashire places --as-at 2015-07-01 --format csv",
      "  ./council export hampshire open-data --form records --out records.json"
    })
final class ExportCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin ConnectionOptions connection;

  @Parameters(index = "0", paramLabel = "COUNCIL", description = "The council, such as lancashire.")
  String council;

  @Parameters(
      index = "1",
      paramLabel = "DATASET",
      description = "Name of the dataset; an unknown name lists all that there are.")
  String name;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      description =
          "Day for datasets that depend on one, as 2015-07-01. Default: all rows, whatever their"
              + " days.")
  @Nullable LocalDate asAt;

  @ArgGroup(exclusive = false)
  OpenDataOptions openData = new OpenDataOptions();

  @Option(
      names = "--format",
      defaultValue = "csv",
      paramLabel = "FORMAT",
      description = "csv or json. Default: ${DEFAULT-VALUE}.")
  TableFormat format;

  @Override
  public void run() {
    if (name.equals(OpenDataOptions.DATASET)) {
      openData.export(spec, connection.connect(council, Role.AUDITOR));
      return;
    }
    Dataset dataset = find();
    if (asAt != null && !DatasetPages.dependsOnDay(dataset)) {
      spec.commandLine()
          .getErr()
          .printf("The dataset '%s' does not depend on a day: --as-at is not used.%n", name);
    }
    List<String> headers = dataset.columns().stream().map(Dataset.Column::header).toList();
    PrintWriter out = spec.commandLine().getOut();
    try (TableWriter table = format.open(out, headers)) {
      new DatasetPages(connection.connect(council, Role.AUDITOR), dataset)
          .forEachRow(asAt, (List<JsonNode> row) -> table.write(row));
    }
  }

  private Dataset find() {
    Map<String, Dataset> known = new TreeMap<>();
    ServiceLoader.load(CouncilModule.class)
        .forEach(module -> module.datasets().forEach(set -> known.put(set.name(), set)));
    Dataset found = known.get(name);
    if (found == null) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no dataset '%s'; there are: %s, and %s."
              .formatted(name, String.join(", ", known.keySet()), OpenDataOptions.DATASET));
    }
    return found;
  }
}
