package council.framework.store;

import council.framework.api.Suspensions;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
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

  StoredSuspensions(
      SuspensionStore suspensions,
      PlaceStore places,
      MemberStore members,
      Directory directory,
      Audit audit) {
    this.suspensions = suspensions;
    this.places = places;
    this.members = members;
    this.directory = directory;
    this.audit = audit;
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
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    problems.throwIfAny();
  }

  @Override
  public void lift(Actor actor, Lift command) {
    var row =
        suspensions
            .findLocked(command.suspension())
            .orElseThrow(() ->
                new Refused(
                    "UNKNOWN_SUSPENSION", "input.suspension", "There is no such suspension."));
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
