package council.framework.opendata.store;

import static council.framework.store.generated.Tables.APPLICATION;
import static council.framework.store.generated.Tables.BUSINESS_REQUEST;
import static council.framework.store.generated.Tables.CALL_OFF;
import static council.framework.store.generated.Tables.EXEMPTION;
import static council.framework.store.generated.Tables.OPTION_TAKEN;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.ROUND;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Extension;
import council.framework.opendata.domain.OpenFacts.Suspension;
import council.framework.store.generated.tables.records.CallOffRecord;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.framework.store.generated.tables.records.RoundRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
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

  /** All places that a framework ever had, oldest first. */
  List<PlaceRecord> listPlaces(String vehicle) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .orderBy(PLACE.VALID_FROM, PLACE.ID)
        .fetch();
  }

  /** Every round of a framework that was awarded, by the day of its award. */
  List<Awarded> listAwarded(String vehicle) {
    return db.select(
            ROUND.ID,
            ROUND.REFERENCE,
            ROUND.TITLE,
            ROUND.AWARDED_ON,
            ROUND.FRAMEWORK_START,
            ROUND.FRAMEWORK_END)
        .from(ROUND)
        .where(ROUND.VEHICLE.eq(vehicle))
        .and(ROUND.AWARDED_ON.isNotNull())
        .orderBy(ROUND.AWARDED_ON, ROUND.ID)
        .fetch(r ->
            new Awarded(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
  }

  /** A round that was awarded, and its framework's first and last day. */
  record Awarded(
      UUID id,
      String reference,
      String title,
      LocalDate on,
      LocalDate start,
      @Nullable LocalDate end) {
    boolean covers(LocalDate day) {
      return !day.isBefore(start) && (end == null || !day.isAfter(end));
    }
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

  /** All exemptions of a framework; the round is absent where the case came from none. */
  List<Exempted> listExemptions(String vehicle) {
    return db.select(
            TRANSITION_CASE.ROUND_ID,
            TRANSITION_CASE.ZONE,
            EXEMPTION.KIND,
            EXEMPTION.VALID_FROM,
            EXEMPTION.VALID_UNTIL,
            EXEMPTION.REOPENED_ON)
        .from(EXEMPTION)
        .join(TRANSITION_CASE)
        .on(TRANSITION_CASE.TENANT_ID.eq(EXEMPTION.TENANT_ID))
        .and(TRANSITION_CASE.ID.eq(EXEMPTION.CASE_ID))
        .where(EXEMPTION.VEHICLE.eq(vehicle))
        .orderBy(EXEMPTION.VALID_FROM, EXEMPTION.ID)
        .fetch(r ->
            new Exempted(
                r.value1(),
                new Exemption(
                    r.value2(), r.value3(), r.value4(), earlier(r.value5(), r.value6()))));
  }

  record Exempted(@Nullable UUID round, Exemption exemption) {}

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** Options that were taken, in their order. */
  List<Extension> listExtensions(String vehicle) {
    return db.selectFrom(OPTION_TAKEN)
        .where(OPTION_TAKEN.VEHICLE.eq(vehicle))
        .orderBy(OPTION_TAKEN.END_BEFORE, OPTION_TAKEN.ID)
        .fetch(r -> new Extension(r.getTakenOn(), r.getEndBefore(), r.getEndAfter()));
  }

  /**
   * Call-offs of a framework that were awarded by a day, oldest first.
   *
   * @param from the first one; null for the oldest of all
   */
  List<CalledOff> listCallOffs(String vehicle, @Nullable UUID from, LocalDate today, int most) {
    var told = CALL_OFF.VEHICLE.eq(vehicle).and(CALL_OFF.AWARDED_ON.le(today));
    return db.select(CALL_OFF, BUSINESS_REQUEST.METHOD)
        .from(CALL_OFF)
        .join(BUSINESS_REQUEST)
        .on(BUSINESS_REQUEST.TENANT_ID.eq(CALL_OFF.TENANT_ID))
        .and(BUSINESS_REQUEST.ID.eq(CALL_OFF.REQUEST_ID))
        .where(from == null ? told : told.and(CALL_OFF.ID.ge(from)))
        .orderBy(CALL_OFF.ID)
        .limit(most)
        .fetch(r -> new CalledOff(r.value1(), r.value2()));
  }

  /**
   * @param method by which the provider was chosen
   */
  record CalledOff(CallOffRecord row, String method) {}
}
