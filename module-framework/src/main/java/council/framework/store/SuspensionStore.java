package council.framework.store;

import static council.framework.store.generated.Tables.SUSPENSION;

import council.framework.api.Suspensions.Suspend;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.scheme.SuspensionScope;
import council.framework.store.generated.tables.records.SuspensionRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads and writes suspensions. */
@Singleton
final class SuspensionStore {
  private final DSLContext db;
  private final Clock clock;

  SuspensionStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  UUID insert(Suspend command, UUID provider) {
    var id = Ids.next();
    db.insertInto(SUSPENSION)
        .set(SUSPENSION.ID, id)
        .set(SUSPENSION.VEHICLE, command.vehicle())
        .set(SUSPENSION.PROVIDER_ID, provider)
        .set(SUSPENSION.PROVIDER_REFERENCE, command.provider())
        .set(SUSPENSION.SCOPE, command.scope().name())
        .set(SUSPENSION.VALID_FROM, command.from())
        .set(SUSPENSION.VALID_UNTIL, Days.dayAfter(command.until()))
        .set(SUSPENSION.REVIEW_ON, command.reviewOn())
        .set(SUSPENSION.REASON, command.reason())
        .set(SUSPENSION.EVIDENCE, command.evidence())
        .set(SUSPENSION.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  Optional<SuspensionRecord> findLocked(UUID id) {
    return db.selectFrom(SUSPENSION).where(SUSPENSION.ID.eq(id)).forUpdate().fetchOptional();
  }

  void lift(SuspensionRecord row, LocalDate lastDay, String reason) {
    db.update(SUSPENSION)
        .set(SUSPENSION.VALID_UNTIL, lastDay.plusDays(1))
        .set(SUSPENSION.LIFTED_BECAUSE, reason)
        .set(SUSPENSION.REVISION, row.getRevision() + 1)
        .where(SUSPENSION.ID.eq(row.getId()))
        .execute();
  }

  void review(SuspensionRecord row, @Nullable LocalDate next, @Nullable String evidence) {
    db.update(SUSPENSION)
        .set(SUSPENSION.REVIEW_ON, next)
        .set(SUSPENSION.EVIDENCE, evidence == null ? row.getEvidence() : evidence)
        .set(SUSPENSION.REVISION, row.getRevision() + 1)
        .where(SUSPENSION.ID.eq(row.getId()))
        .execute();
  }

  /** Those that still hold on a day and should have been looked at again by then. */
  List<SuspensionRecord> listDueForReview(LocalDate day) {
    return db.selectFrom(SUSPENSION)
        .where(SUSPENSION.REVIEW_ON.le(day))
        .and(SUSPENSION.VALID_UNTIL.isNull().or(SUSPENSION.VALID_UNTIL.gt(day)))
        .orderBy(SUSPENSION.ID)
        .fetch();
  }

  /** All suspensions of a vehicle, in force or not. */
  List<SuspensionFact> listSuspensions(String vehicle) {
    return db.selectFrom(SUSPENSION)
        .where(SUSPENSION.VEHICLE.eq(vehicle))
        .orderBy(SUSPENSION.PROVIDER_REFERENCE, SUSPENSION.VALID_FROM, SUSPENSION.ID)
        .fetch(r ->
            new SuspensionFact(
                r.getProviderReference(),
                SuspensionScope.valueOf(r.getScope()),
                r.getValidFrom(),
                r.getValidUntil()));
  }
}
