package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.SchemeSimulations;
import council.platform.identity.Role;
import java.io.PrintWriter;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a draft on what a council has, and prints what it would change. */
@Command(
    name = "simulate",
    description = {
      "Tries a draft of the scheme on what the council has and prints every decision that would"
          + " come out differently.",
      "Nothing is changed. Progress, and with csv and json the totals, go to standard error."
    },
    mixinStandardHelpOptions = true,
    footer =
        "%nExample: ./council scheme simulate --council lancashire places-2027 --from 2015-06-01"
            + " --to 2018-05-31")
final class SchemeSimulateCommand implements Runnable {
  @Spec CommandSpec spec;
  @Mixin ConnectionOptions connection;

  @Option(
      names = "--council",
      required = true,
      paramLabel = "CODE",
      description = "The council, such as lancashire.")
  String council;

  @Parameters(paramLabel = "DRAFT", description = "The council's name of the draft, or its id.")
  String draft;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "First day of what is looked at, as 2015-06-01.")
  LocalDate from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "Last day of what is looked at.")
  LocalDate to;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, csv or json. Default: ${DEFAULT-VALUE}.")
  Format format;

  /** How differences are printed. */
  enum Format {
    TEXT,
    CSV,
    JSON
  }

  @Override
  public void run() {
    PrintWriter err = spec.commandLine().getErr();
    SchemeSimulations simulations =
        new SchemeSimulations(connection.connect(council, Role.TENANT_ADMIN));
    String id = simulations.request(draft, from, to);
    err.printf("Simulation %s; it goes on if this command is stopped.%n", id);
    err.flush();
    JsonNode state =
        simulations.awaitEnd(
            id,
            (done, total) -> {
              err.printf("%d of %d cases%n", done, total);
              err.flush();
            });
    checkEnd(state);
    print(simulations, id, state);
  }

  private static void checkEnd(JsonNode state) {
    String status = state.path("status").asText();
    if (!status.equals("SUCCEEDED")) {
      throw new Failure(
          "The simulation is %s. %s"
              .formatted(status, state.path("errorMessage").asText("").strip())
              .strip());
    }
  }

  private void print(SchemeSimulations simulations, String id, JsonNode state) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        simulations.forEachChange(id, row -> new DifferenceLines(row).printTo(out));
        SimulationTotals.print(state, out);
      }
      case CSV -> print(simulations, id, state, TableFormat.CSV);
      case JSON -> print(simulations, id, state, TableFormat.JSON);
    }
  }

  private void print(
      SchemeSimulations simulations, String id, JsonNode state, TableFormat tableFormat) {
    PrintWriter out = spec.commandLine().getOut();
    try (TableWriter table = tableFormat.open(out, SchemeSimulations.COLUMNS)) {
      simulations.forEachChange(id, table::write);
    }
    SimulationTotals.print(state, spec.commandLine().getErr());
  }
}
