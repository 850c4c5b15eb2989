package council.framework.store;

import council.framework.api.Transitions.OpenBlocker;
import council.framework.api.Transitions.RecordChoice;
import council.framework.api.Transitions.RecordHomeCheck;
import council.framework.api.Transitions.RecordReview;
import council.framework.api.Transitions.RecordStaffTransfer;
import council.framework.api.Transitions.ResolveBlocker;
import council.framework.store.CaseSteps.Working;
import council.framework.store.generated.tables.records.TransitionBlockerRecord;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.platform.identity.Actor;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is recorded of a case before its service moves. */
@Singleton
final class CaseRecords {
  private final CaseSteps steps;
  private final CaseStore cases;

  CaseRecords(CaseSteps steps, CaseStore cases) {
    this.steps = steps;
    this.cases = cases;
  }

  void review(Actor actor, RecordReview command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    checkCode(
        "UNKNOWN_REVIEW_TYPE",
        "input.type",
        command.type(),
        working.terms().reviewTypes().keySet(),
        problems);
    Texts.check(problems, "input.finding", command.finding(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    TransitionCaseRecord row = working.row();
    row.setReviewType(command.type());
    row.setReviewedOn(command.on());
    row.setReviewFinding(command.finding());
    row.setStayAppropriate(command.stayAppropriate());
    steps.end(actor, working, "TransitionReviewRecorded", null);
  }

  void choice(Actor actor, RecordChoice command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    checkCode(
        "UNKNOWN_CHOICE",
        "input.choice",
        command.choice(),
        working.terms().choices().keySet(),
        problems);
    Texts.check(problems, "input.how", command.how(), Texts.LONGEST_REASON);
    checkOptional(problems, "input.support", command.support());
    problems.throwIfAny();
    TransitionCaseRecord row = working.row();
    row.setChoice(command.choice());
    row.setChosenOn(command.on());
    row.setChoiceHow(command.how());
    row.setChoiceSupport(command.support());
    steps.end(actor, working, "TransitionChoiceRecorded", null);
  }

  void staffTransfer(Actor actor, RecordStaffTransfer command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    checkOptional(problems, "input.note", command.note());
    problems.throwIfAny();
    TransitionCaseRecord row = working.row();
    row.setStaffTransfer(command.transfer().name());
    row.setStaffTransferOn(command.on());
    row.setStaffTransferNote(command.note());
    steps.end(actor, working, "StaffTransferRecorded", null);
  }

  void homeCheck(Actor actor, RecordHomeCheck command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    Texts.check(problems, "input.restsOn", command.restsOn(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    TransitionCaseRecord row = working.row();
    row.setNobodyMovesHome(command.nobodyMoves());
    row.setHomeCheckedOn(command.on());
    row.setHomeCheckedBy(actor.label());
    row.setHomeCheckRestsOn(command.restsOn());
    steps.end(actor, working, "HomeCheckRecorded", null);
  }

  UUID openBlocker(Actor actor, OpenBlocker command) {
    Working working = steps.begin(command.transitionCase(), command.revision());
    Problems problems = new Problems();
    steps.checkHasCome(command.on(), problems);
    Texts.check(problems, "input.what", command.what(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    TransitionCaseRecord row = working.row();
    UUID id = cases.insertBlocker(row, command.on(), command.what());
    row.setOpenBlockers(row.getOpenBlockers() + 1);
    Blocked part = new Blocked(id, command.on(), command.what(), null, null);
    steps.end(actor, working, "TransitionBlockerOpened", null, part);
    return id;
  }

  /** The case is locked before its blocker, as by everybody else. */
  void resolveBlocker(Actor actor, ResolveBlocker command) {
    TransitionCaseRecord row =
        cases
            .findCaseOfBlocker(command.blocker())
            .flatMap(cases::findLocked)
            .orElseThrow(CaseRecords::unknownBlocker);
    TransitionBlockerRecord blocker =
        cases.findBlockerLocked(command.blocker()).orElseThrow(CaseRecords::unknownBlocker);
    Working working = steps.begin(row.getId(), row.getRevision());
    Problems problems = new Problems();
    Revisions.check(command.revision(), blocker.getRevision(), problems);
    checkResolution(command, blocker, problems);
    problems.throwIfAny();
    blocker.setResolvedOn(command.on());
    blocker.setResolution(command.resolution());
    cases.update(blocker);
    working.row().setOpenBlockers(working.row().getOpenBlockers() - 1);
    Blocked part =
        new Blocked(
            blocker.getId(),
            blocker.getOpenedOn(),
            blocker.getWhat(),
            command.on(),
            command.resolution());
    steps.end(actor, working, "TransitionBlockerResolved", null, part);
  }

  /** A blocker as the audit keeps it. */
  record Blocked(
      UUID blocker,
      LocalDate openedOn,
      String what,
      @Nullable LocalDate resolvedOn,
      @Nullable String resolution) {}

  private static Refused unknownBlocker() {
    return new Refused("UNKNOWN_BLOCKER", "input.blocker", "There is no such blocker.");
  }

  private void checkResolution(
      ResolveBlocker command, TransitionBlockerRecord blocker, Problems problems) {
    steps.checkHasCome(command.on(), problems);
    if (blocker.getResolvedOn() != null) {
      problems.add(
          "ALREADY_RESOLVED",
          "input.blocker",
          "The blocker was resolved on %s.".formatted(blocker.getResolvedOn()));
    }
    if (command.on().isBefore(blocker.getOpenedOn())) {
      problems.add(
          "BAD_SPAN",
          "input.on",
          command.on(),
          "a day from " + blocker.getOpenedOn() + " on",
          "The blocker was opened on %s only.".formatted(blocker.getOpenedOn()));
    }
    Texts.check(problems, "input.resolution", command.resolution(), Texts.LONGEST_REASON);
  }

  private static void checkOptional(Problems problems, String path, @Nullable String text) {
    if (text != null) {
      Texts.check(problems, path, text, Texts.LONGEST_REASON);
    }
  }

  static void checkCode(
      String code, String path, String value, Set<String> known, Problems problems) {
    if (!known.contains(value)) {
      problems.add(
          code,
          path,
          value,
          "one of " + String.join(", ", known),
          "The scheme has no code '" + value + "' here" + NearestName.hint(value, known));
    }
  }
}
