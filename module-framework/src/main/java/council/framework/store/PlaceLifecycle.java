package council.framework.store;

import static council.platform.lifecycle.StatusSteps.step;

import council.framework.api.PlaceActions;
import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.Lifecycle.State;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.StatusSteps;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Which step of a place, a suspension or an exemption can be taken when, and by whom. Actions are
 * named as their mutations. What the scheme's own steps ask for beside that is decided by them.
 */
@Singleton
final class PlaceLifecycle implements PlaceActions {
  static final String GRANTED = "GRANTED";
  static final String ENDED = "ENDED";
  private static final String HELD = "HELD";
  private static final String IN_FORCE = "IN_FORCE";
  private static final String LIFTED = "LIFTED";
  private static final String MANAGE = "framework.place.manage";
  private static final String END = "framework.place.end";
  private static final String EXEMPT = "framework.exemption.manage";

  private static final Lifecycle PLACE =
      new Lifecycle(
          HELD,
          Map.of(HELD, new State("The place is held", false), ENDED, new State("Ended", true)),
          List.of(
              step("movePlace", List.of(HELD), ENDED, MANAGE, true),
              step("endPlaces", List.of(HELD), ENDED, END, true),
              step("novatePlaces", List.of(HELD), ENDED, END, true)));

  private static final Lifecycle SUSPENSION =
      new Lifecycle(
          IN_FORCE,
          Map.of(
              IN_FORCE,
              new State("The suspension holds", false),
              LIFTED,
              new State("Lifted", true)),
          List.of(
              step("reviewSuspension", List.of(IN_FORCE), IN_FORCE, MANAGE, true),
              step("liftSuspension", List.of(IN_FORCE), LIFTED, MANAGE, true)));

  private static final Lifecycle EXEMPTION =
      new Lifecycle(
          GRANTED,
          Map.of(
              GRANTED, new State("The location is exempt", false), ENDED, new State("Ended", true)),
          List.of(
              step("extendExemption", List.of(GRANTED), GRANTED, EXEMPT, true),
              step("endExemption", List.of(GRANTED), ENDED, EXEMPT, true)));

  private final StatusSteps ofPlace;
  private final StatusSteps ofSuspension;
  private final StatusSteps ofExemption;

  PlaceLifecycle(LifecycleEngine engine) {
    this.ofPlace = new StatusSteps(engine, PLACE, "input.place", "input.reason");
    this.ofSuspension = new StatusSteps(engine, SUSPENSION, "input.suspension", "input.reason");
    this.ofExemption = new StatusSteps(engine, EXEMPTION, "input.exemption", "input.reason");
  }

  void checkPlace(Actor actor, boolean ended, String step, String reason) {
    ofPlace.check(actor, ended ? ENDED : HELD, step, reason);
  }

  void checkSuspension(Actor actor, boolean lifted, String step, String reason) {
    ofSuspension.check(actor, lifted ? LIFTED : IN_FORCE, step, reason);
  }

  void checkExemption(Actor actor, String status, String step, String reason) {
    ofExemption.check(actor, status, step, reason);
  }

  @Override
  public List<AllowedStep> listOfPlace(boolean ended, Actor actor) {
    return ofPlace.list(ended ? ENDED : HELD, actor);
  }

  @Override
  public List<AllowedStep> listOfSuspension(boolean lifted, Actor actor) {
    return ofSuspension.list(lifted ? LIFTED : IN_FORCE, actor);
  }

  @Override
  public List<AllowedStep> listOfExemption(String status, Actor actor) {
    return ofExemption.list(status, actor);
  }
}
