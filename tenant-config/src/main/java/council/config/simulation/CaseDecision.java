package council.config.simulation;

import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.json.CanonicalJson;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one scheme makes of one case. */
public sealed interface CaseDecision {

  /** Nothing comes about where the scheme does not speak of the case. */
  record Made(List<Effect> effects) implements CaseDecision {
    public Made {
      effects = List.copyOf(effects);
    }
  }

  /**
   * The engine, or what it needs to know, fails on the case.
   *
   * @param why for people of the council; never the text of an exception that is not meant for them
   * @param cause for the log
   */
  record NotMade(String why, RuntimeException cause) implements CaseDecision {}

  /**
   * Runs the engine as a real decision runs it: over facts that went through canonical JSON.
   *
   * @param facts absent where the scheme does not speak of the case
   */
  static <S, F, R> CaseDecision of(
      DecisionEngine<S, F, R> engine, SchemeView scheme, @Nullable F facts) {
    Optional<S> section = scheme.findSection(engine.sectionType());
    if (section.isEmpty() || facts == null) {
      return new Made(List.of());
    }
    try {
      F seen = CanonicalJson.read(CanonicalJson.text(facts), engine.factsType());
      Decided<R> decided = engine.decide(section.get(), seen);
      return new Made(engine.effects(seen, decided));
    } catch (RuntimeException e) {
      return notMade(e);
    }
  }

  /** In words that people of the council may read. */
  static NotMade notMade(RuntimeException cause) {
    return new NotMade(
        switch (cause) {
          case Refused refused -> codesOf(refused);
          case PlatformException platform when platform.code() != ErrorCode.INTERNAL ->
              String.valueOf(platform.getMessage());
          default -> "It cannot be decided, for a reason that stands in the log.";
        },
        cause);
  }

  /** Codes and places only: the messages may hold values that not every reader may see. */
  private static String codesOf(Refused refused) {
    return refused.problems().stream()
        .sorted(Problem.BY_PATH)
        .map(problem -> problem.code() + " at " + problem.path())
        .collect(Collectors.joining(", ", "It is refused: ", "."));
  }
}
