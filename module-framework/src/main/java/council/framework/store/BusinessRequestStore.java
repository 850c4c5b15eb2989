package council.framework.store;

import static council.framework.store.generated.Tables.BUSINESS_REQUEST;

import council.framework.store.generated.tables.records.BusinessRequestRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads and writes requests for business. */
@Singleton
final class BusinessRequestStore {
  private final DSLContext db;

  BusinessRequestStore(DSLContext db) {
    this.db = db;
  }

  int insert(BusinessRequestRecord row) {
    return db.insertInto(BUSINESS_REQUEST).set(row).execute();
  }

  boolean hasReference(String reference) {
    return db.fetchExists(BUSINESS_REQUEST, BUSINESS_REQUEST.REFERENCE.eq(reference));
  }

  /** Locks the request until the transaction ends. */
  Optional<BusinessRequestRecord> findLocked(UUID id) {
    return db.selectFrom(BUSINESS_REQUEST)
        .where(BUSINESS_REQUEST.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  Optional<BusinessRequestRecord> findByReference(String reference) {
    return db.selectFrom(BUSINESS_REQUEST)
        .where(BUSINESS_REQUEST.REFERENCE.eq(reference))
        .fetchOptional();
  }

  /** Keeps what may change of a request and raises its revision. */
  void update(BusinessRequestRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.update(BUSINESS_REQUEST)
        .set(BUSINESS_REQUEST.STATUS, row.getStatus())
        .set(BUSINESS_REQUEST.ATTEMPT, row.getAttempt())
        .set(BUSINESS_REQUEST.ELIGIBILITY_ID, row.getEligibilityId())
        .set(BUSINESS_REQUEST.ORDER_ID, row.getOrderId())
        .set(BUSINESS_REQUEST.CHOSEN_ID, row.getChosenId())
        .set(BUSINESS_REQUEST.CHOSEN_REFERENCE, row.getChosenReference())
        .set(BUSINESS_REQUEST.CHOSEN_BY, row.getChosenBy())
        .set(BUSINESS_REQUEST.CHOSEN_HOW, row.getChosenHow())
        .set(BUSINESS_REQUEST.WITHDRAWN_BECAUSE, row.getWithdrawnBecause())
        .set(BUSINESS_REQUEST.REVISION, row.getRevision())
        .where(BUSINESS_REQUEST.ID.eq(row.getId()))
        .execute();
  }

  /** Those for which a provider is still to be found and that are at no location, by reference. */
  List<BusinessRequestRecord> listOpen(
      LocalDate from, LocalDate until, @Nullable String after, int limit) {
    return db.selectFrom(BUSINESS_REQUEST)
        .where(openWithin(from, until))
        .and(after == null ? DSL.noCondition() : BUSINESS_REQUEST.REFERENCE.gt(after))
        .orderBy(BUSINESS_REQUEST.REFERENCE)
        .limit(limit)
        .fetch();
  }

  long countOpen(LocalDate from, LocalDate until) {
    return db.fetchCount(BUSINESS_REQUEST, openWithin(from, until));
  }

  private static Condition openWithin(LocalDate from, LocalDate until) {
    return BUSINESS_REQUEST
        .STATUS
        .notIn(BusinessLifecycle.AWARDED, BusinessLifecycle.WITHDRAWN)
        .and(BUSINESS_REQUEST.LOCATION_ID.isNull())
        .and(BUSINESS_REQUEST.STARTS_ON.between(from, until));
  }
}
