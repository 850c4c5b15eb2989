package council.framework.scheme;

import council.platform.problem.Problems;

/** Where scores come from: people, prices or shares of the market. */
final class EvaluationChecks {
  private static final int MOST_EVALUATORS = 20;

  private EvaluationChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    for (int i = 0; i < vehicle.criteria().size(); i++) {
      checkScope(
          vehicle.criteria().get(i), FrameworkSection.path(code, "criteria[" + i + "]"), problems);
    }
    Evaluation evaluation = vehicle.evaluation();
    if (evaluation != null) {
      checkEvaluation(evaluation, vehicle, FrameworkSection.path(code, "evaluation"), problems);
    }
  }

  private static void checkScope(Criterion criterion, String path, Problems problems) {
    if (!criterion.isScored() && criterion.scope() != CriterionScope.ZONE) {
      problems.add(
          "OFFER_IS_BY_ZONE",
          path + ".scope",
          criterion.scope(),
          "ZONE",
          "Prices and shares of the market are told for each zone, so %s has a score for each."
              .formatted(criterion.code()));
    }
  }

  private static void checkEvaluation(
      Evaluation evaluation, Vehicle vehicle, String path, Problems problems) {
    int evaluators = evaluation.evaluatorsPerAnswer();
    if (evaluators < 1 || evaluators > MOST_EVALUATORS) {
      problems.add(
          "EVALUATORS_OUT_OF_RANGE",
          path + ".evaluatorsPerAnswer",
          evaluators,
          "1 to " + MOST_EVALUATORS,
          "An answer is scored by 1 to %d evaluators.".formatted(MOST_EVALUATORS));
    }
    if (!vehicle.criteria().isEmpty()
        && vehicle.criteria().stream().noneMatch(Criterion::isScored)) {
      problems.add(
          "NOTHING_TO_SCORE",
          path,
          null,
          "a criterion of the source SCORED, or no evaluation",
          "Every criterion is worked out, so there is nothing for people to score.");
    }
  }
}
