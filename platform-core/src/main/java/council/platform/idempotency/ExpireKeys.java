package council.platform.idempotency;

import static council.platform.store.generated.Tables.IDEMPOTENCY;

import council.platform.jobs.Cadence;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import council.platform.jobs.RecurringJob;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jooq.DSLContext;

/**
 * Forgets answers that nobody asks for any more. A key that is forgotten is a new key: whoever
 * repeats a request so late has it done again.
 */
@Singleton
final class ExpireKeys implements RecurringJob {
  private static final int AT_ONCE = 1000;
  private final DSLContext sql;
  private final Clock clock;
  private final Duration retention;

  ExpireKeys(
      DSLContext sql,
      Clock clock,
      @Value("${council.idempotency.retention:30d}") Duration retention) {
    if (retention.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "Expected council.idempotency.retention of a day or more, but it is " + retention);
    }
    this.sql = sql;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public JobKind<Occurrence> kind() {
    return new JobKind<>("platform.expire-idempotency-keys", Occurrence.class);
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
  public void run(JobRun run, Occurrence occurrence) {
    Instant before = clock.instant().minus(retention);
    while (run.step(() -> forget(before)) == AT_ONCE) {
      // Each step is a short transaction of its own.
    }
  }

  private int forget(Instant before) {
    return sql.deleteFrom(IDEMPOTENCY)
        .where(IDEMPOTENCY.CREATED_AT.lt(before))
        .orderBy(IDEMPOTENCY.CREATED_AT)
        .limit(AT_ONCE)
        .execute();
  }
}
