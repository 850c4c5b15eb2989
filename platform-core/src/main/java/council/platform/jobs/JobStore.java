package council.platform.jobs;

import static council.platform.store.generated.Tables.JOB;

import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.JobRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Rows of jobs. What is visible is the current council's. */
@Singleton
final class JobStore {
  private final DSLContext sql;
  private final Clock clock;

  JobStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** As exact as PostgreSQL keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  JobRecord create(Actor actor, String kind, int maxTries, Record payload, Instant due) {
    JobRecord row = new JobRecord();
    row.setTenantId(actor.tenant());
    row.setId(Ids.next());
    row.setKind(kind);
    row.setStatus(JobStatus.WAITING.name());
    row.setPayload(CanonicalJson.text(payload));
    row.setDueAt(due.truncatedTo(ChronoUnit.MICROS));
    row.setSeries(1);
    row.setTries(0);
    row.setMaxTries(maxTries);
    row.setSubmittedAt(now());
    row.setSubmittedById(actor.principalId());
    row.setSubmittedBy(actor.label());
    return row;
  }

  void insert(JobRecord row) {
    sql.insertInto(JOB).set(row).execute();
  }

  /** Answers false where the council has a last occurrence of the kind already. */
  boolean insertOccurrence(JobRecord row) {
    row.setRecurring(true);
    return sql.insertInto(JOB).set(row).onConflictDoNothing().execute() == 1;
  }

  Optional<JobRecord> findForUpdate(UUID id) {
    return sql.selectFrom(JOB).where(JOB.ID.eq(id)).forUpdate().fetchOptional();
  }

  /** The row as it stands while this run holds it, kept from others until the commit. */
  Optional<JobRecord> findHeldBy(UUID id, UUID run) {
    return sql.selectFrom(JOB)
        .where(JOB.ID.eq(id))
        .and(JOB.RUN_ID.eq(run))
        .and(JOB.STATUS.eq(JobStatus.RUNNING.name()))
        .forUpdate()
        .fetchOptional();
  }

  /** Cheap look whether the run was asked to end or has lost the job; locks nothing. */
  Optional<JobRecord> findForRun(UUID id, UUID run) {
    return sql.selectFrom(JOB)
        .where(JOB.ID.eq(id))
        .and(JOB.RUN_ID.eq(run))
        .and(JOB.STATUS.eq(JobStatus.RUNNING.name()))
        .fetchOptional();
  }

  /** Keeps how far a run has come; answers false where another run holds the job by now. */
  boolean advance(
      UUID id, UUID run, @Nullable String checkpoint, @Nullable Long done, @Nullable Long total) {
    return sql.update(JOB)
            .set(JOB.CHECKPOINT, checkpoint)
            .set(JOB.DONE, done)
            .set(JOB.TOTAL, total)
            .where(JOB.ID.eq(id))
            .and(JOB.RUN_ID.eq(run))
            .and(JOB.STATUS.eq(JobStatus.RUNNING.name()))
            .execute()
        == 1;
  }

  /** Keeps the changed columns and counts the revision. */
  void update(JobRecord row) {
    row.setRevision(row.getRevision() + 1);
    sql.executeUpdate(row);
  }

  List<JobRecord> listOpen() {
    return sql.selectFrom(JOB).where(JOB.FINISHED_AT.isNull()).fetch();
  }
}
