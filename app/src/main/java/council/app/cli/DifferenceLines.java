package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.SchemeSimulations;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One difference of a simulation, for people to read. */
final class DifferenceLines {
  private final List<JsonNode> row;

  /**
   * @param row in the order of {@link SchemeSimulations#COLUMNS}
   */
  DifferenceLines(List<JsonNode> row) {
    this.row = row;
  }

  void printTo(PrintWriter out) {
    out.printf("%s (%s): %s%n", at("caseTitle"), at("decision"), whatHappens());
    tell(out, "now", "reasonsBefore");
    tell(out, "draft", "reasonsAfter");
  }

  private String whatHappens() {
    if (at("change").equals("CANNOT_BE_DECIDED")) {
      return "cannot be decided%s%s"
          .formatted(why(" now", "valueBefore"), why(" under the draft", "valueAfter"));
    }
    String provider = at("providerReference");
    return "%s%s %s%s%s%s"
        .formatted(
            provider.isEmpty() ? "" : provider + ", ",
            at("what"),
            at("change").toLowerCase(Locale.ROOT),
            sides(": ", "valueBefore", "valueAfter"),
            sides(", GBP ", "amountBefore", "amountAfter"),
            sides(", due ", "dueBefore", "dueAfter"));
  }

  private String why(String when, String column) {
    return at(column).isEmpty() ? "" : "%s: %s".formatted(when, at(column));
  }

  private String sides(String before, String column, String otherColumn) {
    String one = at(column);
    String other = at(otherColumn);
    if (one.isEmpty() && other.isEmpty()) {
      return "";
    }
    return before
        + switch (at("change")) {
          case "APPEARS" -> other;
          case "GOES" -> one;
          default -> one.equals(other) ? one : orNone(one) + " -> " + orNone(other);
        };
  }

  private static String orNone(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private void tell(PrintWriter out, String side, String column) {
    cell(column).forEach(sentence -> out.printf("    %s: %s%n", side, sentence.asText()));
  }

  private String at(String column) {
    return cell(column).asText("");
  }

  private JsonNode cell(String column) {
    return row.get(SchemeSimulations.COLUMNS.indexOf(column));
  }
}
