package council.config.store;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Tells each morning of versions that took force, also of those that did while no server ran. */
@Singleton
final class TakeForceJob implements RecurringJob {
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("config.notice-schemes-in-force", Occurrence.class);

  private final TakenForce force;

  TakeForceJob(TakenForce force) {
    this.force = force;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.DailyAt(LocalTime.of(0, 1));
  }

  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    run.step(() -> {
      force.notice(run.actor());
      return true;
    });
  }
}
