package council.platform.jobs;

import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.store.generated.tables.records.JobRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How jobs end. The end of an occurrence makes the next one, in the same transaction. */
@Singleton
final class JobEnding {
  private final JobStore store;
  private final JobHandlers handlers;
  private final Timetable timetable;
  private final Audit audit;

  JobEnding(JobStore store, JobHandlers handlers, Timetable timetable, Audit audit) {
    this.store = store;
    this.handlers = handlers;
    this.timetable = timetable;
    this.audit = audit;
  }

  /** Why a try failed, in words that people of the council may read. */
  record Fault(String code, String message) {}

  void succeed(JobRecord row) {
    end(row, JobStatus.SUCCEEDED, null);
  }

  void cancel(JobRecord row) {
    end(row, JobStatus.CANCELLED, null);
  }

  /** Nobody has asked for this end, so it stands in the audit. */
  void die(JobRecord row, Fault fault) {
    end(row, JobStatus.DEAD, fault);
    Actor system = SystemActor.of(row.getTenantId(), Set.of());
    audit.record(
        system,
        new Change(
            "Job",
            row.getId(),
            "JobDied",
            null,
            Map.of("kind", row.getKind(), "tries", row.getTries(), "errorCode", fault.code()),
            null,
            null));
  }

  private void end(JobRecord row, JobStatus status, @Nullable Fault fault) {
    row.setStatus(status.name());
    row.setFinishedAt(store.now());
    row.setErrorCode(fault == null ? null : fault.code());
    row.setErrorMessage(fault == null ? null : fault.message());
    boolean makesNext = row.getRecurring() && !row.getFollowed();
    if (makesNext) {
      row.setFollowed(true);
    }
    store.update(row);
    if (makesNext) {
      handlers
          .find(row.getKind())
          .filter(RecurringJob.class::isInstance)
          .map(RecurringJob.class::cast)
          .ifPresent(job -> enterOccurrence(row.getTenantId(), job, nextAfter(row, job)));
    }
  }

  private Instant nextAfter(JobRecord row, RecurringJob job) {
    Instant due = row.getDueAt();
    RecurringJob.Occurrence occurrence =
        council.platform.json.CanonicalJson.read(row.getPayload(), RecurringJob.Occurrence.class);
    Instant now = store.now();
    return switch (job.missedRuns()) {
      case RUN_EACH -> job.cadence().nextAfter(occurrence.due());
      case RUN_ONCE -> job.cadence().nextAfter(now.isAfter(due) ? now : due);
    };
  }

  /** Nothing where the council has a last occurrence already. */
  void enterOccurrence(String tenant, RecurringJob job, Instant due) {
    JobRecord row =
        store.create(
            SystemActor.of(tenant, job.permissions()),
            job.kind().code(),
            job.retries().tries(),
            new RecurringJob.Occurrence(due),
            due);
    if (store.insertOccurrence(row)) {
      timetable.enter(row);
    }
  }
}
