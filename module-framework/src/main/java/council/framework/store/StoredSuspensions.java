package council.framework.store;

import council.framework.api.Suspensions;
import council.framework.store.generated.tables.records.SuspensionRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Suspends providers and lifts suspensions. */
@Singleton
final class StoredSuspensions implements Suspensions {
  private final SuspensionStore suspensions;
  private final PlaceStore places;
  private final MemberStore members;
  private final Directory directory;
  private final Audit audit;
  private final PlaceLifecycle lifecycle;
  private final Clock clock;

  StoredSuspensions(
      SuspensionStore suspensions,
      PlaceStore places,
      MemberStore members,
      Directory directory,
      Audit audit,
      PlaceLifecycle lifecycle,
      Clock clock) {
    this.suspensions = suspensions;
    this.places = places;
    this.members = members;
    this.directory = directory;
    this.audit = audit;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  @Override
  public UUID suspend(Actor actor, Suspend command) {
    check(command);
    var provider =
        directory
            .findProvidersByReference(actor, Set.of(command.provider()))
            .get(command.provider());
    var providerId = Objects.requireNonNull(provider).id().value();
    var id = suspensions.insert(command, providerId);
    audit.record(
        actor,
        new Change(
            "Suspension", id, "ProviderSuspended", null, command, command.reason(), providerId));
    return id;
  }

  private void check(Suspend command) {
    var problems = new Problems();
    if (!places.hasPlace(command.vehicle(), command.provider())
        && !members.isMember(command.vehicle(), command.provider())) {
      problems.add(
          "NOT_ON_FRAMEWORK",
          "input.provider",
          command.provider(),
          "a provider that holds a place on " + command.vehicle() + ", or a member of one",
          "The provider %s holds no place on the framework %s."
              .formatted(command.provider(), command.vehicle()));
    }
    if (command.until() != null && command.until().isBefore(command.from())) {
      problems.add(
          "BAD_SPAN",
          "input.until",
          command.until(),
          "a day from " + command.from() + " on",
          "The suspension would end on %s, before it starts on %s."
              .formatted(command.until(), command.from()));
    }
    if (command.reviewOn() != null
        && (command.reviewOn().isBefore(command.from()) || isAfter(command))) {
      problems.add(
          "BAD_REVIEW_DAY",
          "input.reviewOn",
          command.reviewOn(),
          "a day of the suspension",
          "The suspension does not hold on %s.".formatted(command.reviewOn()));
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    Texts.checkIfGiven(problems, "input.evidence", command.evidence(), Texts.LONGEST_EVIDENCE);
    problems.throwIfAny();
  }

  private static boolean isAfter(Suspend command) {
    return command.until() != null
        && Objects.requireNonNull(command.reviewOn()).isAfter(command.until());
  }

  @Override
  public void review(Actor actor, Review command) {
    var row = getLocked(command.suspension());
    lifecycle.checkSuspension(
        actor, row.getLiftedBecause() != null, "reviewSuspension", command.reason());
    var problems = new Problems();
    Revisions.check(command.revision(), row.getRevision(), problems);
    var today = LocalDate.now(clock);
    if (command.on().isAfter(today) || command.on().isBefore(row.getValidFrom())) {
      problems.add(
          "BAD_REVIEW_DAY",
          "input.on",
          command.on(),
          "a day from " + row.getValidFrom() + " to " + today,
          "Nobody can have looked at the suspension on %s.".formatted(command.on()));
    }
    var next = command.nextReviewOn();
    boolean tooLate =
        next != null && row.getValidUntil() != null && !next.isBefore(row.getValidUntil());
    if (next != null && (!next.isAfter(command.on()) || tooLate)) {
      problems.add(
          "BAD_REVIEW_DAY",
          "input.nextReviewOn",
          next,
          "a day of the suspension after " + command.on(),
          "The next review cannot be on %s.".formatted(next));
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    Texts.checkIfGiven(problems, "input.evidence", command.evidence(), Texts.LONGEST_EVIDENCE);
    problems.throwIfAny();
    suspensions.review(row, next, command.evidence());
    audit.record(
        actor,
        new Change(
            "Suspension",
            command.suspension(),
            "SuspensionReviewed",
            Suspended.of(row),
            new Reviewed(command.on(), Suspended.of(row).reviewed(next, command.evidence())),
            command.reason(),
            row.getProviderId()));
  }

  /** A suspension after a review, as the audit keeps it. */
  record Reviewed(LocalDate on, Suspended suspension) {}

  private SuspensionRecord getLocked(UUID id) {
    return suspensions
        .findLocked(id)
        .orElseThrow(() ->
            new Refused("UNKNOWN_SUSPENSION", "input.suspension", "There is no such suspension."));
  }

  @Override
  public void lift(Actor actor, Lift command) {
    var row = getLocked(command.suspension());
    var problems = new Problems();
    Revisions.check(command.revision(), row.getRevision(), problems);
    if (row.getLiftedBecause() != null) {
      problems.add(
          "ALREADY_LIFTED",
          "input.suspension",
          "The suspension was lifted already; suspend the provider anew where it is to be stopped"
              + " again.");
    }
    if (row.getValidUntil() != null
        && !command.lastDay().isBefore(row.getValidUntil().minusDays(1))) {
      problems.add(
          "NOT_SHORTER",
          "input.lastDay",
          command.lastDay(),
          "a day before " + row.getValidUntil().minusDays(1),
          "The suspension ends on %s anyhow.".formatted(row.getValidUntil().minusDays(1)));
    }
    if (command.lastDay().isBefore(row.getValidFrom().minusDays(1))) {
      problems.add(
          "BAD_SPAN",
          "input.lastDay",
          command.lastDay(),
          "the day before " + row.getValidFrom() + " or later",
          "The suspension starts on %s only.".formatted(row.getValidFrom()));
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    suspensions.lift(row, command.lastDay(), command.reason());
    audit.record(
        actor,
        new Change(
            "Suspension",
            command.suspension(),
            "SuspensionLifted",
            Suspended.of(row),
            Suspended.of(row).until(command.lastDay()),
            command.reason(),
            row.getProviderId()));
  }
}
