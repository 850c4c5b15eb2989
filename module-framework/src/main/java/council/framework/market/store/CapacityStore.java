package council.framework.market.store;

import static council.framework.store.generated.Tables.CAPACITY;

import council.framework.api.MarketView.RecordCapacity;
import council.framework.market.domain.MarketFacts.Capacity;
import council.framework.store.generated.tables.records.CapacityRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads and writes how many people locations can house. */
@Singleton
final class CapacityStore {
  private final DSLContext db;
  private final Clock clock;

  CapacityStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Locks the figure that begins on that day. */
  Optional<CapacityRecord> findLocked(String location, LocalDate from) {
    return db.selectFrom(CAPACITY)
        .where(CAPACITY.LOCATION_REFERENCE.eq(location))
        .and(CAPACITY.VALID_FROM.eq(from))
        .forUpdate()
        .fetchOptional();
  }

  int insert(UUID id, RecordCapacity command, UUID provider) {
    return db.insertInto(CAPACITY)
        .set(CAPACITY.ID, id)
        .set(CAPACITY.LOCATION_REFERENCE, command.location())
        .set(CAPACITY.PROVIDER_ID, provider)
        .set(CAPACITY.VALID_FROM, command.from())
        .set(CAPACITY.PEOPLE, command.people())
        .set(CAPACITY.CREATED_AT, clock.instant())
        .execute();
  }

  void correct(CapacityRecord row, int people) {
    db.update(CAPACITY)
        .set(CAPACITY.PEOPLE, people)
        .set(CAPACITY.REVISION, row.getRevision() + 1)
        .where(CAPACITY.ID.eq(row.getId()))
        .execute();
  }

  List<Capacity> listUpTo(LocalDate day) {
    return db.selectFrom(CAPACITY)
        .where(CAPACITY.VALID_FROM.le(day))
        .orderBy(CAPACITY.LOCATION_REFERENCE, CAPACITY.VALID_FROM)
        .fetch(
            row -> new Capacity(row.getLocationReference(), row.getValidFrom(), row.getPeople()));
  }
}
