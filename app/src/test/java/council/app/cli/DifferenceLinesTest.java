package council.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import council.app.client.SchemeSimulations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aChangeIsToldWithBothSidesMoneyAndReasons() {
    assertThat(
            lines(
                Map.of(
                    "change", "CHANGES",
                    "providerReference", "P001",
                    "what", "Place in PRE",
                    "valueBefore", "TIER1",
                    "valueAfter", "TIER2",
                    "amountBefore", "10.00",
                    "amountAfter", "7.50",
                    "reasonsBefore", List.of("It ranks first."),
                    "reasonsAfter", List.of("It ranks third."))))
        .containsExactly(
            "Round 1 (toy.rounds): P001, Place in PRE changes: TIER1 -> TIER2, GBP 10.00 -> 7.50",
            "    now: It ranks first.",
            "    draft: It ranks third.");
  }

  @Test
  void whatAppearsOrGoesHasOneSideAndWhatMovesHasTwoDays() {
    assertThat(lines(Map.of("change", "APPEARS", "what", "Return", "dueAfter", "2026-05-01")))
        .containsExactly("Round 1 (toy.rounds): Return appears, due 2026-05-01");
    assertThat(lines(Map.of("change", "GOES", "what", "Return", "dueBefore", "2026-05-01")))
        .containsExactly("Round 1 (toy.rounds): Return goes, due 2026-05-01");
    assertThat(
            lines(
                Map.of(
                    "change", "CHANGES",
                    "what", "Return",
                    "valueBefore", "due",
                    "valueAfter", "due",
                    "dueBefore", "2026-05-01",
                    "dueAfter", "2026-05-08")))
        .containsExactly("Round 1 (toy.rounds): Return changes: due, due 2026-05-01 -> 2026-05-08");
  }

  @Test
  void aCaseThatCannotBeDecidedSaysWhyNot() {
    assertThat(lines(Map.of("change", "CANNOT_BE_DECIDED", "valueAfter", "It is refused.")))
        .containsExactly("Round 1 (toy.rounds): cannot be decided under the draft: It is refused.");
  }

  private static List<String> lines(Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("caseTitle", "Round 1");
    all.put("decision", "toy.rounds");
    JsonNode change = JSON.valueToTree(all);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new DifferenceLines(
            SchemeSimulations.COLUMNS.stream()
                .map(column ->
                    change.has(column) ? change.get(column) : (JsonNode) MissingNode.getInstance())
                .toList())
        .printTo(out);
    out.flush();
    return text.toString().lines().toList();
  }
}
