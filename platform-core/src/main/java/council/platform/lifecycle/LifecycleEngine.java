package council.platform.lifecycle;

import council.platform.calendar.WorkingDays;
import council.platform.lifecycle.Lifecycle.Transition;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs any lifecycle. Pure: it keeps nothing and asks nobody but the guards given to it. */
@Singleton
public final class LifecycleEngine {
  private final WorkingDays workingDays;

  public LifecycleEngine(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** Every action of the lifecycle, in its order, with the reasons why it cannot be done now. */
  public List<Action> actions(Lifecycle lifecycle, Situation situation) {
    return lifecycle.transitions().stream()
        .map(Transition::name)
        .distinct()
        .map(name -> action(lifecycle, name, situation))
        .toList();
  }

  /**
   * Does an action, or says everything that stands against it.
   *
   * @param reason why, in the words of whoever does it
   * @throws IllegalArgumentException for an action that the lifecycle does not have
   */
  public Step apply(
      Lifecycle lifecycle, String name, Situation situation, @Nullable String reason) {
    if (lifecycle.statesBefore(name).isEmpty()) {
      throw new IllegalArgumentException("Expected an action of the lifecycle, but got " + name);
    }
    Action action = action(lifecycle, name, situation);
    List<Obstacle> obstacles = new ArrayList<>(action.obstacles());
    if (action.reasonRequired() && (reason == null || reason.isBlank())) {
      obstacles.add(
          new Obstacle(
              Obstacle.Kind.REASON_MISSING, "Expected a reason for " + name + ", but none given."));
    }
    String to = action.to();
    return to == null || !obstacles.isEmpty()
        ? new Step.NotMoved(name, obstacles)
        : new Step.Moved(name, situation.state(), to);
  }

  private Action action(Lifecycle lifecycle, String name, Situation situation) {
    return lifecycle
        .findTransition(name, situation.state())
        .map(transition -> fromHere(transition, situation))
        .orElseGet(() -> notFromHere(lifecycle, name, situation));
  }

  private Action fromHere(Transition transition, Situation situation) {
    return new Action(
        transition.name(),
        transition.to(),
        transition.reasonRequired(),
        obstacles(transition, situation),
        dueBy(transition, situation));
  }

  private @Nullable LocalDate dueBy(Transition transition, Situation situation) {
    DueWithin within = transition.dueWithin();
    return within == null ? null : within.dueBy(situation.since(), workingDays);
  }

  private static List<Obstacle> obstacles(Transition transition, Situation situation) {
    List<Obstacle> found = new ArrayList<>();
    if (!situation.permissions().contains(transition.permission())) {
      found.add(
          new Obstacle(
              Obstacle.Kind.NO_PERMISSION,
              "It takes the permission " + transition.permission() + "."));
    }
    for (String guard : transition.guards()) {
      situation
          .guards()
          .findObstacle(guard)
          .ifPresent(why -> found.add(new Obstacle(Obstacle.Kind.GUARD, why)));
    }
    return found;
  }

  private static Action notFromHere(Lifecycle lifecycle, String name, Situation situation) {
    String message =
        "It is possible in %s only, not in %s."
            .formatted(String.join(" or ", lifecycle.statesBefore(name)), situation.state());
    return new Action(
        name, null, false, List.of(new Obstacle(Obstacle.Kind.WRONG_STATE, message)), null);
  }
}
