package council.graphql.run;

import council.platform.data.StoppableWork;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Lets so many operations run at once as the instance can, and stops those that take too long. */
@Singleton
final class RunningOperations {
  private final EndpointSettings settings;
  private final OperationGate gate;
  private final ScheduledThreadPoolExecutor timer;

  RunningOperations(EndpointSettings settings, DatasourceConfiguration pool) {
    this.settings = settings;
    this.gate =
        new OperationGate(
            settings.places(pool.getMaximumPoolSize()),
            settings.longestLine(),
            settings.patience());
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("deadlines").daemon().factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }

  /** Waits for a place, then works until the deadline. */
  <T> T run(String tenant, StoppableWork work, Function<Deadline, T> operations) {
    try (OperationGate.Place place = gate.enter(tenant);
        Deadline deadline = new Deadline(work)) {
      return work.run(() -> operations.apply(deadline));
    }
  }

  /** When one request ends at the latest. */
  final class Deadline implements AutoCloseable {
    private final StoppableWork work;
    private final long start = System.nanoTime();
    private ScheduledFuture<?> alarm;

    private Deadline(StoppableWork work) {
      this.work = work;
      this.alarm = alarm(settings.queryDeadline());
    }

    private ScheduledFuture<?> alarm(Duration after) {
      return timer.schedule(
          () -> work.stop(StoppableWork.Cause.DEADLINE),
          after.toNanos() - (System.nanoTime() - start),
          TimeUnit.NANOSECONDS);
    }

    /** A mutation has more time, and ends though nobody waits for it any more. */
    void ofMutation() {
      work.finishWithoutClient();
      alarm.cancel(false);
      alarm = alarm(settings.mutationDeadline());
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }
  }
}
