package council.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import council.platform.data.HostTransactions;
import council.platform.data.TenantReads.Select;
import council.platform.module.InstalledModules;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** db-scheduler on this server: from the start of the application to its end. */
@Singleton
public final class JobScheduler implements ApplicationEventListener<StartupEvent>, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
  private static final int MISSED_HEARTBEATS = 6;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  /** The library forgets what it does not know after this; we never have it forget anything. */
  private static final Duration NEVER = Duration.ofDays(365L * 1000);

  /** After a fault of ours or of the database, as opposed to one of the job. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(15);

  private final JobSettings settings;
  private final BeanProvider<JobsPool> pool;
  private final BeanProvider<JobRunner> runner;
  private final BeanProvider<Recurrences> recurrences;
  private final HostTransactions host;
  private volatile @Nullable Scheduler scheduler;
  private volatile boolean stopping;

  JobScheduler(
      JobSettings settings,
      BeanProvider<JobsPool> pool,
      BeanProvider<JobRunner> runner,
      BeanProvider<Recurrences> recurrences,
      HostTransactions host) {
    this.settings = settings;
    this.pool = pool;
    this.runner = runner;
    this.recurrences = recurrences;
    this.host = host;
  }

  /** After every check that may refuse the start. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (settings.enabled()) {
      start();
    }
  }

  @EventListener
  void onShutdown(ShutdownEvent event) {
    stop();
  }

  /** Sees to the recurring jobs of every council, then begins to look for what is due. */
  public synchronized void start() {
    if (scheduler != null) {
      return;
    }
    stopping = false;
    tenants().forEach(this::prepare);
    Scheduler started = build();
    started.start();
    scheduler = started;
  }

  /** Has running jobs end at their next step; they go on when a server starts. */
  public synchronized void stop() {
    Scheduler running = scheduler;
    stopping = true;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
  }

  /** Begins nothing until {@link #resume}; what runs goes on. */
  public void pause() {
    Scheduler running = scheduler;
    if (running != null) {
      running.pause();
    }
  }

  public void resume() {
    Scheduler running = scheduler;
    if (running != null) {
      running.resume();
    }
  }

  /** Does not wait for the next regular look. */
  void lookSoon() {
    Scheduler running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  private void prepare(String tenant) {
    host.writeAsHost(
        tenant,
        () -> {
          recurrences.get().begin(tenant);
          recurrences.get().enterOpenJobs();
          return tenant;
        });
  }

  private List<String> tenants() {
    return host.readAsHost(
        InstalledModules.HOST,
        new Select(
            "select tenant_id from platform.tenant union all select code from"
                + " platform.hosted_tenant",
            List.of()),
        rows -> {
          List<String> codes = new ArrayList<>();
          while (rows.next()) {
            codes.add(rows.getString(1));
          }
          return codes;
        });
  }

  private Scheduler build() {
    return Scheduler.create(pool.get().dataSource(), task())
        .tableName(Timetable.TABLE)
        .jdbcCustomization(Timetable.POSTGRES)
        .schedulerName(new SchedulerName.Fixed("server-" + UUID.randomUUID()))
        .threads(settings.threads())
        .pollingInterval(settings.pollInterval())
        .pollUsingLockAndFetch(1.0, 2.0)
        .heartbeatInterval(settings.heartbeatInterval())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(LONGEST_STOP)
        .build();
  }

  private CustomTask<Void> task() {
    return Tasks.custom(Timetable.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
        .onDeadExecutionRevive()
        .execute((instance, context) -> lookAt(instance.getId()));
  }

  private CompletionHandler<Void> lookAt(String entry) {
    JobRunner.Next next = runner.get().run(Timetable.Entry.parse(entry), () -> stopping);
    return switch (next) {
      case JobRunner.Over() -> new CompletionHandler.OnCompleteRemove<>();
      case JobRunner.LookAgain(var at) ->
          (complete, operations) -> operations.reschedule(complete, at);
      case JobRunner.NotOurs() ->
          (complete, operations) -> LOG.info("Job {} was taken over", entry);
    };
  }
}
