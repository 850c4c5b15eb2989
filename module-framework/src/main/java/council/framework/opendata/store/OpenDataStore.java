package council.framework.opendata.store;

import static council.framework.store.generated.Tables.APPLICATION;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.ROUND;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Suspension;
import council.framework.store.generated.tables.records.RoundRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads what may be told. */
@Singleton
final class OpenDataStore {
  private final DSLContext db;

  OpenDataStore(DSLContext db) {
    this.db = db;
  }

  /**
   * Rounds of a framework that have come to their standstill, oldest first.
   *
   * @param from the first one; null for the oldest of all
   */
  List<RoundRecord> listRounds(String vehicle, @Nullable UUID from, int most) {
    var told = ROUND.VEHICLE.eq(vehicle).and(ROUND.STANDSTILL_FROM.isNotNull());
    return db.selectFrom(ROUND)
        .where(from == null ? told : told.and(ROUND.ID.ge(from)))
        .orderBy(ROUND.ID)
        .limit(most)
        .fetch();
  }

  int countApplications(UUID round) {
    return db.fetchCount(APPLICATION, APPLICATION.ROUND_ID.eq(round));
  }

  List<Place> listPlaces(UUID round) {
    return db.selectFrom(PLACE)
        .where(PLACE.ROUND_ID.eq(round))
        .orderBy(PLACE.VALID_FROM, PLACE.ID)
        .fetch(r ->
            new Place(
                r.getId().toString(),
                r.getProviderReference(),
                r.getZone(),
                r.getTier(),
                r.getRank(),
                r.getValidFrom(),
                r.getValidUntil()));
  }

  /** Those of a framework that start on a day of the span. */
  List<Suspension> listSuspensions(String vehicle, LocalDate from, @Nullable LocalDate until) {
    var started = SUSPENSION.VEHICLE.eq(vehicle).and(SUSPENSION.VALID_FROM.ge(from));
    return db.selectFrom(SUSPENSION)
        .where(until == null ? started : started.and(SUSPENSION.VALID_FROM.lt(until)))
        .orderBy(SUSPENSION.VALID_FROM, SUSPENSION.ID)
        .fetch(r ->
            new Suspension(
                r.getId().toString(),
                r.getProviderReference(),
                r.getScope(),
                r.getValidFrom(),
                r.getValidUntil()));
  }

  /** Locations that were kept out of the transition of a round. */
  List<Exemption> listExemptions(UUID round) {
    return db.selectFrom(TRANSITION_CASE)
        .where(TRANSITION_CASE.ROUND_ID.eq(round))
        .and(TRANSITION_CASE.STATUS.eq("EXEMPT"))
        .orderBy(TRANSITION_CASE.ID)
        .fetch(r -> new Exemption(r.getZone(), null, r.getOpenedOn(), null));
  }
}
