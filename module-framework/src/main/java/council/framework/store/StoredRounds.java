package council.framework.store;

import council.framework.api.Rounds;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The rounds of the council in whose name the transaction runs. */
@Singleton
final class StoredRounds implements Rounds {
  private final RoundOpening opening;
  private final RoundImport importing;
  private final RoundEvaluation evaluation;
  private final RoundAward award;

  StoredRounds(
      RoundOpening opening, RoundImport importing, RoundEvaluation evaluation, RoundAward award) {
    this.opening = opening;
    this.importing = importing;
    this.evaluation = evaluation;
    this.award = award;
  }

  @Override
  public UUID open(Actor actor, OpenRound command) {
    return opening.open(actor, command);
  }

  @Override
  public ImportReport importFiles(Actor actor, ImportRound command) {
    return importing.importFiles(actor, command);
  }

  @Override
  public void evaluate(Actor actor, EvaluateRound command) {
    evaluation.evaluate(actor, command);
  }

  @Override
  public void withdrawProposal(Actor actor, EndRound command) {
    evaluation.withdraw(actor, command);
  }

  @Override
  public void startStandstill(Actor actor, DatedStep command) {
    award.startStandstill(actor, command);
  }

  @Override
  public void award(Actor actor, DatedStep command) {
    award.award(actor, command);
  }

  @Override
  public void cancel(Actor actor, EndRound command) {
    award.cancel(actor, command);
  }
}
