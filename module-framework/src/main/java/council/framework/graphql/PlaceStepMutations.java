package council.framework.graphql;

import council.framework.api.PlaceSteps;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Steps by which places change after their award. */
@Singleton
final class PlaceStepMutations implements ApiPart {
  private final PlaceSteps steps;

  PlaceStepMutations(PlaceSteps steps) {
    this.steps = steps;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation(
        "movePlace", PlaceSteps.Move.class, (actor, input) -> step(steps.move(actor, input)));
    c.mutation("endPlaces", PlaceSteps.End.class, (actor, input) -> step(steps.end(actor, input)));
    c.mutation(
        "novatePlaces",
        PlaceSteps.Novate.class,
        (actor, input) -> step(steps.novate(actor, input)));
    c.mutation(
        "admitAtSite", PlaceSteps.Admit.class, (actor, input) -> step(steps.admit(actor, input)));
  }

  private static Outcome step(UUID id) {
    return Outcome.node("step", "PlaceStep", id);
  }
}
