package council.framework.store;

import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.store.generated.tables.records.TransitionCaseRecord;
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
import java.util.Optional;
import java.util.Set;
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
  private final CaseStore cases;
  private final CaseSteps steps;
  private final Audit audit;
  private final Clock clock;

  CaseOpening(
      DSLContext db,
      Directory directory,
      CaseStore cases,
      CaseSteps steps,
      Audit audit,
      Clock clock) {
    this.db = db;
    this.directory = directory;
    this.cases = cases;
    this.steps = steps;
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
   * @param locations which of these, by reference
   * @param on the day on which it is opened, as of which the locations are looked up
   * @param due last day by which they have moved
   */
  record Opening(
      Origin origin,
      UUID originId,
      String vehicle,
      Provider provider,
      Predicate<String> zones,
      Predicate<String> locations,
      LocalDate on,
      LocalDate due) {
    /** All locations in the zones. */
    Opening(
        Origin origin,
        UUID originId,
        String vehicle,
        Provider provider,
        Predicate<String> zones,
        LocalDate on,
        LocalDate due) {
      this(origin, originId, vehicle, provider, zones, _ -> true, on, due);
    }
  }

  /**
   * Opens the cases; a location whose case has not ended gets no second one. Each begins in the
   * first stage of the scheme in force.
   *
   * @return references of the locations for which a case was opened, in order
   */
  List<String> open(Actor actor, Opening opening) {
    Optional<CaseStart> start = steps.findVehicle(opening.vehicle()).flatMap(CaseStart::of);
    Set<String> withCase = cases.locationsWithCase(opening.vehicle());
    List<Change> changes = new ArrayList<>();
    List<Location> locations =
        directory.locationsAsOf(actor, opening.on()).stream()
            .filter(location -> location.provider().equals(opening.provider().reference()))
            .filter(location -> opening.zones().test(location.zone()))
            .filter(location -> !withCase.contains(location.reference()))
            .filter(location -> opening.locations().test(location.reference()))
            .toList();
    var now = clock.instant();
    Bulk.insert(
        db,
        TRANSITION_CASE,
        locations,
        (row, location) -> {
          row.setId(Ids.next());
          row.setLocationId(location.id().value());
          row.setLocationReference(location.reference());
          row.setProviderId(opening.provider().id().value());
          row.setProviderReference(opening.provider().reference());
          row.setZone(location.zone());
          row.setVehicle(opening.vehicle());
          row.setOrigin(opening.origin().name());
          row.setOriginId(opening.originId());
          row.setOpenedOn(opening.on());
          row.setStatus("OPEN");
          row.setDue(opening.due());
          row.setCreatedAt(now);
          start.ifPresent(how -> how.put(row, opening.on()));
          changes.add(opened(row));
        });
    if (!changes.isEmpty()) {
      audit.recordAll(actor, changes);
    }
    return locations.stream().map(Location::reference).toList();
  }

  private static Change opened(TransitionCaseRecord row) {
    return new Change(
        "TransitionCase",
        row.getId(),
        "TransitionCaseOpened",
        null,
        CaseKept.of(row),
        null,
        row.getProviderId());
  }
}
