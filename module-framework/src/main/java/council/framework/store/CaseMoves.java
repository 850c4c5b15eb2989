package council.framework.store;

import council.framework.api.Transitions.MoveCase;
import council.framework.store.CaseSteps.Working;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.framework.transition.domain.CaseGuards;
import council.framework.transition.domain.CaseOutcome;
import council.framework.transition.domain.CaseStanding;
import council.platform.directory.Directory;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.ImportMode;
import council.platform.directory.Location;
import council.platform.directory.LocationEntry;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes cases from stage to stage, and moves the service where a step says so. */
@Singleton
final class CaseMoves {
  private final CaseSteps steps;
  private final CaseStore cases;
  private final CaseLifecycle lifecycle;
  private final Directory directory;

  CaseMoves(CaseSteps steps, CaseStore cases, CaseLifecycle lifecycle, Directory directory) {
    this.steps = steps;
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  void move(Actor actor, MoveCase command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    TransitionCaseRecord row = working.row();
    CaseStanding standing = CaseSteps.standing(row);
    String next =
        lifecycle.next(working.terms(), standing, command.action(), actor, command.reason());
    check(command, row);
    cases.insertStep(row, command.action(), next, command.on(), command.reason());
    row.setStage(next);
    row.setStageSince(command.on());
    String receiver = null;
    if (working.terms().movedStages().contains(next) && row.getMovedOn() == null) {
      receiver = passOn(actor, row, command.on());
      row.setMovedOn(command.on());
    }
    if (working.terms().stages().states().get(next).terminal()) {
      row.setEndedOn(command.on());
      row.setOutcome(outcome(working, standing).name());
    }
    steps.end(
        actor,
        working,
        "TransitionCaseMoved",
        command.reason(),
        new Moved(command.action(), command.on(), receiver));
  }

  /** A step as the audit keeps it. */
  record Moved(String action, LocalDate on, @Nullable String receiver) {}

  private static CaseOutcome outcome(Working working, CaseStanding standing) {
    if (working.row().getMovedOn() != null) {
      return CaseOutcome.MOVED;
    }
    return new CaseGuards(working.terms(), standing).stayIsApproved()
        ? CaseOutcome.STAYED
        : CaseOutcome.CLOSED;
  }

  private void check(MoveCase command, TransitionCaseRecord row) {
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    if (command.on().isBefore(row.getStageSince())) {
      problems.add(
          "BAD_SPAN",
          "input.on",
          command.on(),
          "a day from " + row.getStageSince() + " on",
          "The case is in the stage %s since %s only."
              .formatted(row.getStage(), row.getStageSince()));
    }
    if (command.reason() != null) {
      Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    }
    problems.throwIfAny();
  }

  /** From that day on the location is the receiver's; what else is known of it stays. */
  private String passOn(Actor actor, TransitionCaseRecord row, LocalDate on) {
    String receiver =
        cases
            .findReceiver(row.getId())
            .orElseThrow(() -> new IllegalStateException("Expected a receiver of " + row.getId()));
    Location location =
        findLocation(actor, row.getLocationReference(), on)
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_LOCATION",
                    "input.on",
                    "The directory has no location %s on %s."
                        .formatted(row.getLocationReference(), on)));
    LocationEntry passed =
        new LocationEntry(location.reference(), receiver, location.zone(), null, null, null);
    try {
      directory.importEntries(
          actor, new DirectoryEntries(on, List.of(), List.of(), List.of(passed)), ImportMode.APPLY);
    } catch (Refused refused) {
      throw new Refused(refused.problems().stream().map(CaseMoves::onThatDay).toList());
    }
    return receiver;
  }

  private Optional<Location> findLocation(Actor actor, String reference, LocalDate on) {
    return directory.locationsAsOf(actor, on).stream()
        .filter(location -> location.reference().equals(reference))
        .findFirst();
  }

  private static Problem onThatDay(Problem problem) {
    return new Problem(
        problem.code(), "input.on", problem.message(), problem.value(), problem.expected());
  }
}
