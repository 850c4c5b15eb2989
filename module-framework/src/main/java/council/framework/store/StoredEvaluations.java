package council.framework.store;

import council.framework.api.Evaluations;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Scoring by people in the council in whose name the transaction runs. */
@Singleton
final class StoredEvaluations implements Evaluations {
  private final EvaluatorAppointment appointment;
  private final InterestDeclarations declarations;
  private final AnswerScoring scoring;
  private final AnswerModeration moderation;

  StoredEvaluations(
      EvaluatorAppointment appointment,
      InterestDeclarations declarations,
      AnswerScoring scoring,
      AnswerModeration moderation) {
    this.appointment = appointment;
    this.declarations = declarations;
    this.scoring = scoring;
    this.moderation = moderation;
  }

  @Override
  public UUID appoint(Actor actor, AppointEvaluator command) {
    return appointment.appoint(actor, command);
  }

  @Override
  public void standDown(Actor actor, StandDown command) {
    appointment.standDown(actor, command);
  }

  @Override
  public void declare(Actor actor, DeclareInterests command) {
    declarations.declare(actor, command);
  }

  @Override
  public UUID score(Actor actor, ScoreAnswer command) {
    return scoring.score(actor, command);
  }

  @Override
  public void moderate(Actor actor, ModerateAnswer command) {
    moderation.moderate(actor, command);
  }
}
