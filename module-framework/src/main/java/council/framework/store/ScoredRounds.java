package council.framework.store;

import council.framework.scheme.Criterion;
import council.framework.scheme.Evaluation;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rounds whose answers people score, held still while one of them is scored. */
@Singleton
final class ScoredRounds {
  private static final int DECIMALS = 4;
  private final RoundStore rounds;
  private final RoundSteps steps;

  ScoredRounds(RoundStore rounds, RoundSteps steps) {
    this.rounds = rounds;
    this.steps = steps;
  }

  /** A round that collects, with how its scheme has it scored. */
  record Scored(Round round, Vehicle vehicle, Evaluation evaluation) {}

  /**
   * Nobody evaluates the round until the transaction ends; others may score beside.
   *
   * @param path where it is told that this cannot be done
   */
  Scored get(UUID id, String path) {
    Round round =
        rounds
            .findShared(id)
            .orElseThrow(() -> new Refused("UNKNOWN_ROUND", path, "There is no such round."));
    Vehicle vehicle = steps.vehicleOf(round);
    Evaluation evaluation = vehicle.evaluation();
    Problems problems = new Problems();
    if (evaluation == null) {
      problems.add(
          "NOT_SCORED_BY_PEOPLE",
          path,
          round.reference(),
          "a round of a framework with evaluation",
          "The scores of %s are imported as they were agreed.".formatted(round.vehicle()));
    }
    if (!round.status().equals(RoundLifecycle.COLLECTING)) {
      problems.add(
          "WRONG_STATE",
          path,
          round.status(),
          RoundLifecycle.COLLECTING,
          "Answers are scored while the round collects, and it is %s.".formatted(round.status()));
    }
    problems.throwIfAny();
    return new Scored(round, vehicle, evaluation(evaluation));
  }

  private static Evaluation evaluation(@Nullable Evaluation evaluation) {
    if (evaluation == null) {
      throw new IllegalStateException("Expected to have told that nobody scores here");
    }
    return evaluation;
  }

  static void checkScore(BigDecimal score, Criterion criterion, Problems problems) {
    BigDecimal maximum = criterion.maximumScore();
    if (score.signum() < 0
        || score.compareTo(maximum) > 0
        || score.stripTrailingZeros().scale() > DECIMALS) {
      problems.add(
          "SCORE_OUT_OF_RANGE",
          "input.score",
          score.toPlainString(),
          "0 to %s with at most %d decimals".formatted(maximum.toPlainString(), DECIMALS),
          "%s is scored from 0 to %s.".formatted(criterion.code(), maximum.toPlainString()));
    }
  }
}
