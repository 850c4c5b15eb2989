package council.framework.market.store;

import council.framework.api.MarketView.RecordCapacity;
import council.framework.store.generated.Keys;
import council.framework.store.generated.tables.records.CapacityRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.data.Unique;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Keeps how many people a location can house. */
@Singleton
final class CapacityRecording {
  private final CapacityStore capacities;
  private final Directory directory;
  private final Audit audit;

  CapacityRecording(CapacityStore capacities, Directory directory, Audit audit) {
    this.capacities = capacities;
    this.directory = directory;
    this.audit = audit;
  }

  /** A figure as the audit keeps it. */
  record Kept(String location, UUID providerId, LocalDate from, int people) {}

  UUID record(Actor actor, RecordCapacity command) {
    Optional<CapacityRecord> known = capacities.findLocked(command.location(), command.from());
    Location location = check(actor, command, known);
    return known.isPresent() ? correct(actor, command, known.get()) : add(actor, command, location);
  }

  private UUID add(Actor actor, RecordCapacity command, Location location) {
    UUID id = Ids.next();
    UUID provider = location.providerId().value();
    Unique.orRefuse(
        Keys.CAPACITY_TENANT_ID_LOCATION_REFERENCE_VALID_FROM_KEY,
        () ->
            new Refused(
                Revisions.STALE, "input.revision", "Somebody else recorded that day meanwhile."),
        () -> capacities.insert(id, command, provider));
    Kept kept = new Kept(command.location(), provider, command.from(), command.people());
    audit.record(actor, new Change("Capacity", id, "CapacityRecorded", null, kept, null, provider));
    return id;
  }

  private UUID correct(Actor actor, RecordCapacity command, CapacityRecord row) {
    UUID provider = row.getProviderId();
    Kept before = new Kept(command.location(), provider, command.from(), row.getPeople());
    Kept after = new Kept(command.location(), provider, command.from(), command.people());
    capacities.correct(row, command.people());
    audit.record(
        actor,
        new Change("Capacity", row.getId(), "CapacityCorrected", before, after, null, provider));
    return row.getId();
  }

  private Location check(Actor actor, RecordCapacity command, Optional<CapacityRecord> known) {
    Problems problems = new Problems();
    Revisions.check(command.revision(), known.map(CapacityRecord::getRevision).orElse(0), problems);
    if (command.people() < 0) {
      problems.add(
          "NEGATIVE",
          "input.people",
          command.people(),
          "0 or more",
          "A location cannot house fewer than 0 people.");
    }
    Optional<Location> location =
        directory.locationsAsOf(actor, command.from()).stream()
            .filter(each -> each.reference().equals(command.location()))
            .findFirst();
    if (location.isEmpty()) {
      problems.add(
          "UNKNOWN_LOCATION",
          "input.location",
          command.location(),
          "the reference of a location on that day",
          "There is no location %s on %s.".formatted(command.location(), command.from()));
    }
    problems.throwIfAny();
    return location.orElseThrow();
  }
}
