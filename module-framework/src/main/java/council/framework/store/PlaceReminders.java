package council.framework.store;

import council.framework.scheme.FrameworkSection;
import council.framework.store.generated.tables.records.ExemptionRecord;
import council.framework.store.generated.tables.records.SuspensionRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ends exemptions whose time is over, and reminds of those that end soon and of suspensions that
 * are to be looked at again. What fell into days on which nothing ran is made up for; of several
 * reminders that were missed, the last is given.
 */
@Singleton
final class PlaceReminders {
  private final ExemptionStore exemptions;
  private final SuspensionStore suspensions;
  private final ExemptionEnding ending;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  PlaceReminders(
      ExemptionStore exemptions,
      SuspensionStore suspensions,
      ExemptionEnding ending,
      Schemes schemes,
      Audit audit,
      Clock clock) {
    this.exemptions = exemptions;
    this.suspensions = suspensions;
    this.ending = ending;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  void run(Actor actor) {
    var today = LocalDate.now(clock);
    var scheme = schemes.findInForceForExisting(today);
    for (ExemptionRecord row : exemptions.listWithEnd()) {
      if (ExemptionStore.lastDay(row).isBefore(today)) {
        end(actor, row, today);
      } else {
        remindOfEnd(actor, row, scheme, today);
      }
    }
    suspensions.listDueForReview(today).forEach(row -> remindOfReview(actor, row));
  }

  /** Somebody may have extended or ended it since it was listed. */
  private void end(Actor actor, ExemptionRecord listed, LocalDate today) {
    exemptions
        .findLocked(listed.getId())
        .filter(row -> row.getStatus().equals(PlaceLifecycle.GRANTED))
        .filter(row -> row.getValidUntil() != null && !row.getValidUntil().isAfter(today))
        .ifPresent(row -> ending.end(actor, Exempted.of(row), row.getRevision()));
  }

  private void remindOfEnd(
      Actor actor, ExemptionRecord row, Optional<SchemeVersion> scheme, LocalDate today) {
    var last = ExemptionStore.lastDay(row);
    remindDays(row, scheme).stream()
        .map(last::minusDays)
        .filter(day -> !day.isAfter(today) && !day.isBefore(row.getValidFrom()))
        .max(Comparator.naturalOrder())
        .filter(day -> exemptions.remind("Exemption", row.getId(), day))
        .ifPresent(day ->
            audit.record(
                actor,
                new Change(
                    "Exemption",
                    row.getId(),
                    "ExemptionEndsSoon",
                    null,
                    new EndsSoon(row.getLocationReference(), row.getKind(), last, day),
                    null,
                    row.getProviderId())));
  }

  private static List<Integer> remindDays(ExemptionRecord row, Optional<SchemeVersion> scheme) {
    return scheme
        .flatMap(s -> s.findSection(FrameworkSection.class))
        .map(section -> section.vehicles().get(row.getVehicle()))
        .map(vehicle -> vehicle.exemptions().get(row.getKind()))
        .map(kind -> kind.remindDays())
        .orElse(List.of());
  }

  private void remindOfReview(Actor actor, SuspensionRecord row) {
    var day = Objects.requireNonNull(row.getReviewOn());
    if (exemptions.remind("Suspension", row.getId(), day)) {
      audit.record(
          actor,
          new Change(
              "Suspension",
              row.getId(),
              "SuspensionReviewDue",
              null,
              new ReviewDue(row.getVehicle(), row.getProviderReference(), row.getScope(), day),
              null,
              row.getProviderId()));
    }
  }

  /** A reminder as the audit and the event beside it tell it. */
  record EndsSoon(String location, String kind, LocalDate lastDay, LocalDate remindOn) {}

  /** The same of a suspension. */
  record ReviewDue(String vehicle, String provider, String scope, LocalDate reviewOn) {}
}
