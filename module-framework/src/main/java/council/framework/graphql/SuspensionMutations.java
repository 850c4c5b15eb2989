package council.framework.graphql;

import council.framework.api.Suspensions;
import council.framework.api.Suspensions.Lift;
import council.framework.api.Suspensions.Review;
import council.framework.api.Suspensions.Suspend;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Suspending and lifting. */
@Singleton
final class SuspensionMutations implements ApiPart {
  private final Suspensions suspensions;

  SuspensionMutations(Suspensions suspensions) {
    this.suspensions = suspensions;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation(
        "suspendProvider",
        Suspend.class,
        (actor, input) -> suspension(suspensions.suspend(actor, input)));
    c.mutation("liftSuspension", Lift.class, this::lift);
    c.mutation("reviewSuspension", Review.class, this::review);
  }

  private Outcome review(Actor actor, Review input) {
    suspensions.review(actor, input);
    return suspension(input.suspension());
  }

  private Outcome lift(Actor actor, Lift input) {
    suspensions.lift(actor, input);
    return suspension(input.suspension());
  }

  private static Outcome suspension(UUID id) {
    return Outcome.node("suspension", "Suspension", id);
  }
}
