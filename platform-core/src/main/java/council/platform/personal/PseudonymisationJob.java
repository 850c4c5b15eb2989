package council.platform.personal;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.Set;

/** Each night, in every council: who is due is pseudonymised, some people at a time. */
@Singleton
final class PseudonymisationJob implements RecurringJob {
  private static final int AT_ONCE = 100;
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("platform.pseudonymise-due-people", Occurrence.class);

  private final Pseudonymisation pseudonymisation;

  PseudonymisationJob(Pseudonymisation pseudonymisation) {
    this.pseudonymisation = pseudonymisation;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.DailyAt(LocalTime.of(2, 30));
  }

  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public Set<String> permissions() {
    return Set.of(PersonalPermissions.RETAIN);
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    int done;
    do {
      done = run.step(() -> pseudonymisation.pseudonymiseDue(run.actor(), AT_ONCE).size());
    } while (done == AT_ONCE);
  }
}
