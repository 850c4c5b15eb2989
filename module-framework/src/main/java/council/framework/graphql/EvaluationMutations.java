package council.framework.graphql;

import council.framework.api.Evaluations;
import council.framework.api.Evaluations.AppointEvaluator;
import council.framework.api.Evaluations.DeclareInterests;
import council.framework.api.Evaluations.ModerateAnswer;
import council.framework.api.Evaluations.ScoreAnswer;
import council.framework.api.Evaluations.StandDown;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Appointing, declaring, scoring, moderating. */
@Singleton
final class EvaluationMutations implements ApiPart {
  private final Evaluations evaluations;

  EvaluationMutations(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation(
        "appointEvaluator",
        AppointEvaluator.class,
        (actor, input) -> evaluator(evaluations.appoint(actor, input)));
    c.mutation("standDownEvaluator", StandDown.class, this::standDown);
    c.mutation("declareInterests", DeclareInterests.class, this::declareInterests);
    c.mutation(
        "scoreAnswer",
        ScoreAnswer.class,
        (actor, input) -> Outcome.node("score", "EvaluatorScore", evaluations.score(actor, input)));
    c.mutation("moderateAnswer", ModerateAnswer.class, this::moderate);
  }

  private Outcome standDown(Actor actor, StandDown input) {
    evaluations.standDown(actor, input);
    return evaluator(input.evaluator());
  }

  private Outcome declareInterests(Actor actor, DeclareInterests input) {
    evaluations.declare(actor, input);
    return evaluator(input.evaluator());
  }

  private Outcome moderate(Actor actor, ModerateAnswer input) {
    evaluations.moderate(actor, input);
    return Outcome.node("answer", "EvaluationAnswer", input.answer());
  }

  private static Outcome evaluator(UUID id) {
    return Outcome.node("evaluator", "Evaluator", id);
  }
}
