package council.framework.store;

import static council.framework.store.generated.Tables.EXEMPTION;
import static council.framework.store.generated.Tables.PLACE_REMINDER;
import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.store.generated.tables.records.ExemptionRecord;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads and writes exemptions, the part of a case that they change, and what was reminded of. */
@Singleton
final class ExemptionStore {
  private final DSLContext db;
  private final Clock clock;

  ExemptionStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Optional<TransitionCaseRecord> findCaseLocked(UUID id) {
    return db.selectFrom(TRANSITION_CASE)
        .where(TRANSITION_CASE.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  /** The case of an exemption is locked first, always. */
  Optional<ExemptionRecord> findLocked(UUID id) {
    var found = db.selectFrom(EXEMPTION).where(EXEMPTION.ID.eq(id)).fetchOptional();
    return found.flatMap(row -> {
      findCaseLocked(row.getCaseId());
      return db.selectFrom(EXEMPTION).where(EXEMPTION.ID.eq(id)).forUpdate().fetchOptional();
    });
  }

  boolean overlaps(UUID of, LocalDate from, @Nullable LocalDate dayAfter) {
    var begins =
        dayAfter == null ? EXEMPTION.VALID_FROM.isNotNull() : EXEMPTION.VALID_FROM.lt(dayAfter);
    return db.fetchExists(
        EXEMPTION,
        EXEMPTION
            .CASE_ID
            .eq(of)
            .and(begins)
            .and(EXEMPTION.VALID_UNTIL.isNull().or(EXEMPTION.VALID_UNTIL.gt(from))));
  }

  void insert(List<Exempted> exemptions) {
    var now = clock.instant();
    Bulk.insert(
        db,
        EXEMPTION,
        exemptions,
        (row, e) -> {
          row.setId(e.id());
          row.setVehicle(e.vehicle());
          row.setCaseId(e.caseId());
          row.setLocationReference(e.location());
          row.setProviderId(e.providerId());
          row.setKind(e.kind());
          row.setStatus(e.status());
          row.setReason(e.reason());
          row.setEvidence(e.evidence());
          row.setValidFrom(e.from());
          row.setValidUntil(Days.dayAfter(e.until()));
          row.setDueBefore(e.dueBefore());
          row.setDueAfter(e.dueAfter());
          row.setDecisionId(e.decisionId());
          row.setCreatedAt(now);
        });
  }

  void update(Exempted e, int revision) {
    db.update(EXEMPTION)
        .set(EXEMPTION.STATUS, e.status())
        .set(EXEMPTION.REASON, e.reason())
        .set(EXEMPTION.EVIDENCE, e.evidence())
        .set(EXEMPTION.VALID_UNTIL, Days.dayAfter(e.until()))
        .set(EXEMPTION.DUE_AFTER, e.dueAfter())
        .set(EXEMPTION.DECISION_ID, e.decisionId())
        .set(EXEMPTION.ENDED_BECAUSE, e.endedBecause())
        .set(EXEMPTION.REOPENED_ON, e.reopenedOn())
        .set(EXEMPTION.REVISION, revision + 1)
        .where(EXEMPTION.ID.eq(e.id()))
        .execute();
  }

  void exempt(UUID transitionCase, String kind) {
    db.update(TRANSITION_CASE)
        .set(TRANSITION_CASE.STATUS, "EXEMPT")
        .setNull(TRANSITION_CASE.DUE)
        .set(TRANSITION_CASE.EXEMPTION_REASON, kind)
        .set(TRANSITION_CASE.REVISION, TRANSITION_CASE.REVISION.plus(1))
        .where(TRANSITION_CASE.ID.eq(transitionCase))
        .execute();
  }

  void reopen(UUID transitionCase, LocalDate due) {
    db.update(TRANSITION_CASE)
        .set(TRANSITION_CASE.STATUS, "OPEN")
        .set(TRANSITION_CASE.DUE, due)
        .setNull(TRANSITION_CASE.EXEMPTION_REASON)
        .set(TRANSITION_CASE.REVISION, TRANSITION_CASE.REVISION.plus(1))
        .where(TRANSITION_CASE.ID.eq(transitionCase))
        .execute();
  }

  /** Those that have an end, which may have come. */
  List<ExemptionRecord> listWithEnd() {
    return db.selectFrom(EXEMPTION)
        .where(EXEMPTION.STATUS.eq(PlaceLifecycle.GRANTED))
        .and(EXEMPTION.VALID_UNTIL.isNotNull())
        .orderBy(EXEMPTION.VALID_UNTIL, EXEMPTION.ID)
        .fetch();
  }

  /** Notes a reminder; false where it was given before. */
  boolean remind(String subjectType, UUID subject, LocalDate dueOn) {
    return db.insertInto(PLACE_REMINDER)
            .set(PLACE_REMINDER.ID, Ids.next())
            .set(PLACE_REMINDER.SUBJECT_TYPE, subjectType)
            .set(PLACE_REMINDER.SUBJECT_ID, subject)
            .set(PLACE_REMINDER.DUE_ON, dueOn)
            .set(PLACE_REMINDER.CREATED_AT, clock.instant())
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  static LocalDate lastDay(ExemptionRecord row) {
    return Objects.requireNonNull(row.getValidUntil()).minusDays(1);
  }
}
