package council.framework.store;

import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/**
 * Opens a transition case for each location of a provider that is to move for another reason than a
 * round (LAN-FW-16, LAN-FW-22, LAN-FW-38).
 */
@Singleton
final class CaseOpening {
  private final DSLContext db;
  private final Directory directory;
  private final Audit audit;
  private final Clock clock;

  CaseOpening(DSLContext db, Directory directory, Audit audit, Clock clock) {
    this.db = db;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a case comes from where it is no round. */
  enum Origin {
    PLACE_STEP,
    TIER_REVIEW
  }

  /**
   * What is to move.
   *
   * @param originId the step or review
   * @param zones which zones' locations
   * @param on the day on which it is opened, as of which the locations are looked up
   * @param due last day by which they have moved
   */
  record Opening(
      Origin origin,
      UUID originId,
      String vehicle,
      Provider provider,
      Predicate<String> zones,
      LocalDate on,
      LocalDate due) {}

  /**
   * Opens the cases.
   *
   * @return references of the locations, in order
   */
  List<String> open(Actor actor, Opening opening) {
    List<Location> locations =
        directory.locationsAsOf(actor, opening.on()).stream()
            .filter(location -> location.provider().equals(opening.provider().reference()))
            .filter(location -> opening.zones().test(location.zone()))
            .toList();
    var now = clock.instant();
    List<Change> changes = new ArrayList<>();
    Bulk.insert(
        db,
        TRANSITION_CASE,
        locations,
        (row, location) -> {
          row.setId(Ids.next());
          row.setLocationId(location.id().value());
          row.setLocationReference(location.reference());
          row.setProviderId(opening.provider().id().value());
          row.setZone(location.zone());
          row.setVehicle(opening.vehicle());
          row.setOrigin(opening.origin().name());
          row.setOriginId(opening.originId());
          row.setOpenedOn(opening.on());
          row.setStatus("OPEN");
          row.setDue(opening.due());
          row.setCreatedAt(now);
          changes.add(opened(row.getId(), location, opening));
        });
    audit.recordAll(actor, changes);
    return locations.stream().map(Location::reference).toList();
  }

  /** A case as the audit tells it when it is opened. */
  record Opened(
      String vehicle,
      UUID locationId,
      String location,
      String zone,
      UUID providerId,
      String provider,
      String origin,
      UUID originId,
      LocalDate openedOn,
      String status,
      LocalDate due) {}

  private static Change opened(UUID id, Location location, Opening opening) {
    UUID provider = opening.provider().id().value();
    return new Change(
        "TransitionCase",
        id,
        "TransitionCaseOpened",
        null,
        new Opened(
            opening.vehicle(),
            location.id().value(),
            location.reference(),
            location.zone(),
            provider,
            opening.provider().reference(),
            opening.origin().name(),
            opening.originId(),
            opening.on(),
            "OPEN",
            opening.due()),
        null,
        provider);
  }
}
