package council.platform.jobs;

import java.time.Instant;

/**
 * A job that every council has, again and again. A council's first occurrence is made with the
 * council, or at the next start of the server where the council is older than the job. Each
 * occurrence makes the next one when it ends, however it ends; two of one kind are never open at
 * once unless a person retries an old one.
 */
public interface RecurringJob extends JobHandler<RecurringJob.Occurrence> {
  Cadence cadence();

  MissedRuns missedRuns();

  /**
   * @param due when it was to run, which may be long ago
   */
  record Occurrence(Instant due) {}

  /** What happens with occurrences that fell into a time when no server ran. */
  enum MissedRuns {
    /** One run makes up for all of them. */
    RUN_ONCE,
    /** Each of them is run, oldest first. */
    RUN_EACH
  }
}
