package council.platform.lifecycle;

import council.platform.identity.Actor;
import council.platform.lifecycle.Lifecycle.Transition;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle in which a status, a permission and a reason are all that is asked: nothing falls due
 * in it, and no transition has guards.
 */
public final class StatusSteps {
  private final LifecycleEngine engine;
  private final Lifecycle definition;
  private final String subjectPath;
  private final String reasonPath;

  /**
   * @param subjectPath where problems with the thing itself are told, such as {@code input.round}
   * @param reasonPath where a missing reason is told, such as {@code input.reason}
   */
  public StatusSteps(
      LifecycleEngine engine, Lifecycle definition, String subjectPath, String reasonPath) {
    this.engine = engine;
    this.definition = definition;
    this.subjectPath = subjectPath;
    this.reasonPath = reasonPath;
  }

  /** One transition without guards. */
  public static Transition step(
      String name, List<String> from, String to, String permission, boolean reason) {
    return new Transition(name, from, to, permission, List.of(), null, reason);
  }

  /**
   * Refuses a step that cannot be taken now, with every reason why not.
   *
   * @param reason why it is taken, in the words of whoever does
   */
  public void check(Actor actor, String status, String step, @Nullable String reason) {
    switch (engine.apply(definition, step, situation(status, actor), reason)) {
      case Step.Moved _ -> {}
      case Step.NotMoved stopped ->
          throw new Refused(stopped.obstacles().stream().map(this::problem).toList());
    }
  }

  /** Every step there is, whether it can be taken in that status by that actor, and why not. */
  public List<AllowedStep> list(String status, Actor actor) {
    return engine.actions(definition, situation(status, actor)).stream()
        .map(StatusSteps::told)
        .toList();
  }

  private static AllowedStep told(Action action) {
    String because =
        action.obstacles().stream().map(Obstacle::message).collect(Collectors.joining(" "));
    return new AllowedStep(action.name(), action.allowed(), action.allowed() ? null : because);
  }

  private static Situation situation(String status, Actor actor) {
    return new Situation(status, LocalDate.EPOCH, actor.permissions(), Guards.NONE);
  }

  private Problem problem(Obstacle obstacle) {
    boolean reasonMissing = obstacle.kind() == Obstacle.Kind.REASON_MISSING;
    return Problem.of(
        obstacle.kind().name(), reasonMissing ? reasonPath : subjectPath, obstacle.message());
  }
}
