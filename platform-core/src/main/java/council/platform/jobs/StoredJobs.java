package council.platform.jobs;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.store.generated.tables.records.JobRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Promises jobs, and lets people decide about them. */
@Singleton
final class StoredJobs implements Jobs {
  private final JobStore store;
  private final JobHandlers handlers;
  private final JobEnding ending;
  private final Timetable timetable;
  private final Audit audit;

  StoredJobs(
      JobStore store, JobHandlers handlers, JobEnding ending, Timetable timetable, Audit audit) {
    this.store = store;
    this.handlers = handlers;
    this.ending = ending;
    this.timetable = timetable;
    this.audit = audit;
  }

  @Override
  public <P extends Record> UUID submit(Actor actor, JobKind<P> kind, P payload) {
    return submit(actor, kind, payload, store.now());
  }

  @Override
  public <P extends Record> UUID submit(
      Actor actor, JobKind<P> kind, P payload, Instant notBefore) {
    JobHandler<?> handler =
        handlers
            .find(kind.code())
            .filter(known -> known.kind().equals(kind))
            .orElseThrow(() -> new IllegalArgumentException("No handler does jobs of " + kind));
    JobRecord row = store.create(actor, kind.code(), handler.retries().tries(), payload, notBefore);
    store.insert(row);
    timetable.enter(row);
    return row.getId();
  }

  @Override
  public void retry(Actor actor, UUID job, int revision) {
    JobRecord row = lock(job, revision);
    Map<String, Object> before = forAudit(row);
    JobStatus status = JobStatus.valueOf(row.getStatus());
    switch (status) {
      case DEAD, CANCELLED -> begin(row);
      case UNHANDLED -> row.setDueAt(store.now());
      case WAITING, RUNNING, SUCCEEDED ->
          throw refused("JOB_NOT_RETRYABLE", status, "DEAD, CANCELLED or UNHANDLED", "retried");
    }
    store.update(row);
    if (status == JobStatus.UNHANDLED) {
      timetable.move(row, row.getDueAt());
    } else {
      timetable.enter(row);
    }
    record(actor, row, "JobRetried", before);
  }

  private void begin(JobRecord row) {
    row.setStatus(JobStatus.WAITING.name());
    row.setSeries(row.getSeries() + 1);
    row.setTries(0);
    row.setDueAt(store.now());
    row.setRunId(null);
    row.setFinishedAt(null);
    row.setCancelRequestedAt(null);
    row.setErrorCode(null);
    row.setErrorMessage(null);
  }

  @Override
  public void cancel(Actor actor, UUID job, int revision) {
    JobRecord row = lock(job, revision);
    Map<String, Object> before = forAudit(row);
    JobStatus status = JobStatus.valueOf(row.getStatus());
    switch (status) {
      case WAITING, UNHANDLED -> ending.cancel(row);
      case RUNNING -> {
        row.setCancelRequestedAt(store.now());
        store.update(row);
      }
      case SUCCEEDED, DEAD, CANCELLED ->
          throw refused("JOB_FINISHED", status, "WAITING, RUNNING or UNHANDLED", "cancelled");
    }
    record(actor, row, "JobCancelled", before);
  }

  private JobRecord lock(UUID job, int revision) {
    JobRecord row =
        store
            .findForUpdate(job)
            .orElseThrow(
                () -> new Refused("UNKNOWN_JOB", "input.id", "The council has no such job."));
    Revisions.check(revision, row.getRevision());
    return row;
  }

  private static Refused refused(String code, JobStatus found, String expected, String done) {
    return new Refused(
        List.of(
            new Problem(
                code,
                "input.id",
                "A job that is %s cannot be %s.".formatted(found, done),
                found.name(),
                expected)));
  }

  private void record(Actor actor, JobRecord row, String action, Map<String, Object> before) {
    audit.record(actor, new Change("Job", row.getId(), action, before, forAudit(row), null, null));
  }

  private static Map<String, Object> forAudit(JobRecord row) {
    return Map.of(
        "kind", row.getKind(),
        "status", row.getStatus(),
        "tries", row.getTries(),
        "cancelRequested", row.getCancelRequestedAt() != null);
  }
}
