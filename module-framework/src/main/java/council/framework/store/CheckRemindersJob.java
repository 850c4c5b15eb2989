package council.framework.store;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.LocalTime;

/** Tells each morning of passes that end, also of those of mornings on which no server ran. */
@Singleton
final class CheckRemindersJob implements RecurringJob {
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("framework.remind-of-checks", Occurrence.class);

  private final CheckReminders reminders;

  CheckRemindersJob(CheckReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.DailyAt(LocalTime.of(5, 30));
  }

  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    boolean more = true;
    while (more) {
      more = run.step(() -> reminders.remind(run.actor()));
    }
  }
}
