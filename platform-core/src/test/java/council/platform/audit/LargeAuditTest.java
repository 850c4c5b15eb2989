package council.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * A large audit is sealed and verified batch by batch, in little memory. With {@code
 * council.test.long} it has a million rows.
 */
class LargeAuditTest {
  private static final int ROWS = Boolean.getBoolean("council.test.long") ? 1_000_000 : 5_000;
  private static final int CHUNK = 5_000;
  private static final long MEGABYTE = 1024L * 1024;

  @Test
  void isSealedAndVerifiedBatchByBatch() throws Exception {
    try (TestCouncil host = new TestCouncil()) {
      SealedCouncil council = new SealedCouncil(host);
      for (int written = 0; written < ROWS; written += CHUNK) {
        council.tamper(
            """
            set session_replication_role = origin;
            insert into platform.audit (tenant_id, id, at, by_id, by_label, subject_type, subject_id,
              action, before, after, why)
            select $tenant, gen_random_uuid(), now(), gen_random_uuid(), 'officer', 'Thing',
              gen_random_uuid(), 'Changed', '{"name":"old","people":' || n || '}',
              '{"name":"' || repeat('new ', 50) || '","people":' || n || '}', 'because'
            from generate_series(1, %d) n\
            """
                .formatted(CHUNK));
      }
      long before = used();
      int seals = timed("sealed", () -> council.sealAll().size());
      int faults = timed("verified", () -> council.faults(20).size());

      assertThat(seals).isEqualTo(ROWS / AuditSealing.LARGEST);
      assertThat(faults).isZero();
      assertThat(used() - before).isLessThan(200 * MEGABYTE);
    }
  }

  private static <T> T timed(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "%s %,d rows of the audit in %,d ms: %,d a second%n",
        what, ROWS, took.toMillis(), ROWS * 1000L / Math.max(1, took.toMillis()));
    return result;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
