package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.decision.DecisionEngine;
import council.platform.json.CanonicalJson;
import council.platform.problem.Problem;
import council.platform.scheme.PlainValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a scheme's worked examples and compares the results with what they expect. */
final class ExampleRuns {
  /** Whoever waits for all examples waits no longer than this and one more example. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final SchemeDocument scheme;
  private final Engines engines;

  ExampleRuns(SchemeDocument scheme, Engines engines) {
    this.scheme = scheme;
    this.engines = engines;
  }

  List<ExampleOutcome> run() {
    List<ExampleOutcome> outcomes = new ArrayList<>();
    Instant end = Instant.now().plus(LONGEST);
    for (Example example : scheme.examples()) {
      String path = Paths.index(ExampleChecks.KEY, outcomes.size());
      List<Problem> differences =
          Instant.now().isBefore(end)
              ? differences(example, path)
              : List.of(tooLate(example, path));
      outcomes.add(
          new ExampleOutcome(
              example.name(), example.decision(), differences.isEmpty(), differences));
    }
    return outcomes;
  }

  private static Problem tooLate(Example example, String path) {
    String message =
        "The examples before it took more than %d seconds, so that %s was not decided; keep examples small."
            .formatted(LONGEST.toSeconds(), example.name());
    return new Problem("EXAMPLES_TOO_SLOW", path, message, null, "small examples");
  }

  private List<Problem> differences(Example example, String path) {
    if (engines
        .find(example.decision())
        .filter(engine -> isTooLarge(engine, example))
        .isPresent()) {
      return List.of(tooLarge(example, path));
    }
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

  private <S, F, R> boolean isTooLarge(DecisionEngine<S, F, R> engine, Example example) {
    F bound = CanonicalJson.read(example.facts().canonicalJson(), engine.factsType());
    return scheme
        .findSection(engine.sectionType())
        .filter(section -> !engine.isQuick(section, bound))
        .isPresent();
  }

  private static Problem tooLarge(Example example, String path) {
    String message =
        "Expected facts that are decided at once, whenever the scheme is read, but those of %s are too many."
            .formatted(example.name());
    return new Problem("EXAMPLE_TOO_LARGE", path + ".facts", message, null, "fewer facts");
  }

  private static Problem undecided(Example example, String path) {
    String message =
        "Expected a decision, but %s cannot decide on these facts under this scheme; see that the"
            + " scheme has what the facts name.";
    return new Problem(
        "EXAMPLE_UNDECIDED", path, message.formatted(example.decision()), null, "a decision");
  }
}
