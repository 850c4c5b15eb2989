package council.framework.store;

import static council.framework.store.generated.Tables.ROUND;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads and writes rounds. */
@Singleton
final class RoundStore {
  private final DSLContext db;
  private final Clock clock;

  RoundStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  int insert(Round round) {
    return db.insertInto(ROUND)
        .set(ROUND.ID, round.id())
        .set(ROUND.REFERENCE, round.reference())
        .set(ROUND.VEHICLE, round.vehicle())
        .set(ROUND.TITLE, round.title())
        .set(ROUND.STATUS, round.status())
        .set(ROUND.SCHEME_VERSION_ID, round.schemeVersionId())
        .set(ROUND.ADMISSION, round.admission())
        .set(ROUND.FRAMEWORK_START, round.frameworkStart())
        .set(ROUND.FRAMEWORK_END, round.frameworkEnd())
        .set(ROUND.REVISION, round.revision())
        .set(ROUND.CREATED_AT, clock.instant())
        .execute();
  }

  boolean hasReference(String reference) {
    return db.fetchExists(ROUND, ROUND.REFERENCE.eq(reference));
  }

  /** Locks the round until the transaction ends. */
  Optional<Round> findLocked(UUID id) {
    return db.selectFrom(ROUND)
        .where(ROUND.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .map(RoundStore::map);
  }

  /** Locks the rounds of a vehicle that were not cancelled, until the transaction ends. */
  List<Round> listLocked(String vehicle) {
    return db.selectFrom(ROUND)
        .where(ROUND.VEHICLE.eq(vehicle))
        .and(ROUND.STATUS.ne(RoundLifecycle.CANCELLED))
        .orderBy(ROUND.ID)
        .forUpdate()
        .fetch(RoundStore::map);
  }

  /** Whether a round was awarded for a framework that begins in a span of days. */
  boolean anyAwardedFor(String vehicle, LocalDate from, LocalDate until) {
    return db.fetchExists(
        ROUND,
        ROUND
            .VEHICLE
            .eq(vehicle)
            .and(ROUND.STATUS.eq(RoundLifecycle.AWARDED))
            .and(ROUND.FRAMEWORK_START.between(from, until)));
  }

  /** Keeps the round as it is until the transaction ends; others may do the same. */
  Optional<Round> findShared(UUID id) {
    return db.selectFrom(ROUND)
        .where(ROUND.ID.eq(id))
        .forShare()
        .fetchOptional()
        .map(RoundStore::map);
  }

  Optional<Round> findByReference(String reference) {
    return db.selectFrom(ROUND)
        .where(ROUND.REFERENCE.eq(reference))
        .fetchOptional()
        .map(RoundStore::map);
  }

  /** Keeps what may change of a round and raises its revision. */
  Round update(Round round) {
    int next = round.revision() + 1;
    db.update(ROUND)
        .set(ROUND.STATUS, round.status())
        .set(ROUND.FRAMEWORK_END, round.frameworkEnd())
        .set(ROUND.DECISION_ID, round.decisionId())
        .set(ROUND.STANDSTILL_FROM, round.standstillFrom())
        .set(ROUND.STANDSTILL_UNTIL, round.standstillUntil())
        .set(ROUND.AWARDED_ON, round.awardedOn())
        .set(ROUND.CANCELLED_BECAUSE, round.cancelledBecause())
        .set(ROUND.CANCELLED_ON, round.cancelledBecause() == null ? null : LocalDate.now(clock))
        .set(ROUND.REVISION, next)
        .where(ROUND.ID.eq(round.id()))
        .execute();
    return round.withRevision(next);
  }

  private static Round map(Record r) {
    return new Round(
        r.get(ROUND.ID),
        r.get(ROUND.REFERENCE),
        r.get(ROUND.VEHICLE),
        r.get(ROUND.TITLE),
        r.get(ROUND.STATUS),
        r.get(ROUND.SCHEME_VERSION_ID),
        r.get(ROUND.ADMISSION),
        r.get(ROUND.FRAMEWORK_START),
        r.get(ROUND.FRAMEWORK_END),
        r.get(ROUND.DECISION_ID),
        r.get(ROUND.STANDSTILL_FROM),
        r.get(ROUND.STANDSTILL_UNTIL),
        r.get(ROUND.AWARDED_ON),
        r.get(ROUND.CANCELLED_BECAUSE),
        r.get(ROUND.REVISION));
  }
}
