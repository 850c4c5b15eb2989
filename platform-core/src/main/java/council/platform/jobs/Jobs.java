package council.platform.jobs;

import council.platform.identity.Actor;
import council.platform.problem.Refused;
import java.time.Instant;
import java.util.UUID;

/** Asks for work that is done later. All of it happens in the caller's write transaction. */
public interface Jobs {
  /**
   * Promises the job: it is there if and only if the caller's transaction commits.
   *
   * @return id of the job
   */
  <P extends Record> UUID submit(Actor actor, JobKind<P> kind, P payload);

  /** As {@link #submit(Actor, JobKind, Record)}, but not before the instant. */
  <P extends Record> UUID submit(Actor actor, JobKind<P> kind, P payload, Instant notBefore);

  /**
   * Has a dead or cancelled job tried again, with all its tries, from its checkpoint.
   *
   * @param revision the revision that the caller saw
   * @throws Refused {@code UNKNOWN_JOB}, {@code STALE_REVISION} or {@code JOB_NOT_RETRYABLE}
   */
  void retry(Actor actor, UUID job, int revision);

  /**
   * Ends a job that waits; asks one that runs to end at its next step.
   *
   * @param revision the revision that the caller saw
   * @throws Refused {@code UNKNOWN_JOB}, {@code STALE_REVISION} or {@code JOB_FINISHED}
   */
  void cancel(Actor actor, UUID job, int revision);
}
