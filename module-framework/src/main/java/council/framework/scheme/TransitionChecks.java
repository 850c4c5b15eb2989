package council.framework.scheme;

import council.platform.lifecycle.Lifecycle;
import council.platform.lifecycle.LifecycleCheck;
import council.platform.problem.Problems;
import java.util.HashSet;
import java.util.Map;

/** How the cases of locations that move are worked. */
final class TransitionChecks {
  private final TransitionCases cases;
  private final String path;
  private final Problems problems;

  private TransitionChecks(TransitionCases cases, String path, Problems problems) {
    this.cases = cases;
    this.path = path;
    this.problems = problems;
  }

  static void check(String code, Vehicle vehicle, Problems problems) {
    Transition transition = vehicle.transition();
    if (transition == null || transition.cases() == null) {
      return;
    }
    String path = FrameworkSection.path(code, "transition.cases");
    TransitionChecks check = new TransitionChecks(transition.cases(), path, problems);
    LifecycleCheck.check(
        transition.cases().stages(),
        path + ".stages",
        TransitionCases.GUARDS,
        TransitionCases.PERMISSIONS,
        problems);
    check.stageCodes();
    check.movedStages();
    check.steps();
    check.reviewTypes();
    check.choices();
    check.guardsCanHold();
  }

  private void stageCodes() {
    cases
        .stages()
        .states()
        .forEach((code, state) -> {
          String at = path + ".stages.states." + code;
          FrameworkChecks.checkCode(code, at, problems);
          FrameworkChecks.checkTitle(state.title(), at, problems);
        });
  }

  private void movedStages() {
    var seen = new HashSet<String>();
    for (int i = 0; i < cases.movedStages().size(); i++) {
      String stage = cases.movedStages().get(i);
      String at = path + ".movedStages[" + i + "]";
      if (!seen.add(stage)) {
        problems.add("DUPLICATE_STAGE", at, "The stage " + stage + " is listed more than once.");
      }
      FrameworkChecks.checkKnown(
          "UNKNOWN_STAGE", "stage", stage, cases.stages().states().keySet(), at, problems);
      if (stage.equals(cases.stages().initial())) {
        problems.add(
            "BEGINS_MOVED",
            at,
            stage,
            "a stage in which no case begins",
            "A case would begin with its service moved.");
      }
    }
    if (cases.movedStages().isEmpty()) {
      problems.add(
          "NO_MOVED_STAGE",
          path + ".movedStages",
          "Expected a stage in which the service has moved, but there is none.");
    }
  }

  private void steps() {
    for (int i = 0; i < cases.stages().transitions().size(); i++) {
      step(cases.stages().transitions().get(i), path + ".stages.transitions[" + i + "]");
    }
  }

  private void step(Lifecycle.Transition step, String at) {
    boolean moves = cases.movedStages().contains(step.to());
    boolean fromMoved = step.from().stream().anyMatch(cases.movedStages()::contains);
    if (moves && !fromMoved && !step.guards().contains(TransitionCases.RECEIVER_CHOSEN)) {
      problems.add(
          "MOVES_TO_NOBODY",
          at + ".guards",
          String.join(", ", step.guards()),
          "the guard " + TransitionCases.RECEIVER_CHOSEN + " among them",
          "The step %s moves a service without asking for its receiver.".formatted(step.name()));
    }
    if (fromMoved && !moves) {
      problems.add(
          "MOVES_BACK",
          at + ".to",
          step.to(),
          "one of " + String.join(", ", cases.movedStages()),
          "The step %s leads from a stage in which the service has moved to one in which it has not."
              .formatted(step.name()));
    }
  }

  private void reviewTypes() {
    cases
        .reviewTypes()
        .forEach((code, title) -> {
          String at = path + ".reviewTypes." + code;
          FrameworkChecks.checkCode(code, at, problems);
          if (title.isBlank()) {
            problems.add("BLANK_TITLE", at, "Expected a name, but it is blank.");
          }
        });
  }

  private void choices() {
    cases
        .choices()
        .forEach((code, choice) -> {
          String at = path + ".choices." + code;
          FrameworkChecks.checkCode(code, at, problems);
          FrameworkChecks.checkTitle(choice.title(), at, problems);
        });
  }

  /** A step that asks for what can never be recorded can never be taken. */
  private void guardsCanHold() {
    boolean stays = cases.choices().values().stream().anyMatch(TransitionCases.Choice::stays);
    Map<String, Boolean> possible =
        Map.of(
            TransitionCases.REVIEW_RECORDED, !cases.reviewTypes().isEmpty(),
            TransitionCases.CHOICE_RECORDED, !cases.choices().isEmpty(),
            TransitionCases.STAY_APPROVED, stays && !cases.reviewTypes().isEmpty());
    for (int i = 0; i < cases.stages().transitions().size(); i++) {
      String at = path + ".stages.transitions[" + i + "].guards";
      for (String guard : cases.stages().transitions().get(i).guards()) {
        if (!possible.getOrDefault(guard, true)) {
          problems.add(
              "GUARD_NEVER_HOLDS",
              at,
              guard,
              "a review type or choice that it can come from",
              "No review or choice of the scheme can make %s hold.".formatted(guard));
        }
      }
    }
  }
}
