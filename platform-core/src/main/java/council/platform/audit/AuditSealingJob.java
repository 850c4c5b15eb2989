package council.platform.audit;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Every council's audit is sealed every five minutes, one batch in a transaction. */
@Singleton
final class AuditSealingJob implements RecurringJob {
  private static final JobKind<Occurrence> KIND =
      new JobKind<>("platform.seal-audit", Occurrence.class);

  private final AuditSealing sealing;

  AuditSealingJob(AuditSealing sealing) {
    this.sealing = sealing;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return KIND;
  }

  @Override
  public Cadence cadence() {
    return new Cadence.Every(Duration.ofMinutes(5));
  }

  /** One run seals all that has waited. */
  @Override
  public MissedRuns missedRuns() {
    return MissedRuns.RUN_ONCE;
  }

  @Override
  public void run(JobRun run, Occurrence occurrence) {
    boolean more;
    do {
      more = run.step(() -> sealing.sealNext(run.actor().tenant())).isPresent();
    } while (more);
  }
}
