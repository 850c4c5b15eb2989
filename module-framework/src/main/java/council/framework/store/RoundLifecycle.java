package council.framework.store;

import council.framework.api.RoundActions;
import council.platform.identity.Actor;
import council.platform.lifecycle.Guards;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.Lifecycle.State;
import council.platform.lifecycle.Lifecycle.Transition;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.Obstacle;
import council.platform.lifecycle.Situation;
import council.platform.lifecycle.Step;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which step of a round can be taken when, and by whom. Actions are named as their mutations. */
@Singleton
final class RoundLifecycle implements RoundActions {
  static final String COLLECTING = "COLLECTING";
  static final String PROPOSED = "PROPOSED";
  static final String STANDSTILL = "STANDSTILL";
  static final String AWARDED = "AWARDED";
  static final String CANCELLED = "CANCELLED";
  private static final String MANAGE = "framework.round.manage";
  private static final String AWARD = "framework.round.award";

  static final Lifecycle DEFINITION =
      new Lifecycle(
          COLLECTING,
          states(),
          List.of(
              step("importRound", List.of(COLLECTING), COLLECTING, MANAGE, false),
              step("evaluateRound", List.of(COLLECTING), PROPOSED, MANAGE, false),
              step("withdrawProposal", List.of(PROPOSED), COLLECTING, MANAGE, true),
              step("startStandstill", List.of(PROPOSED), STANDSTILL, AWARD, false),
              step("awardRound", List.of(STANDSTILL), AWARDED, AWARD, false),
              step(
                  "cancelRound",
                  List.of(COLLECTING, PROPOSED, STANDSTILL),
                  CANCELLED,
                  AWARD,
                  true)));

  private final LifecycleEngine engine;

  RoundLifecycle(LifecycleEngine engine) {
    this.engine = engine;
  }

  /** Refuses a step that cannot be taken now, with every reason why not. */
  void check(Actor actor, Round round, String step, @Nullable String reason) {
    var outcome = engine.apply(DEFINITION, step, situation(round.status(), actor), reason);
    switch (outcome) {
      case Step.Moved moved -> {}
      case Step.NotMoved stopped ->
          throw new Refused(stopped.obstacles().stream().map(RoundLifecycle::problem).toList());
    }
  }

  @Override
  public List<RoundActions.Action> list(String status, Actor actor) {
    return engine.actions(DEFINITION, situation(status, actor)).stream()
        .map(RoundLifecycle::told)
        .toList();
  }

  private static RoundActions.Action told(council.platform.lifecycle.Action action) {
    var because =
        action.obstacles().stream().map(Obstacle::message).collect(Collectors.joining(" "));
    return new RoundActions.Action(
        action.name(), action.allowed(), action.allowed() ? null : because);
  }

  /** Nothing in it falls due, so the day does not matter. */
  private static Situation situation(String status, Actor actor) {
    return new Situation(status, LocalDate.EPOCH, actor.permissions(), Guards.NONE);
  }

  private static Problem problem(Obstacle obstacle) {
    var path = obstacle.kind() == Obstacle.Kind.REASON_MISSING ? "input.reason" : "input.round";
    return Problem.of(obstacle.kind().name(), path, obstacle.message());
  }

  private static Transition step(
      String name, List<String> from, String to, String permission, boolean reason) {
    return new Transition(name, from, to, permission, List.of(), null, reason);
  }

  private static Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    states.put(COLLECTING, new State("Applications are collected", false));
    states.put(PROPOSED, new State("An allocation is proposed", false));
    states.put(STANDSTILL, new State("The standstill runs", false));
    states.put(AWARDED, new State("Places were awarded", true));
    states.put(CANCELLED, new State("Ended without an award", true));
    return states;
  }
}
