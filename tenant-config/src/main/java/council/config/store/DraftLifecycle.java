package council.config.store;

import council.config.ConfigModule;
import council.config.api.DraftActions;
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

/** Which step of a draft can be taken when, and by whom. Actions are named as their mutations. */
@Singleton
final class DraftLifecycle implements DraftActions {
  static final String DRAFT = "DRAFT";
  static final String SUBMITTED = "SUBMITTED";
  static final String APPROVED = "APPROVED";
  static final String PUBLISHED = "PUBLISHED";
  static final String WITHDRAWN = "WITHDRAWN";

  static final Lifecycle DEFINITION =
      new Lifecycle(
          DRAFT,
          states(),
          List.of(
              step("saveSchemeDraft", List.of(DRAFT), DRAFT, ConfigModule.DRAFT, false),
              step("editSchemeDraft", List.of(DRAFT), DRAFT, ConfigModule.DRAFT, false),
              step("addSchemeExample", List.of(DRAFT), DRAFT, ConfigModule.DRAFT, false),
              step("rebaseSchemeDraft", List.of(DRAFT), DRAFT, ConfigModule.DRAFT, false),
              step("simulateScheme", List.of(DRAFT), DRAFT, ConfigModule.SIMULATE, false),
              step("simulateScheme", List.of(SUBMITTED), SUBMITTED, ConfigModule.SIMULATE, false),
              step("simulateScheme", List.of(APPROVED), APPROVED, ConfigModule.SIMULATE, false),
              step("submitSchemeDraft", List.of(DRAFT), SUBMITTED, ConfigModule.DRAFT, false),
              step(
                  "returnSchemeDraft",
                  List.of(SUBMITTED, APPROVED),
                  DRAFT,
                  ConfigModule.APPROVE,
                  true),
              step("approveSchemeDraft", List.of(SUBMITTED), APPROVED, ConfigModule.APPROVE, false),
              step("publishSchemeDraft", List.of(APPROVED), PUBLISHED, ConfigModule.PUBLISH, false),
              step(
                  "withdrawSchemeDraft",
                  List.of(DRAFT, SUBMITTED, APPROVED),
                  WITHDRAWN,
                  ConfigModule.DRAFT,
                  true)));

  private final LifecycleEngine engine;

  DraftLifecycle(LifecycleEngine engine) {
    this.engine = engine;
  }

  /** Refuses a step that cannot be taken now, with every reason why not. */
  void check(Actor actor, String status, String step, @Nullable String why) {
    switch (engine.apply(DEFINITION, step, situation(status, actor), why)) {
      case Step.Moved _ -> {}
      case Step.NotMoved stopped ->
          throw new Refused(stopped.obstacles().stream().map(DraftLifecycle::problem).toList());
    }
  }

  @Override
  public List<DraftActions.Action> list(String status, Actor actor) {
    return engine.actions(DEFINITION, situation(status, actor)).stream()
        .map(DraftLifecycle::told)
        .toList();
  }

  private static DraftActions.Action told(council.platform.lifecycle.Action action) {
    String because =
        action.obstacles().stream().map(Obstacle::message).collect(Collectors.joining(" "));
    return new DraftActions.Action(
        action.name(), action.allowed(), action.allowed() ? null : because);
  }

  /** Nothing in it falls due, so the day does not matter. */
  private static Situation situation(String status, Actor actor) {
    return new Situation(status, LocalDate.EPOCH, actor.permissions(), Guards.NONE);
  }

  private static Problem problem(Obstacle obstacle) {
    String path = obstacle.kind() == Obstacle.Kind.REASON_MISSING ? "input.why" : "input.draft";
    return Problem.of(obstacle.kind().name(), path, obstacle.message());
  }

  private static Transition step(
      String name, List<String> from, String to, String permission, boolean reason) {
    return new Transition(name, from, to, permission, List.of(), null, reason);
  }

  private static Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    states.put(DRAFT, new State("Being written", false));
    states.put(SUBMITTED, new State("Handed in for approval", false));
    states.put(APPROVED, new State("Approved by somebody else", false));
    states.put(PUBLISHED, new State("Published as a version", true));
    states.put(WITHDRAWN, new State("Given up", true));
    return states;
  }
}
