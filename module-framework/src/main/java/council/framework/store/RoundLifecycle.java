package council.framework.store;

import static council.platform.lifecycle.StatusSteps.step;

import council.framework.api.RoundActions;
import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.Lifecycle.State;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.StatusSteps;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final StatusSteps steps;

  RoundLifecycle(LifecycleEngine engine) {
    this.steps = new StatusSteps(engine, DEFINITION, "input.round", "input.reason");
  }

  /** Refuses a step that cannot be taken now, with every reason why not. */
  void check(Actor actor, Round round, String step, @Nullable String reason) {
    steps.check(actor, round.status(), step, reason);
  }

  @Override
  public List<AllowedStep> list(String status, Actor actor) {
    return steps.list(status, actor);
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
