package council.framework.store;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Each morning: exemptions that are over, and what people are reminded of. */
@Singleton
final class PlaceRemindersJob implements RecurringJob {
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("framework.remind-of-places", Occurrence.class);

  private final PlaceReminders reminders;

  PlaceRemindersJob(PlaceReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.DailyAt(LocalTime.of(0, 10));
  }

  /** One run makes up for all that were missed. */
  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    run.step(() -> {
      reminders.run(run.actor());
      return true;
    });
  }
}
