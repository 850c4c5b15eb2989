package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.Exemptions;
import council.framework.domain.DecideExemption;
import council.framework.domain.ExemptionFacts;
import council.framework.domain.ExemptionResult;
import council.framework.domain.ReasonTexts;
import council.framework.domain.Rules;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.ExemptionRecord;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decisions;
import council.platform.decision.Decisions.Recorded;
import council.platform.decision.Reason;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grants, extends and ends exemptions. */
@Singleton
final class StoredExemptions implements Exemptions {
  private static final String OPEN = "OPEN";
  private final ExemptionStore store;
  private final ExemptionEnding ending;
  private final PlaceLifecycle lifecycle;
  private final Schemes schemes;
  private final Decisions decisions;
  private final Audit audit;
  private final Clock clock;

  StoredExemptions(
      ExemptionStore store,
      ExemptionEnding ending,
      PlaceLifecycle lifecycle,
      Schemes schemes,
      Decisions decisions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.ending = ending;
    this.lifecycle = lifecycle;
    this.schemes = schemes;
    this.decisions = decisions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public UUID grant(Actor actor, Grant command) {
    var row =
        store
            .findCaseLocked(command.transitionCase())
            .orElseThrow(() ->
                new Refused("UNKNOWN_CASE", "input.transitionCase", "There is no such case."));
    check(command, row);
    var id = Ids.next();
    var facts =
        new ExemptionFacts(
            row.getVehicle(),
            row.getLocationReference(),
            command.kind(),
            command.from(),
            command.until(),
            row.getDue());
    var recorded = decide(actor, facts, id);
    var result = recorded.decided().result();
    var exempted =
        new Exempted(
            id,
            row.getVehicle(),
            row.getId(),
            row.getLocationReference(),
            row.getProviderId(),
            command.kind(),
            PlaceLifecycle.GRANTED,
            command.reason(),
            command.evidence(),
            command.from(),
            result.until(),
            row.getDue(),
            result.dueAfter(),
            recorded.id(),
            null,
            null);
    store.insert(List.of(exempted));
    store.exempt(row.getId(), command.kind());
    audit.record(actor, change(exempted, "ExemptionGranted", null, exempted, command.reason()));
    audit.record(
        actor,
        caseChange(
            row,
            "TransitionCaseExempted",
            new CaseState("EXEMPT", null, command.kind()),
            command.reason()));
    return id;
  }

  private void check(Grant command, TransitionCaseRecord row) {
    var problems = new Problems();
    Revisions.check(command.revision(), row.getRevision(), problems);
    if (!row.getStatus().equals(OPEN)) {
      problems.add(
          "CASE_NOT_OPEN",
          "input.transitionCase",
          row.getStatus(),
          OPEN,
          "The case of %s is not open.".formatted(row.getLocationReference()));
    }
    var today = LocalDate.now(clock);
    if (command.from().isAfter(today)) {
      problems.add(
          "DAY_NOT_COME",
          "input.from",
          command.from(),
          "a day up to " + today,
          "The day %s has not come yet.".formatted(command.from()));
    }
    if (command.until() != null && command.until().isBefore(today)) {
      problems.add(
          "EXEMPTION_OVER",
          "input.until",
          command.until(),
          "a day from " + today + " on",
          "The exemption would be over since %s.".formatted(command.until()));
    }
    if (store.overlaps(row.getId(), command.from(), Days.dayAfter(command.until()))) {
      problems.add(
          "EXEMPT_ALREADY",
          "input.from",
          "The location is or was exempt on a day of that time already.");
    }
    checkWords(command.reason(), command.evidence(), problems);
    problems.throwIfAny();
  }

  private static void checkWords(String reason, @Nullable String evidence, Problems problems) {
    Texts.check(problems, "input.reason", reason, Texts.LONGEST_REASON);
    Texts.checkIfGiven(problems, "input.evidence", evidence, Texts.LONGEST_EVIDENCE);
  }

  /** By the scheme in force on the day on which it is decided. */
  private Recorded<ExemptionResult> decide(Actor actor, ExemptionFacts facts, UUID id) {
    var scheme = getScheme(facts.vehicle());
    var recorded =
        decisions.decide(
            actor, FrameworkModule.DECIDE_EXEMPTION, scheme, facts, "Exemption", id, null);
    if (!recorded.decided().result().allowed()) {
      throw new Refused(refusals(recorded.decided().reasons().getFirst()).list());
    }
    return recorded;
  }

  private SchemeVersion getScheme(String vehicle) {
    var today = LocalDate.now(clock);
    return schemes
        .findInForceForExisting(today)
        .filter(s -> s.getSection(FrameworkSection.class).vehicles().containsKey(vehicle))
        .orElseThrow(() ->
            new Refused(
                "NO_SCHEME",
                "input",
                "No scheme with the framework " + vehicle + " is in force today."));
  }

  private static Problems refusals(Reason root) {
    var problems = new Problems();
    root.because().stream()
        .filter(Reason::failed)
        .forEach(reason ->
            problems.add(
                switch (reason.rule()) {
                  case Rules.EXEMPTION_KIND_IS_KNOWN -> "UNKNOWN_EXEMPTION_KIND";
                  case Rules.EXEMPTION_HAS_AN_END -> "NO_END";
                  default -> "TOO_LONG";
                },
                reason.rule().equals(Rules.EXEMPTION_KIND_IS_KNOWN) ? "input.kind" : "input.until",
                ReasonTexts.sentence(reason)));
    return problems;
  }

  @Override
  public void extend(Actor actor, Extend command) {
    var row =
        begin(actor, command.exemption(), command.revision(), "extendExemption", command.reason());
    var before = Exempted.of(row);
    var problems = new Problems();
    var until = before.until();
    if (until != null && !command.until().isAfter(until)) {
      problems.add(
          "NOT_LONGER",
          "input.until",
          command.until(),
          "a day after " + until,
          "The exemption lasts until %s already.".formatted(until));
    }
    var today = LocalDate.now(clock);
    if (command.until().isBefore(today)) {
      problems.add(
          "EXEMPTION_OVER",
          "input.until",
          command.until(),
          "a day from " + today + " on",
          "The exemption would be over since %s.".formatted(command.until()));
    }
    checkWords(command.reason(), command.evidence(), problems);
    problems.throwIfAny();
    var recorded = decide(actor, facts(before, command.until()), before.id());
    var result = recorded.decided().result();
    var after =
        before.extended(
            command.until(),
            Objects.requireNonNull(result.dueAfter()),
            recorded.id(),
            command.evidence());
    store.update(after, row.getRevision());
    audit.record(actor, change(after, "ExemptionExtended", before, after, command.reason()));
  }

  private static ExemptionFacts facts(Exempted e, @Nullable LocalDate until) {
    return new ExemptionFacts(e.vehicle(), e.location(), e.kind(), e.from(), until, e.dueBefore());
  }

  @Override
  public void end(Actor actor, End command) {
    var row =
        begin(actor, command.exemption(), command.revision(), "endExemption", command.reason());
    var before = Exempted.of(row);
    var problems = new Problems();
    var until = before.until();
    if (until != null && !command.lastDay().isBefore(until)) {
      problems.add(
          "NOT_SHORTER",
          "input.lastDay",
          command.lastDay(),
          "a day before " + until,
          "The exemption ends on %s anyhow.".formatted(until));
    }
    if (command.lastDay().isBefore(before.from().minusDays(1))) {
      problems.add(
          "BAD_SPAN",
          "input.lastDay",
          command.lastDay(),
          "the day before " + before.from() + " or later",
          "The exemption starts on %s only.".formatted(before.from()));
    }
    checkWords(command.reason(), null, problems);
    problems.throwIfAny();
    var after =
        before.shortened(command.lastDay(), dueAfter(before, command.lastDay()), command.reason());
    store.update(after, row.getRevision());
    audit.record(actor, change(after, "ExemptionShortened", before, after, command.reason()));
    if (command.lastDay().isBefore(LocalDate.now(clock))) {
      ending.end(actor, after, row.getRevision() + 1);
    }
  }

  private @Nullable LocalDate dueAfter(Exempted e, LocalDate last) {
    Vehicle vehicle =
        getScheme(e.vehicle()).getSection(FrameworkSection.class).getVehicle(e.vehicle());
    return DecideExemption.dueAfter(vehicle, facts(e, last), last);
  }

  private ExemptionRecord begin(Actor actor, UUID id, int revision, String step, String reason) {
    var row =
        store
            .findLocked(id)
            .orElseThrow(() ->
                new Refused("UNKNOWN_EXEMPTION", "input.exemption", "There is no such exemption."));
    Revisions.check(revision, row.getRevision());
    lifecycle.checkExemption(actor, row.getStatus(), step, reason);
    return row;
  }

  static Change change(
      Exempted of, String action, @Nullable Exempted before, Exempted after, @Nullable String why) {
    return new Change("Exemption", of.id(), action, before, after, why, of.providerId());
  }

  /** What an exemption changes of a case, as the audit keeps it. */
  record CaseState(String status, @Nullable LocalDate due, @Nullable String exemptionReason) {}

  static Change caseChange(
      TransitionCaseRecord before, String action, CaseState after, @Nullable String why) {
    return new Change(
        "TransitionCase",
        before.getId(),
        action,
        new CaseState(before.getStatus(), before.getDue(), before.getExemptionReason()),
        after,
        why,
        before.getProviderId());
  }
}
