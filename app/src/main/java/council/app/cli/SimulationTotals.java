package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** What a simulation found in all. */
final class SimulationTotals {
  private SimulationTotals() {}

  static void print(JsonNode found, PrintWriter out) {
    String base = found.at("/base/number").asText("");
    out.printf(
        "Draft %s (hash %s) compared with %s, %s to %s%n",
        found.at("/draft/reference").asText(),
        found.path("contentHash").asText(),
        base.isEmpty() ? "no scheme" : "version " + base,
        found.path("from").asText(),
        found.path("to").asText());
    out.printf(
        "%s of %s decisions come out differently, for %s providers; %s cannot be decided%n",
        found.path("decisionsChanged").asText(),
        found.path("cases").asText(),
        found.path("providersAffected").asText(),
        found.path("undecided").asText());
    out.printf(
        "Effects: %s appear, %s go, %s change%n",
        found.path("appearing").asText(),
        found.path("going").asText(),
        found.path("changing").asText());
    out.printf(
        "Of them obligations: %s appear, %s move, %s go%n",
        found.path("obligationsAppearing").asText(),
        found.path("obligationsMoving").asText(),
        found.path("obligationsGoing").asText());
    out.printf(
        "Money: GBP %s -> %s, difference %s%n",
        found.path("amountBefore").asText(),
        found.path("amountAfter").asText(),
        found.path("amountDifference").asText());
    if (found.path("unpriced").asLong() > 0) {
      out.printf(
          "%s effects have an amount on one side only; the sums leave them out%n",
          found.path("unpriced").asText());
    }
    out.flush();
  }
}
