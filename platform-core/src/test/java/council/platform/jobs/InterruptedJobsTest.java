package council.platform.jobs;

import static council.platform.TestCouncil.officerOf;
import static council.platform.jobs.JobFixtures.DOINGS;
import static council.platform.jobs.JobFixtures.ERRAND;
import static council.platform.jobs.JobFixtures.await;
import static council.platform.jobs.JobFixtures.job;
import static council.platform.jobs.JobFixtures.submit;
import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.PERSON;
import static council.platform.store.generated.Tables.SCHEDULED_JOB;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.jobs.JobFixtures.Errand;
import council.platform.jobs.JobFixtures.Progress;
import council.platform.store.generated.tables.records.JobRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs whose run does not come to its end, and jobs beside requests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedJobsTest {
  private static final int STEPS = 40;
  private TestCouncil council;

  @BeforeAll
  void start() {
    council = JobFixtures.start();
    council.bean(JobScheduler.class).start();
  }

  @AfterAll
  void stop() {
    council.close();
  }

  @Test
  void thoseOfAKilledServerAreTakenOverFromTheirCheckpoint() {
    Actor officer = officerOf(council.createTenant());
    ConcurrentLinkedQueue<Optional<Progress>> found = new ConcurrentLinkedQueue<>();
    DOINGS.put("taken", (run, errand) -> found.add(run.findCheckpoint(Progress.class)));
    UUID id = abandoned(officer, "taken", 1);
    assertThat(await(council, officer, id, JobStatus.SUCCEEDED).getTries()).isEqualTo(2);
    assertThat(found).containsExactly(Optional.of(new Progress(5)));
  }

  @Test
  void oneThatKillsEveryServerIsDeadAfterItsTries() {
    Actor officer = officerOf(council.createTenant());
    UUID id = abandoned(officer, "never", 3);
    assertThat(await(council, officer, id, JobStatus.DEAD).getErrorCode()).isEqualTo("INTERRUPTED");
  }

  @Test
  void aRunThatLostItsJobKeepsNothingOfItsStep() throws InterruptedException {
    Actor officer = officerOf(council.createTenant());
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch lost = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    DOINGS.put(
        "loses",
        (run, errand) -> {
          try {
            run.step(() -> {
              insertPerson(officer.tenant());
              written.countDown();
              return awaited(lost);
            });
          } finally {
            over.countDown();
          }
        });
    UUID id = submit(council, officer, ERRAND, "loses");
    assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
    UUID other = UUID.randomUUID();
    council.write(
        officer,
        () -> council.db().update(JOB).set(JOB.RUN_ID, other).where(JOB.ID.eq(id)).execute());
    lost.countDown();
    assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(people(officer)).isZero();
    JobRecord held = job(council, officer, id);
    assertThat(held.getStatus()).isEqualTo("RUNNING");
    assertThat(held.getRunId()).isEqualTo(other);
  }

  @Test
  void theyGoOnWhereTheServerStopped() {
    Actor officer = officerOf(council.createTenant());
    DOINGS.put("long", (run, errand) -> walk(run, officer.tenant()));
    UUID id = submit(council, officer, ERRAND, "long");
    await(council, officer, id, one -> one.getDone() != null && one.getDone() > 2);
    council.bean(JobScheduler.class).stop();
    JobRecord stopped = job(council, officer, id);
    assertThat(stopped.getStatus()).isEqualTo("WAITING");
    assertThat(stopped.getTries()).as("a stop is no failed try").isZero();
    assertThat(stopped.getDone()).isLessThan(STEPS);
    council.bean(JobScheduler.class).start();
    assertThat(await(council, officer, id, JobStatus.SUCCEEDED).getDone()).isEqualTo(STEPS);
    assertThat(people(officer)).as("each step once").isEqualTo(STEPS);
  }

  @Test
  void theyLeaveConnectionsForRequests() {
    Actor officer = officerOf(council.createTenant());
    AtomicInteger inSteps = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    DOINGS.put(
        "slow",
        (run, errand) ->
            run.step(() -> {
              most.accumulateAndGet(inSteps.incrementAndGet(), Math::max);
              council.db().fetch("select pg_sleep(0.3)");
              return inSteps.decrementAndGet();
            }));
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ids.add(submit(council, officer, ERRAND, "slow"));
    }
    await(council, officer, ids.getFirst(), one -> most.get() > 0);
    int answered = 0;
    while (!job(council, officer, ids.getLast()).getStatus().equals("SUCCEEDED")) {
      answered++;
    }
    assertThat(answered).as("reads answered meanwhile").isGreaterThan(20);
    assertThat(most).as("of four connections").hasValueLessThanOrEqualTo(2);
  }

  @Test
  void nothingIsBegunWhilePaused() throws InterruptedException {
    Actor officer = officerOf(council.createTenant());
    council.bean(JobScheduler.class).pause();
    UUID id = submit(council, officer, ERRAND, "nothing");
    Thread.sleep(1000);
    assertThat(job(council, officer, id).getStatus()).isEqualTo("WAITING");
    council.bean(JobScheduler.class).resume();
    await(council, officer, id, JobStatus.SUCCEEDED);
  }

  private void walk(JobRun run, String tenant) {
    int done = run.findCheckpoint(Progress.class).map(Progress::step).orElse(0);
    for (int next = done + 1; next <= STEPS; next++) {
      int step = next;
      run.step(() -> {
        run.keep(new Progress(step));
        run.progress(step, STEPS);
        return insertPerson(tenant);
      });
      JobFixtures.pause();
    }
  }

  /** As a server leaves it that was killed a minute ago. */
  private UUID abandoned(Actor officer, String name, int tries) {
    council.bean(JobScheduler.class).pause();
    UUID id =
        council.write(
            officer,
            () -> {
              UUID job = council.bean(Jobs.class).submit(officer, ERRAND, new Errand(name, 1));
              council
                  .db()
                  .update(JOB)
                  .set(JOB.STATUS, "RUNNING")
                  .set(JOB.TRIES, tries)
                  .set(JOB.RUN_ID, UUID.randomUUID())
                  .set(JOB.CHECKPOINT, "{\"step\":5}")
                  .where(JOB.ID.eq(job))
                  .execute();
              council
                  .db()
                  .update(SCHEDULED_JOB)
                  .set(SCHEDULED_JOB.PICKED, true)
                  .set(SCHEDULED_JOB.PICKED_BY, "killed")
                  .set(SCHEDULED_JOB.LAST_HEARTBEAT, Instant.now().minusSeconds(60))
                  .where(SCHEDULED_JOB.TASK_INSTANCE.contains(job.toString()))
                  .execute();
              return job;
            });
    council.bean(JobScheduler.class).resume();
    return id;
  }

  private int insertPerson(String tenant) {
    return council
        .db()
        .insertInto(PERSON)
        .set(PERSON.TENANT_ID, tenant)
        .set(PERSON.ID, Ids.next())
        .set(PERSON.REFERENCE, UUID.randomUUID().toString())
        .execute();
  }

  private int people(Actor officer) {
    return council.read(officer, () -> council.db().fetchCount(PERSON));
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
