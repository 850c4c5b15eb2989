package council.framework.store;

import static council.framework.store.generated.Tables.CALL_OFF;
import static council.framework.store.generated.Tables.PLACE;

import council.framework.store.generated.tables.records.CallOffRecord;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads and writes call-offs, and what of places and earlier call-offs an order depends on. */
@Singleton
final class CallOffStore {
  private final DSLContext db;

  CallOffStore(DSLContext db) {
    this.db = db;
  }

  void insert(CallOffRecord row) {
    db.insertInto(CALL_OFF).set(row).execute();
  }

  /** Locks the call-off until the transaction ends. */
  Optional<CallOffRecord> findLocked(UUID id) {
    return db.selectFrom(CALL_OFF).where(CALL_OFF.ID.eq(id)).forUpdate().fetchOptional();
  }

  void update(CallOffRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.update(CALL_OFF)
        .set(CALL_OFF.VALID_UNTIL, row.getValidUntil())
        .set(CALL_OFF.GIVEN_BACK, row.getGivenBack())
        .set(CALL_OFF.ENDED_BECAUSE, row.getEndedBecause())
        .set(CALL_OFF.REVISION, row.getRevision())
        .where(CALL_OFF.ID.eq(row.getId()))
        .execute();
  }

  /** A provider's place in a lot. */
  record Standing(String tier, @Nullable Integer rank) {}

  /** Places of a lot in force on a day, by provider. */
  Map<String, Standing> places(String vehicle, String lot, LocalDate on) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .and(PLACE.ZONE.eq(lot))
        .and(PLACE.VALID_FROM.le(on))
        .and(PLACE.VALID_UNTIL.isNull().or(PLACE.VALID_UNTIL.gt(on)))
        .fetchMap(PLACE.PROVIDER_REFERENCE, r -> new Standing(r.getTier(), r.getRank()));
  }

  /**
   * What a provider was given so far.
   *
   * @param weeklyHours of those that run on the day asked about
   */
  record Given(int callOffs, BigDecimal weeklyHours, @Nullable LocalDate last) {
    static final Given NOTHING = new Given(0, BigDecimal.ZERO, null);
  }

  /** What each provider was given in a lot so far. */
  Map<String, Given> given(String vehicle, String lot, LocalDate on) {
    var running = CALL_OFF.VALID_FROM.le(on).and(CALL_OFF.VALID_UNTIL.gt(on));
    var count = DSL.count();
    var hours = DSL.coalesce(DSL.sum(DSL.when(running, CALL_OFF.WEEKLY_HOURS)), BigDecimal.ZERO);
    var last = DSL.max(CALL_OFF.AWARDED_ON);
    return db.select(CALL_OFF.PROVIDER_REFERENCE, count, hours, last)
        .from(CALL_OFF)
        .where(CALL_OFF.VEHICLE.eq(vehicle))
        .and(CALL_OFF.LOT.eq(lot))
        .groupBy(CALL_OFF.PROVIDER_REFERENCE)
        .fetchMap(
            CALL_OFF.PROVIDER_REFERENCE, r -> new Given(r.get(count), r.get(hours), r.get(last)));
  }
}
