package council.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/**
 * How many jobs of all councils together wait, are late and run. The instance's own bookkeeping
 * says so, which holds nothing of a council; figures of one council are its own affair.
 */
@Context
final class ScheduledJobs {
  private static final long FRESH_NANOS = 2_000_000_000L;
  private static final String COUNTS =
      """
      select count(*) filter (where not picked and execution_time > now()),
        count(*) filter (where not picked and execution_time <= now()),
        count(*) filter (where picked),
        coalesce(max(consecutive_failures), 0)
      from platform.scheduled_job\
      """;
  private final DataSource database;
  private Counts last = new Counts(0, 0, 0, 0);
  private long readAt = System.nanoTime() - FRESH_NANOS;

  ScheduledJobs(PrometheusMeterRegistry registry, DataSource database) {
    this.database = DelegatingDataSource.unwrapDataSource(database);
    gauge(registry, "waiting", Counts::waiting);
    gauge(registry, "due", Counts::due);
    gauge(registry, "running", Counts::running);
    Gauge.builder("council.jobs.failures", this, jobs -> jobs.read().failures())
        .description("Most failures in a row of one job")
        .register(registry);
  }

  private record Counts(double waiting, double due, double running, double failures) {}

  private void gauge(
      PrometheusMeterRegistry registry, String state, ToDoubleFunction<Counts> count) {
    Gauge.builder("council.jobs", this, jobs -> count.applyAsDouble(jobs.read()))
        .description("Jobs of all councils together")
        .tag("state", state)
        .register(registry);
  }

  /** Once a look, however many figures come of it. */
  private synchronized Counts read() {
    if (System.nanoTime() - readAt < FRESH_NANOS) {
      return last;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNTS)) {
      row.next();
      last = new Counts(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    } catch (SQLException e) {
      last = new Counts(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    readAt = System.nanoTime();
    return last;
  }
}
