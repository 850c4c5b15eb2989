package council.framework.jobs;

import council.framework.api.TransitionUpkeep;
import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Every morning each place that needs a review has one, and each case its first stage. */
@Singleton
final class TransitionUpkeepJob implements RecurringJob {
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("framework.transition-upkeep", Occurrence.class);
  private static final LocalTime BEFORE_WORK = LocalTime.of(5, 10);

  private final TransitionUpkeep upkeep;

  TransitionUpkeepJob(TransitionUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.DailyAt(BEFORE_WORK);
  }

  /** One run makes up for all. */
  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    run.step(() -> {
      upkeep.keepUp(run.actor());
      return true;
    });
  }
}
