package council.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import council.platform.store.generated.tables.records.JobRecord;
import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** db-scheduler's rows, written on the connection of the caller's transaction. */
@Singleton
final class Timetable {
  static final String TABLE = "platform.scheduled_job";
  static final String TASK = "council.job";

  /** Told, not asked for: asking takes a connection before there is a transaction. */
  static final PostgreSqlJdbcCustomization POSTGRES = new PostgreSqlJdbcCustomization(false, false);

  private final SchedulerClient client;
  private final TransactionOperations<Connection> transactions;
  private final BeanProvider<JobScheduler> scheduler;

  /**
   * @param dataSource the context-aware one: it hands out the transaction's connection, and none
   *     where there is no transaction
   */
  Timetable(
      DataSource dataSource,
      TransactionOperations<Connection> transactions,
      BeanProvider<JobScheduler> scheduler) {
    this.client =
        SchedulerClient.Builder.create(dataSource)
            .tableName(TABLE)
            .jdbcCustomization(POSTGRES)
            .build();
    this.transactions = transactions;
    this.scheduler = scheduler;
  }

  /**
   * What stands in db-scheduler's table.
   *
   * @param series tells what was scheduled before a retry by a person from what was after it
   */
  record Entry(String tenant, UUID job, int series) {
    static Entry of(JobRecord job) {
      return new Entry(job.getTenantId(), job.getId(), job.getSeries());
    }

    static Entry parse(String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("Expected tenant/job/series, but it is " + text);
      }
      return new Entry(parts[0], UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
      return tenant + "/" + job + "/" + series;
    }
  }

  /** Has the job looked at when it is due; nothing where that is noted already. */
  void enter(JobRecord job) {
    client.scheduleIfNotExists(
        new com.github.kagkarlsson.scheduler.task.TaskInstance<Void>(
            TASK, Entry.of(job).toString()),
        job.getDueAt());
    transactions.findTransactionStatus().ifPresent(this::lookAfterCommit);
  }

  private void lookAfterCommit(TransactionStatus<?> transaction) {
    transaction.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.get().lookSoon();
          }
        });
  }

  /** Sooner or later than noted before. A job that is being looked at now notes its own time. */
  void move(JobRecord job, Instant to) {
    TaskInstanceId id = TaskInstanceId.of(TASK, Entry.of(job).toString());
    client
        .getScheduledExecution(id)
        .filter(known -> !known.isPicked())
        .ifPresent(known -> client.reschedule(id, to));
  }
}
