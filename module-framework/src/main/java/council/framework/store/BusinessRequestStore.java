package council.framework.store;

import static council.framework.store.generated.Tables.BUSINESS_REQUEST;
import static council.platform.store.generated.Tables.PERSON;

import council.framework.store.generated.tables.records.BusinessRequestRecord;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

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

  boolean hasPerson(UUID person) {
    return db.fetchExists(PERSON, PERSON.ID.eq(person));
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

  /** Those for which a provider is still to be found, by reference. */
  List<BusinessRequestRecord> listOpen(List<String> statuses) {
    return db.selectFrom(BUSINESS_REQUEST)
        .where(BUSINESS_REQUEST.STATUS.in(statuses))
        .orderBy(BUSINESS_REQUEST.REFERENCE)
        .fetch();
  }
}
