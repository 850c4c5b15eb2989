package council.platform.jobs;

import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.jobs.JobEnding.Fault;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.JobRecord;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one job when the timetable says so. The job's own row decides what is to be done; the
 * timetable only says when to look, so that it may be wrong, late or doubled without harm.
 */
@Singleton
final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration LOOK_FOR_HANDLER = Duration.ofMinutes(15);
  private static final Fault NO_HANDLER =
      new Fault("NO_HANDLER", "No installed module does jobs of this kind.");
  private static final Fault BAD_PAYLOAD =
      new Fault("BAD_PAYLOAD", "What the job was given cannot be read by the module any more.");
  private static final Fault INTERRUPTED =
      new Fault("INTERRUPTED", "The server was stopped in the middle of the last try.");

  private final Transactions transactions;
  private final JobStore store;
  private final JobHandlers handlers;
  private final JobEnding ending;

  JobRunner(Transactions transactions, JobStore store, JobHandlers handlers, JobEnding ending) {
    this.transactions = transactions;
    this.store = store;
    this.handlers = handlers;
    this.ending = ending;
  }

  /** What the timetable is to do with its row. */
  sealed interface Next {}

  /** Nothing will happen with it any more. */
  record Over() implements Next {}

  record LookAgain(Instant at) implements Next {}

  /** Another run took the job, and the row with it. */
  record NotOurs() implements Next {}

  Next run(Timetable.Entry entry, BooleanSupplier serverStops) {
    Actor nobody = SystemActor.of(entry.tenant(), Set.of());
    JobRecord[] claimed = new JobRecord[1];
    Next unless = transactions.write(nobody, () -> claim(entry, claimed));
    return claimed[0] == null
        ? unless
        : run(claimed[0], handlers.find(claimed[0].getKind()).orElseThrow(), serverStops);
  }

  private Next claim(Timetable.Entry entry, JobRecord[] claimed) {
    Optional<JobRecord> found =
        store.findForUpdate(entry.job()).filter(job -> job.getSeries() == entry.series());
    if (found.isEmpty() || JobStatus.valueOf(found.get().getStatus()).isFinal()) {
      return new Over();
    }
    JobRecord row = found.get();
    if (row.getCancelRequestedAt() != null) {
      ending.cancel(row);
      return new Over();
    }
    if (row.getDueAt().isAfter(store.now())) {
      return new LookAgain(row.getDueAt());
    }
    if (handlers.find(row.getKind()).isEmpty()) {
      return setAside(row);
    }
    if (row.getTries() >= row.getMaxTries()) {
      ending.die(row, INTERRUPTED);
      return new Over();
    }
    begin(row);
    claimed[0] = row;
    return new NotOurs();
  }

  private LookAgain setAside(JobRecord row) {
    row.setStatus(JobStatus.UNHANDLED.name());
    row.setErrorCode(NO_HANDLER.code());
    row.setErrorMessage(NO_HANDLER.message());
    row.setDueAt(store.now().plus(LOOK_FOR_HANDLER));
    store.update(row);
    return new LookAgain(row.getDueAt());
  }

  private void begin(JobRecord row) {
    row.setStatus(JobStatus.RUNNING.name());
    row.setRunId(UUID.randomUUID());
    row.setTries(row.getTries() + 1);
    row.setStartedAt(store.now());
    store.update(row);
  }

  private <P extends Record> Next run(
      JobRecord row, JobHandler<P> handler, BooleanSupplier serverStops) {
    Actor actor = SystemActor.of(row.getTenantId(), handler.permissions());
    StepwiseRun run = new StepwiseRun(actor, row, transactions, store, serverStops);
    Optional<P> payload = findPayload(row, handler);
    if (payload.isEmpty()) {
      return settle(actor, row, held -> die(held, BAD_PAYLOAD));
    }
    try {
      handler.run(run, payload.get());
    } catch (RunEnded end) {
      return ended(actor, row, end.reason());
    } catch (RuntimeException failure) {
      Fault fault = Faults.of(failure, row.getRunId());
      return settle(actor, row, held -> fail(held, handler.retries(), fault, failure));
    }
    return run.findEnd()
        .map(reason -> ended(actor, row, reason))
        .orElseGet(() -> settle(actor, row, this::succeed));
  }

  private static <P extends Record> Optional<P> findPayload(JobRecord row, JobHandler<P> handler) {
    try {
      return Optional.of(CanonicalJson.read(row.getPayload(), handler.kind().payloadType()));
    } catch (IllegalArgumentException unreadable) {
      LOG.error("The payload of job {} cannot be read", row.getId());
      return Optional.empty();
    }
  }

  private Next ended(Actor actor, JobRecord row, RunEnded.Reason reason) {
    return switch (reason) {
      case LOST -> new NotOurs();
      case CANCELLED -> settle(actor, row, this::cancel);
      case SERVER_STOPS -> settle(actor, row, this::handBack);
    };
  }

  /** What is to become of a job whose run is over, in a transaction that holds it. */
  private interface Settlement {
    Next of(JobRecord held);
  }

  private Next settle(Actor actor, JobRecord claimed, Settlement settlement) {
    return transactions.write(
        actor,
        () ->
            store
                .findHeldBy(claimed.getId(), claimed.getRunId())
                .map(settlement::of)
                .orElseGet(NotOurs::new));
  }

  private Next succeed(JobRecord held) {
    ending.succeed(held);
    return new Over();
  }

  private Next cancel(JobRecord held) {
    ending.cancel(held);
    return new Over();
  }

  private Next die(JobRecord held, Fault fault) {
    ending.die(held, fault);
    return new Over();
  }

  /** Not the job's fault, so that the try does not count. */
  private Next handBack(JobRecord held) {
    held.setTries(held.getTries() - 1);
    return waitUntil(held, store.now());
  }

  private Next fail(JobRecord held, RetryPolicy retries, Fault fault, RuntimeException failure) {
    boolean worthRetrying = !(failure instanceof JobFailed told) || told.worthRetrying();
    if (!worthRetrying || held.getTries() >= held.getMaxTries()) {
      return die(held, fault);
    }
    held.setErrorCode(fault.code());
    held.setErrorMessage(fault.message());
    return waitUntil(held, store.now().plus(retries.pauseAfter(held.getTries())));
  }

  private Next waitUntil(JobRecord held, Instant due) {
    held.setStatus(JobStatus.WAITING.name());
    held.setRunId(null);
    held.setDueAt(due);
    store.update(held);
    return new LookAgain(due);
  }
}
