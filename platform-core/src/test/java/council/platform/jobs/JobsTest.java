package council.platform.jobs;

import static council.platform.TestCouncil.officerOf;
import static council.platform.jobs.JobFixtures.DOINGS;
import static council.platform.jobs.JobFixtures.ERRAND;
import static council.platform.jobs.JobFixtures.ONE_TRY;
import static council.platform.jobs.JobFixtures.await;
import static council.platform.jobs.JobFixtures.job;
import static council.platform.jobs.JobFixtures.scheduled;
import static council.platform.jobs.JobFixtures.submit;
import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.SCHEDULED_JOB;
import static council.platform.store.generated.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import council.platform.jobs.JobFixtures.Errand;
import council.platform.problem.Refused;
import council.platform.store.generated.tables.records.JobRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is promised of a job, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
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
  void isDoneOnceInItsCouncilByTheSystemPrincipal() {
    Actor officer = officerOf(council.createTenant());
    council.createTenant();
    ConcurrentLinkedQueue<Object> seen = new ConcurrentLinkedQueue<>();
    DOINGS.put(
        "look",
        (run, errand) -> {
          seen.add(run.actor());
          seen.add(errand);
          seen.add(run.step(() -> council.db().fetchValues(TENANT.TENANT_ID)));
        });
    UUID id = submit(council, officer, ERRAND, "look");
    JobRecord done = await(council, officer, id, JobStatus.SUCCEEDED);
    assertThat(seen)
        .containsExactly(
            SystemActor.of(officer.tenant(), Set.of()),
            new Errand("look", 7),
            List.of(officer.tenant()));
    assertThat(done.getPayload()).isEqualTo("{\"figure\":7,\"name\":\"look\"}");
    assertThat(done.getSubmittedBy()).isEqualTo("officer");
    await(council, officer, id, job -> scheduled(council, officer, id) == 0);
  }

  @Test
  void isNotThereWhereTheTransactionThatAskedForItRollsBack() {
    Actor officer = officerOf(council.createTenant());
    assertThatThrownBy(() ->
            council.write(
                officer,
                () -> {
                  council.bean(Jobs.class).submit(officer, ERRAND, new Errand("never", 1));
                  throw new IllegalArgumentException("no");
                }))
        .hasMessage("no");
    assertThat(council.read(officer, () -> council.db().fetchCount(JOB))).isZero();
    assertThat(scheduledOf(officer.tenant())).isZero();
  }

  @Test
  void dbSchedulerSeesTheCouncilAndTheIdAlone() {
    Actor officer = officerOf(council.createTenant());
    UUID id = later(officer);
    var row =
        council.read(
            officer,
            () ->
                council
                    .db()
                    .selectFrom(SCHEDULED_JOB)
                    .where(SCHEDULED_JOB.TASK_INSTANCE.contains(id.toString()))
                    .fetchSingle());
    assertThat(row.getTaskInstance()).isEqualTo(officer.tenant() + "/" + id + "/1");
    assertThat(row.getTaskData()).isNull();
  }

  @Test
  void isTriedExactlyAsOftenAsItsKindSaysAndThenStaysDead() {
    Actor officer = officerOf(council.createTenant());
    AtomicInteger tries = new AtomicInteger();
    DOINGS.put(
        "fail",
        (run, errand) -> {
          tries.incrementAndGet();
          throw new IllegalStateException("select secret from platform.tenant");
        });
    UUID id = submit(council, officer, ERRAND, "fail");
    JobRecord dead = await(council, officer, id, JobStatus.DEAD);
    await(council, officer, id, job -> scheduled(council, officer, id) == 0);
    assertThat(tries).hasValue(3);
    assertThat(dead.getTries()).isEqualTo(3);
    assertThat(dead.getErrorCode()).isEqualTo("INTERNAL");
    assertThat(dead.getErrorMessage()).doesNotContain("secret").contains("on our side");
    assertThat(actions(officer, id)).containsExactly("JobDied");
  }

  @Test
  void aDeadOneIsTriedAgainWhenAPersonSaysSo() {
    Actor officer = officerOf(council.createTenant());
    DOINGS.put(
        "mend",
        (run, errand) -> {
          throw new JobFailed("REGISTER_NOT_REACHED", "The register does not answer.", true);
        });
    UUID id = submit(council, officer, ONE_TRY, "mend");
    JobRecord dead = await(council, officer, id, JobStatus.DEAD);
    assertThat(dead.getErrorCode()).isEqualTo("REGISTER_NOT_REACHED");
    assertThat(dead.getErrorMessage()).isEqualTo("The register does not answer.");
    DOINGS.put("mend", (run, errand) -> {});
    retry(officer, id, dead.getRevision());
    assertThat(await(council, officer, id, JobStatus.SUCCEEDED).getErrorCode()).isNull();
    assertThat(actions(officer, id)).containsExactly("JobDied", "JobRetried");
    assertThatThrownBy(() -> retry(officer, id, job(council, officer, id).getRevision()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().code()).isEqualTo("JOB_NOT_RETRYABLE"));
    assertThatThrownBy(() -> retry(officer, id, dead.getRevision()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().code()).isEqualTo("STALE_REVISION"));
  }

  @Test
  void isNotTriedAgainWhereThatWouldBeOfNoUse() {
    Actor officer = officerOf(council.createTenant());
    DOINGS.put(
        "useless",
        (run, errand) -> {
          throw new JobFailed("GONE", "It is gone for good.", false);
        });
    UUID id = submit(council, officer, ERRAND, "useless");
    assertThat(await(council, officer, id, JobStatus.DEAD).getTries()).isEqualTo(1);
  }

  @Test
  void ofAKindThatNoModuleDoesStaysVisible() {
    Actor officer = officerOf(council.createTenant());
    UUID id = later(officer);
    council.write(
        officer,
        () -> {
          council
              .db()
              .update(JOB)
              .set(JOB.KIND, "gone.errand")
              .set(JOB.DUE_AT, yesterday())
              .where(JOB.ID.eq(id))
              .execute();
          return lookNow(id);
        });
    JobRecord kept = await(council, officer, id, JobStatus.UNHANDLED);
    assertThat(kept.getErrorCode()).isEqualTo("NO_HANDLER");
    assertThat(kept.getTries()).isZero();
    assertThat(scheduled(council, officer, id)).isEqualTo(1);
    council.write(
        officer,
        () -> council.db().update(JOB).set(JOB.KIND, ERRAND.code()).where(JOB.ID.eq(id)).execute());
    retry(officer, id, kept.getRevision());
    await(council, officer, id, JobStatus.SUCCEEDED);
  }

  @Test
  void whatCannotBeReadAnyMoreIsDeadAtOnce() {
    Actor officer = officerOf(council.createTenant());
    UUID id = later(officer);
    council.write(
        officer,
        () -> {
          council
              .db()
              .update(JOB)
              .set(JOB.PAYLOAD, "{\"nam\":1}")
              .set(JOB.DUE_AT, yesterday())
              .where(JOB.ID.eq(id))
              .execute();
          return lookNow(id);
        });
    assertThat(await(council, officer, id, JobStatus.DEAD).getErrorCode()).isEqualTo("BAD_PAYLOAD");
  }

  @Test
  void aWaitingOneIsCancelledAtOnce() {
    Actor officer = officerOf(council.createTenant());
    UUID id = later(officer);
    cancel(officer, id);
    assertThat(job(council, officer, id).getStatus()).isEqualTo("CANCELLED");
    assertThat(actions(officer, id)).containsExactly("JobCancelled");
    council.write(officer, () -> lookNow(id));
    await(council, officer, id, job -> scheduled(council, officer, id) == 0);
  }

  @Test
  void aRunningOneEndsAtItsNextStep() {
    Actor officer = officerOf(council.createTenant());
    AtomicInteger steps = new AtomicInteger();
    DOINGS.put(
        "long",
        (run, errand) -> {
          while (true) {
            run.step(steps::incrementAndGet);
            JobFixtures.pause();
          }
        });
    UUID id = submit(council, officer, ERRAND, "long");
    await(council, officer, id, job -> steps.get() > 3);
    cancel(officer, id);
    await(council, officer, id, JobStatus.CANCELLED);
    int then = steps.get();
    JobFixtures.pause();
    assertThat(steps).hasValue(then);
  }

  private UUID later(Actor officer) {
    return council.write(
        officer,
        () ->
            council
                .bean(Jobs.class)
                .submit(
                    officer,
                    ERRAND,
                    new Errand("later", 1),
                    java.time.Instant.now().plusSeconds(3600)));
  }

  private static java.time.Instant yesterday() {
    return java.time.Instant.now().minusSeconds(86_400);
  }

  private int lookNow(UUID id) {
    return council
        .db()
        .update(SCHEDULED_JOB)
        .set(SCHEDULED_JOB.EXECUTION_TIME, yesterday())
        .where(SCHEDULED_JOB.TASK_INSTANCE.contains(id.toString()))
        .execute();
  }

  private void retry(Actor actor, UUID id, int revision) {
    council.write(
        actor,
        () -> {
          council.bean(Jobs.class).retry(actor, id, revision);
          return id;
        });
  }

  private void cancel(Actor actor, UUID id) {
    council.write(
        actor,
        () -> {
          int revision =
              council
                  .db()
                  .select(JOB.REVISION)
                  .from(JOB)
                  .where(JOB.ID.eq(id))
                  .fetchSingle(JOB.REVISION);
          council.bean(Jobs.class).cancel(actor, id, revision);
          return id;
        });
  }

  private List<String> actions(Actor actor, UUID id) {
    return council.read(
        actor,
        () ->
            council
                .db()
                .select(AUDIT.ACTION)
                .from(AUDIT)
                .where(AUDIT.SUBJECT_ID.eq(id))
                .orderBy(AUDIT.SEQ)
                .fetch(AUDIT.ACTION));
  }

  private int scheduledOf(String tenant) {
    return council.read(
        officerOf(tenant),
        () ->
            council
                .db()
                .fetchCount(SCHEDULED_JOB, SCHEDULED_JOB.TASK_INSTANCE.startsWith(tenant + "/")));
  }
}
