package council.platform.jobs;

import council.platform.identity.Actor;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** One run of a job, as its handler sees it. */
public interface JobRun {
  UUID jobId();

  /** The council's system principal: audit and decisions name it. */
  Actor actor();

  /** How often the job has been begun, this time included. */
  int tries();

  /**
   * One write transaction in the job's council. What the work changes, the checkpoint and the
   * progress are kept together or not at all. Where the job was cancelled, the server is stopping
   * or another run holds the job by now, this throws what ends the run; a handler lets it pass.
   */
  <T> T step(Supplier<T> work);

  /** One read transaction in the job's council. */
  <T> T read(Supplier<T> work);

  /** What an earlier step kept with {@link #keep}. */
  <C extends Record> Optional<C> findCheckpoint(Class<C> type);

  /** Inside a step: where to go on from if the run ends before the job does. */
  void keep(Record checkpoint);

  /** Inside a step: how far it is. */
  void progress(long done, long total);
}
