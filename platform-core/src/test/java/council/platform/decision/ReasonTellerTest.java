package council.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.decision.Reason.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonTellerTest {
  private static final ReasonTexts TEXTS =
      new ReasonTexts() {
        @Override
        public boolean speaksFor(String kind) {
          return kind.equals("test.gate");
        }

        @Override
        public Optional<String> findSentence(Reason reason) {
          return reason.rule().equals("reachesThreshold")
              ? Optional.of("The score of " + reason.seen().get("score") + " % is enough.")
              : Optional.empty();
        }
      };

  private static final Reason TREE =
      new Reason(
          "passesTheGate",
          "",
          Map.of(),
          Verdict.FAILED,
          List.of(
              Reason.of("reachesThreshold", "x", Verdict.PASSED, Map.of("score", "71.2000")),
              Reason.of("reachesPassMark", "x", Verdict.FAILED, figures())));

  private final ReasonTeller teller = new ReasonTeller(List.of(TEXTS));

  @Test
  void tellsTheTreeInTheModulesWordsAndPlainlyWhereThereAreNone() {
    assertThat(teller.tell("test.gate", List.of(TREE)))
        .isEqualTo(
            """
            Failed: passesTheGate
              Passed: The score of 71.2000 % is enough.
              Failed: reachesPassMark (score 2, mark 3)
            """);
  }

  @Test
  void nobodySpeaksForAnotherKind() {
    assertThat(teller.sentence("other.kind", TREE.because().getFirst()))
        .isEqualTo("reachesThreshold (score 71.2000)");
  }

  private static Map<String, String> figures() {
    Map<String, String> seen = new LinkedHashMap<>();
    seen.put("score", "2");
    seen.put("mark", "3");
    return seen;
  }
}
