package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.decision.DecisionEngine;
import council.platform.json.CanonicalJson;
import council.platform.problem.Problem;
import council.platform.scheme.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a scheme's worked examples and compares the results with what they expect. */
final class ExampleRuns {
  private final SchemeDocument scheme;
  private final Engines engines;

  ExampleRuns(SchemeDocument scheme, Engines engines) {
    this.scheme = scheme;
    this.engines = engines;
  }

  List<ExampleOutcome> run() {
    List<ExampleOutcome> outcomes = new ArrayList<>();
    for (Example example : scheme.examples()) {
      String path = Paths.index(ExampleChecks.KEY, outcomes.size());
      List<Problem> differences = differences(example, path);
      outcomes.add(
          new ExampleOutcome(
              example.name(), example.decision(), differences.isEmpty(), differences));
    }
    return outcomes;
  }

  private List<Problem> differences(Example example, String path) {
    Optional<JsonNode> result =
        engines.find(example.decision()).flatMap(engine -> decide(engine, example.facts()));
    return result
        .map(found -> Differences.of(example.expected().json(), found, path + ".expected"))
        .orElseGet(() -> List.of(undecided(example, path)));
  }

  /**
   * Absent where the engine gives up. It was written for facts that were checked when they were
   * taken in, so it may do so by any exception.
   */
  private <S, F, R> Optional<JsonNode> decide(DecisionEngine<S, F, R> engine, PlainValue facts) {
    try {
      F bound = CanonicalJson.read(facts.canonicalJson(), engine.factsType());
      return scheme
          .findSection(engine.sectionType())
          .map(section -> PlainValue.of(engine.decide(section, bound).result()).json());
    } catch (RuntimeException cannotDecide) {
      return Optional.empty();
    }
  }

  private static Problem undecided(Example example, String path) {
    String message =
        "Expected a decision, but %s cannot decide on these facts under this scheme; see that the"
            + " scheme has what the facts name.";
    return new Problem(
        "EXAMPLE_UNDECIDED", path, message.formatted(example.decision()), null, "a decision");
  }
}
