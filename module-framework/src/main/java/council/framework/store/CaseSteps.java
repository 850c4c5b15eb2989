package council.framework.store;

import council.framework.scheme.FrameworkSection;
import council.framework.scheme.TransitionCases;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.framework.transition.domain.CaseStanding;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everything that is recorded of a case begins and ends with. */
@Singleton
final class CaseSteps {
  private final CaseStore cases;
  private final CaseLifecycle lifecycle;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  CaseSteps(CaseStore cases, CaseLifecycle lifecycle, Schemes schemes, Audit audit, Clock clock) {
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A case at work.
   *
   * @param row locked; what is set in it is kept by {@link #end}
   * @param terms the scheme's part by which it is worked
   * @param before as it was
   */
  record Working(TransitionCaseRecord row, TransitionCases terms, CaseKept before) {}

  /** The case, locked, if the caller saw its present revision and it goes on. */
  Working begin(UUID id, int revision) {
    TransitionCaseRecord row =
        cases
            .findLocked(id)
            .orElseThrow(() ->
                new Refused("UNKNOWN_CASE", "input.transitionCase", "There is no such case."));
    Revisions.check(revision, row.getRevision());
    if (row.getEndedOn() != null) {
      throw new Refused(
          "CASE_ENDED",
          "input.transitionCase",
          "The case ended on %s; nothing is recorded of it any more.".formatted(row.getEndedOn()));
    }
    CaseKept before = CaseKept.of(row);
    if (row.getStage() == null) {
      startOf(row.getVehicle()).put(row, row.getOpenedOn());
    }
    return new Working(row, lifecycle.read(row.getWorking()), before);
  }

  /** A case that was there before the scheme said how cases are worked begins now. */
  private CaseStart startOf(String vehicle) {
    return findVehicle(vehicle)
        .flatMap(CaseStart::of)
        .orElseThrow(() ->
            new Refused(
                "NO_STAGES",
                "input.transitionCase",
                "The scheme in force does not say how cases of %s are worked.".formatted(vehicle)));
  }

  /** As the scheme in force today has it. */
  Optional<Vehicle> findVehicle(String vehicle) {
    return schemes
        .findInForce(LocalDate.now(clock))
        .flatMap(scheme -> scheme.findSection(FrameworkSection.class))
        .flatMap(section -> section.findVehicle(vehicle));
  }

  /** Keeps the case and tells the audit. */
  void end(Actor actor, Working working, String action, @Nullable String why) {
    end(actor, working, action, why, null);
  }

  /**
   * The same with what belongs to the case.
   *
   * @param part what was added or changed
   */
  void end(
      Actor actor, Working working, String action, @Nullable String why, @Nullable Object part) {
    cases.update(working.row());
    audit.record(
        actor,
        new Change(
            "TransitionCase",
            working.row().getId(),
            action,
            new WithPart(working.before(), null),
            new WithPart(CaseKept.of(working.row()), part),
            why,
            null));
  }

  /** A case with what belongs to it, as the audit keeps it. */
  record WithPart(CaseKept transitionCase, @Nullable Object part) {}

  static CaseStanding standing(TransitionCaseRecord row) {
    return new CaseStanding(
        row.getStage(),
        row.getStageSince(),
        !row.getStatus().equals("OPEN"),
        row.getReviewType(),
        row.getStayAppropriate(),
        row.getChoice(),
        row.getStaffTransfer(),
        row.getReceiverChosen(),
        row.getNobodyMovesHome(),
        row.getOpenBlockers());
  }

  /** What was done or seen is recorded on that day, or later. */
  void checkHasCome(LocalDate on, Problems problems) {
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      problems.add(
          "DAY_NOT_COME",
          "input.on",
          on,
          "a day up to " + today,
          "The day %s has not come yet.".formatted(on));
    }
  }
}
