package council.framework.store;

import static council.framework.store.generated.Tables.EXEMPTION;
import static council.framework.store.generated.Tables.TRANSITION_BLOCKER;
import static council.framework.store.generated.Tables.TRANSITION_CASE;
import static council.framework.store.generated.Tables.TRANSITION_RECEIVER;
import static council.framework.store.generated.Tables.TRANSITION_STEP;

import council.framework.store.generated.tables.records.ExemptionRecord;
import council.framework.store.generated.tables.records.TransitionBlockerRecord;
import council.framework.store.generated.tables.records.TransitionCaseRecord;
import council.framework.store.generated.tables.records.TransitionReceiverRecord;
import council.framework.store.generated.tables.records.TransitionStepRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads and writes cases of locations that move, and what belongs to them. */
@Singleton
final class CaseStore {
  private final DSLContext db;
  private final Clock clock;

  CaseStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Locks the case until the transaction ends. */
  Optional<TransitionCaseRecord> findLocked(UUID id) {
    return db.selectFrom(TRANSITION_CASE)
        .where(TRANSITION_CASE.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  /** Keeps what was changed of it and raises its revision. */
  void update(TransitionCaseRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.executeUpdate(row);
  }

  void updateAll(List<TransitionCaseRecord> rows) {
    rows.forEach(row -> row.setRevision(row.getRevision() + 1));
    db.batchUpdate(rows).execute();
  }

  /** Locations with a case that has not ended. */
  Set<String> locationsWithCase(String vehicle) {
    return db.select(TRANSITION_CASE.LOCATION_REFERENCE)
        .from(TRANSITION_CASE)
        .where(TRANSITION_CASE.VEHICLE.eq(vehicle))
        .and(TRANSITION_CASE.ENDED_ON.isNull())
        .fetchSet(TRANSITION_CASE.LOCATION_REFERENCE);
  }

  /** Cases of the framework that go on under another text, or under none yet, locked. */
  List<TransitionCaseRecord> listWorkedOtherwise(String vehicle, CaseStart start) {
    return db.selectFrom(TRANSITION_CASE)
        .where(TRANSITION_CASE.VEHICLE.eq(vehicle))
        .and(TRANSITION_CASE.ENDED_ON.isNull())
        .and(
            TRANSITION_CASE
                .STAGE
                .isNull()
                .or(
                    TRANSITION_CASE
                        .WORKING
                        .ne(start.working())
                        .and(TRANSITION_CASE.STAGE.in(start.cases().stages().states().keySet()))))
        .orderBy(TRANSITION_CASE.LOCATION_REFERENCE, TRANSITION_CASE.ID)
        .forUpdate()
        .fetch();
  }

  void insertStep(
      TransitionCaseRecord row, String action, String to, LocalDate on, @Nullable String reason) {
    TransitionStepRecord step = db.newRecord(TRANSITION_STEP);
    step.setId(Ids.next());
    step.setCaseId(row.getId());
    step.setVehicle(row.getVehicle());
    step.setProviderId(row.getProviderId());
    step.setAction(action);
    step.setFromStage(row.getStage());
    step.setToStage(to);
    step.setTakenOn(on);
    step.setReason(reason);
    step.setCreatedAt(clock.instant());
    insert(step);
  }

  void insertReceiver(UUID caseId, UUID receiver, String reference, LocalDate on, UUID decision) {
    TransitionReceiverRecord row = db.newRecord(TRANSITION_RECEIVER);
    row.setId(Ids.next());
    row.setCaseId(caseId);
    row.setReceiverId(receiver);
    row.setReceiverReference(reference);
    row.setChosenOn(on);
    row.setDecisionId(decision);
    row.setCreatedAt(clock.instant());
    insert(row);
  }

  /** The one chosen last. */
  Optional<String> findReceiver(UUID caseId) {
    return db.select(TRANSITION_RECEIVER.RECEIVER_REFERENCE)
        .from(TRANSITION_RECEIVER)
        .where(TRANSITION_RECEIVER.CASE_ID.eq(caseId))
        .orderBy(TRANSITION_RECEIVER.ID.desc())
        .limit(1)
        .fetchOptional(TRANSITION_RECEIVER.RECEIVER_REFERENCE);
  }

  UUID insertBlocker(TransitionCaseRecord row, LocalDate on, String what) {
    TransitionBlockerRecord blocker = db.newRecord(TRANSITION_BLOCKER);
    blocker.setId(Ids.next());
    blocker.setCaseId(row.getId());
    blocker.setVehicle(row.getVehicle());
    blocker.setOpenedOn(on);
    blocker.setWhat(what);
    blocker.setCreatedAt(clock.instant());
    insert(blocker);
    return blocker.getId();
  }

  Optional<UUID> findCaseOfBlocker(UUID blocker) {
    return db.select(TRANSITION_BLOCKER.CASE_ID)
        .from(TRANSITION_BLOCKER)
        .where(TRANSITION_BLOCKER.ID.eq(blocker))
        .fetchOptional(TRANSITION_BLOCKER.CASE_ID);
  }

  Optional<TransitionBlockerRecord> findBlockerLocked(UUID blocker) {
    return db.selectFrom(TRANSITION_BLOCKER)
        .where(TRANSITION_BLOCKER.ID.eq(blocker))
        .forUpdate()
        .fetchOptional();
  }

  void update(TransitionBlockerRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.executeUpdate(row);
  }

  List<TransitionCaseRecord> listCases(@Nullable String vehicle) {
    return db.selectFrom(TRANSITION_CASE)
        .where(of(TRANSITION_CASE.VEHICLE, vehicle))
        .orderBy(TRANSITION_CASE.VEHICLE, TRANSITION_CASE.LOCATION_REFERENCE, TRANSITION_CASE.ID)
        .fetch();
  }

  /** In the order in which they were taken. */
  List<TransitionStepRecord> listSteps(@Nullable String vehicle) {
    return db.selectFrom(TRANSITION_STEP)
        .where(of(TRANSITION_STEP.VEHICLE, vehicle))
        .orderBy(TRANSITION_STEP.VEHICLE, TRANSITION_STEP.TAKEN_ON, TRANSITION_STEP.ID)
        .fetch();
  }

  List<TransitionBlockerRecord> listBlockers(@Nullable String vehicle) {
    return db.selectFrom(TRANSITION_BLOCKER)
        .where(of(TRANSITION_BLOCKER.VEHICLE, vehicle))
        .orderBy(TRANSITION_BLOCKER.VEHICLE, TRANSITION_BLOCKER.OPENED_ON, TRANSITION_BLOCKER.ID)
        .fetch();
  }

  /** In the order of their days. */
  List<ExemptionRecord> listExemptions(@Nullable String vehicle) {
    return db.selectFrom(EXEMPTION)
        .where(of(EXEMPTION.VEHICLE, vehicle))
        .orderBy(EXEMPTION.CASE_ID, EXEMPTION.VALID_FROM, EXEMPTION.ID)
        .fetch();
  }

  private static Condition of(org.jooq.Field<String> column, @Nullable String vehicle) {
    return vehicle == null ? DSL.noCondition() : column.eq(vehicle);
  }

  /** The column with the council keeps the default that the transaction gives it. */
  private void insert(org.jooq.UpdatableRecord<?> row) {
    db.insertInto(row.getTable()).set(row).execute();
  }
}
