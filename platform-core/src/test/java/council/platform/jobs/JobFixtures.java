package council.platform.jobs;

import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.SCHEDULED_JOB;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import council.platform.store.generated.tables.records.JobRecord;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Handlers whose doings a test decides, and looks at what became of jobs. */
final class JobFixtures {
  static final JobKind<Errand> ERRAND = new JobKind<>("test.errand", Errand.class);
  static final JobKind<Errand> ONE_TRY = new JobKind<>("test.one-try", Errand.class);
  static final String HOURLY_EACH = "test.hourly-each";
  static final String HOURLY_ONCE = "test.hourly-once";
  private static final RetryPolicy THREE_AT_ONCE = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);

  private JobFixtures() {}

  record Errand(String name, int figure) {}

  record Progress(int step) {}

  /** What the errand of a name does; looked up by each run. */
  static final Map<String, BiConsumer<JobRun, Errand>> DOINGS = new ConcurrentHashMap<>();

  /** What recurring jobs were run for: council, kind, due. */
  static final ConcurrentLinkedQueue<String> OCCURRENCES = new ConcurrentLinkedQueue<>();

  record Errands(JobKind<Errand> kind, RetryPolicy retries) implements JobHandler<Errand> {
    @Override
    public void run(JobRun run, Errand errand) {
      DOINGS.getOrDefault(errand.name(), (r, e) -> {}).accept(run, errand);
    }
  }

  record Hourly(String code, MissedRuns missedRuns) implements RecurringJob {
    @Override
    public JobKind<Occurrence> kind() {
      return new JobKind<>(code, Occurrence.class);
    }

    @Override
    public Cadence cadence() {
      return new Cadence.Every(Duration.ofHours(1));
    }

    @Override
    public void run(JobRun run, Occurrence occurrence) {
      run.step(() -> OCCURRENCES.add(run.actor().tenant() + " " + code + " " + occurrence.due()));
    }
  }

  /** In contexts that ask for them only. */
  @Factory
  @Requires(property = "test.jobs")
  static final class Handlers {
    @Singleton
    JobHandler<Errand> errands() {
      return new Errands(ERRAND, THREE_AT_ONCE);
    }

    @Singleton
    JobHandler<Errand> errandsOfOneTry() {
      return new Errands(ONE_TRY, new RetryPolicy(1, Duration.ZERO, Duration.ZERO));
    }

    @Singleton
    RecurringJob each() {
      return new Hourly(HOURLY_EACH, RecurringJob.MissedRuns.RUN_EACH);
    }

    @Singleton
    RecurringJob once() {
      return new Hourly(HOURLY_ONCE, RecurringJob.MissedRuns.RUN_ONCE);
    }
  }

  static TestCouncil start() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("test.jobs", true);
    settings.put("council.jobs.poll-interval", "100ms");
    settings.put("council.jobs.heartbeat-interval", "200ms");
    return new TestCouncil(settings);
  }

  static UUID submit(TestCouncil council, Actor actor, JobKind<Errand> kind, String name) {
    return council.write(
        actor, () -> council.bean(Jobs.class).submit(actor, kind, new Errand(name, 7)));
  }

  static JobRecord job(TestCouncil council, Actor actor, UUID id) {
    return council.read(
        actor, () -> council.db().selectFrom(JOB).where(JOB.ID.eq(id)).fetchSingle());
  }

  static List<JobRecord> jobs(TestCouncil council, Actor actor, String kind) {
    return council.read(
        actor,
        () -> council.db().selectFrom(JOB).where(JOB.KIND.eq(kind)).orderBy(JOB.DUE_AT).fetch());
  }

  static int scheduled(TestCouncil council, Actor actor, UUID id) {
    return council.read(
        actor,
        () ->
            council
                .db()
                .fetchCount(SCHEDULED_JOB, SCHEDULED_JOB.TASK_INSTANCE.contains(id.toString())));
  }

  static JobRecord await(TestCouncil council, Actor actor, UUID id, JobStatus status) {
    return await(council, actor, id, job -> job.getStatus().equals(status.name()));
  }

  static JobRecord await(
      TestCouncil council, Actor actor, UUID id, Predicate<JobRecord> condition) {
    Instant until = Instant.now().plusSeconds(60);
    JobRecord job = job(council, actor, id);
    while (!condition.test(job)) {
      assertThat(Instant.now()).as("still %s", job.getStatus()).isBefore(until);
      pause();
      job = job(council, actor, id);
    }
    return job;
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
