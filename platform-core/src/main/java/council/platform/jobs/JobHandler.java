package council.platform.jobs;

import java.util.Set;

/**
 * Does the jobs of one kind. A module contributes it as a {@code @Singleton} bean; nothing lists
 * it.
 *
 * <p>A run may be cut off at any moment, by a killed server or a lost database, and is then begun
 * again. What was done in a {@linkplain JobRun#step step} is done and its checkpoint is kept; what
 * was not is not. A handler therefore puts every change into a step, and whatever it does outside
 * of the database must bear being done twice.
 */
public interface JobHandler<P extends Record> {
  JobKind<P> kind();

  /** How often it is tried before it is dead. */
  default RetryPolicy retries() {
    return RetryPolicy.STANDARD;
  }

  /** Codes of the permissions that the council's system principal holds while it runs this. */
  default Set<String> permissions() {
    return Set.of();
  }

  /**
   * Does the job, or goes on with it from its checkpoint. Called without a transaction, in no
   * council until a step begins.
   *
   * @throws JobFailed with a code and a text that people of the council may read. The text of any
   *     other exception stands in the log and nowhere else.
   */
  void run(JobRun run, P payload);
}
