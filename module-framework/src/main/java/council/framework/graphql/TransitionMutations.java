package council.framework.graphql;

import council.framework.api.TierReviews;
import council.framework.api.TierReviews.RecordTierReview;
import council.framework.api.Transitions;
import council.framework.api.Transitions.ChooseReceiver;
import council.framework.api.Transitions.MoveCase;
import council.framework.api.Transitions.OpenBlocker;
import council.framework.api.Transitions.RecordChoice;
import council.framework.api.Transitions.RecordHomeCheck;
import council.framework.api.Transitions.RecordReview;
import council.framework.api.Transitions.RecordStaffTransfer;
import council.framework.api.Transitions.ResolveBlocker;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Working the cases of locations that move, and reviewing places. */
@Singleton
final class TransitionMutations implements ApiPart {
  private final Transitions transitions;
  private final TierReviews reviews;

  TransitionMutations(Transitions transitions, TierReviews reviews) {
    this.transitions = transitions;
    this.reviews = reviews;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation("recordTransitionReview", RecordReview.class, this::recordReview);
    c.mutation("recordTransitionChoice", RecordChoice.class, this::recordChoice);
    c.mutation("recordStaffTransfer", RecordStaffTransfer.class, this::recordStaffTransfer);
    c.mutation("chooseTransitionReceiver", ChooseReceiver.class, this::chooseReceiver);
    c.mutation("recordHomeCheck", RecordHomeCheck.class, this::recordHomeCheck);
    c.mutation(
        "openTransitionBlocker",
        OpenBlocker.class,
        (actor, input) -> blocker(transitions.openBlocker(actor, input)));
    c.mutation("resolveTransitionBlocker", ResolveBlocker.class, this::resolveBlocker);
    c.mutation("moveTransitionCase", MoveCase.class, this::move);
    c.mutation("recordTierReview", RecordTierReview.class, this::recordTierReview);
  }

  private Outcome recordReview(Actor actor, RecordReview input) {
    transitions.recordReview(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome recordChoice(Actor actor, RecordChoice input) {
    transitions.recordChoice(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome recordStaffTransfer(Actor actor, RecordStaffTransfer input) {
    transitions.recordStaffTransfer(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome chooseReceiver(Actor actor, ChooseReceiver input) {
    transitions.chooseReceiver(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome recordHomeCheck(Actor actor, RecordHomeCheck input) {
    transitions.recordHomeCheck(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome resolveBlocker(Actor actor, ResolveBlocker input) {
    transitions.resolveBlocker(actor, input);
    return blocker(input.blocker());
  }

  private Outcome move(Actor actor, MoveCase input) {
    transitions.move(actor, input);
    return transitionCase(input.transitionCase());
  }

  private Outcome recordTierReview(Actor actor, RecordTierReview input) {
    List<String> cases = reviews.record(actor, input);
    return Outcome.node("tierReview", "TierReview", input.tierReview()).andValue("cases", cases);
  }

  private static Outcome transitionCase(UUID id) {
    return Outcome.node("transitionCase", "TransitionCase", id);
  }

  private static Outcome blocker(UUID id) {
    return Outcome.node("blocker", "TransitionBlocker", id);
  }
}
