package council.config.store;

import static council.platform.lifecycle.StatusSteps.step;

import council.config.ConfigModule;
import council.config.api.DraftActions;
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

  private final StatusSteps steps;

  DraftLifecycle(LifecycleEngine engine) {
    this.steps = new StatusSteps(engine, DEFINITION, "input.draft", "input.why");
  }

  /** Refuses a step that cannot be taken now, with every reason why not. */
  void check(Actor actor, String status, String step, @Nullable String why) {
    steps.check(actor, status, step, why);
  }

  @Override
  public List<AllowedStep> list(String status, Actor actor) {
    return steps.list(status, actor);
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
