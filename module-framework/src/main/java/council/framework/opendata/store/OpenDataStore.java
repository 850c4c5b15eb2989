package council.framework.opendata.store;

import static council.framework.store.generated.Tables.APPLICATION;
import static council.framework.store.generated.Tables.OPTION_TAKEN;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.ROUND;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Extension;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Suspension;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.framework.store.generated.tables.records.RoundRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what may be told; each kind of thing by one statement, however many rounds there are. */
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

  Map<UUID, Integer> countApplications(Collection<UUID> rounds) {
    return db.select(APPLICATION.ROUND_ID, DSL.count())
        .from(APPLICATION)
        .where(APPLICATION.ROUND_ID.in(rounds))
        .groupBy(APPLICATION.ROUND_ID)
        .fetchMap(Record2::value1, Record2::value2);
  }

  Map<UUID, List<Place>> placesByRound(Collection<UUID> rounds) {
    return db.selectFrom(PLACE)
        .where(PLACE.ROUND_ID.in(rounds))
        .orderBy(PLACE.VALID_FROM, PLACE.ID)
        .fetchGroups(PLACE.ROUND_ID, OpenDataStore::place);
  }

  private static Place place(PlaceRecord r) {
    return new Place(
        r.getId().toString(),
        r.getProviderReference(),
        r.getZone(),
        r.getTier(),
        r.getRank(),
        r.getValidFrom(),
        r.getValidUntil());
  }

  List<Suspension> listSuspensions(String vehicle) {
    return db.selectFrom(SUSPENSION)
        .where(SUSPENSION.VEHICLE.eq(vehicle))
        .orderBy(SUSPENSION.VALID_FROM, SUSPENSION.ID)
        .fetch(r ->
            new Suspension(
                r.getId().toString(),
                r.getProviderReference(),
                r.getScope(),
                r.getValidFrom(),
                r.getValidUntil()));
  }

  /** Locations that were kept out of the transition of each round. */
  Map<UUID, List<Exemption>> exemptionsByRound(Collection<UUID> rounds) {
    return db.selectFrom(TRANSITION_CASE)
        .where(TRANSITION_CASE.ROUND_ID.in(rounds))
        .and(TRANSITION_CASE.STATUS.eq("EXEMPT"))
        .orderBy(TRANSITION_CASE.ID)
        .fetchGroups(
            TRANSITION_CASE.ROUND_ID, r -> new Exemption(r.getZone(), null, r.getOpenedOn(), null));
  }

  /** Options that were taken, in their order. */
  List<Extension> listExtensions(String vehicle) {
    return db.selectFrom(OPTION_TAKEN)
        .where(OPTION_TAKEN.VEHICLE.eq(vehicle))
        .orderBy(OPTION_TAKEN.END_BEFORE, OPTION_TAKEN.ID)
        .fetch(r -> new Extension(r.getTakenOn(), r.getEndBefore(), r.getEndAfter()));
  }
}
