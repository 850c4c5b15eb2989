package council.framework.graphql;

import council.framework.api.Rounds;
import council.framework.api.Rounds.DatedStep;
import council.framework.api.Rounds.EndRound;
import council.framework.api.Rounds.EvaluateRound;
import council.framework.api.Rounds.ImportRound;
import council.framework.api.Rounds.OpenRound;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The steps of a round. */
@Singleton
final class RoundMutations implements ApiPart {
  private final Rounds rounds;

  RoundMutations(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation("openRound", OpenRound.class, (actor, input) -> round(rounds.open(actor, input)));
    c.mutation("importRound", ImportRound.class, this::importFiles);
    c.mutation("evaluateRound", EvaluateRound.class, this::evaluate);
    c.mutation("startStandstill", DatedStep.class, this::startStandstill);
    c.mutation("awardRound", DatedStep.class, this::award);
    c.mutation("withdrawProposal", EndRound.class, this::withdraw);
    c.mutation("cancelRound", EndRound.class, this::cancel);
  }

  private Outcome importFiles(Actor actor, ImportRound input) {
    var report = rounds.importFiles(actor, input);
    return round(input.round()).andValue("report", report);
  }

  private Outcome evaluate(Actor actor, EvaluateRound input) {
    rounds.evaluate(actor, input);
    return round(input.round());
  }

  private Outcome startStandstill(Actor actor, DatedStep input) {
    rounds.startStandstill(actor, input);
    return round(input.round());
  }

  private Outcome award(Actor actor, DatedStep input) {
    rounds.award(actor, input);
    return round(input.round());
  }

  private Outcome withdraw(Actor actor, EndRound input) {
    rounds.withdrawProposal(actor, input);
    return round(input.round());
  }

  private Outcome cancel(Actor actor, EndRound input) {
    rounds.cancel(actor, input);
    return round(input.round());
  }

  private static Outcome round(UUID id) {
    return Outcome.node("round", "EvaluationRound", id);
  }
}
