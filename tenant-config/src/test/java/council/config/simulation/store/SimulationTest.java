package council.config.simulation.store;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SIMULATION_CHANGE;
import static council.config.store.generated.Tables.SIMULATION_PROVIDER;
import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.SCHEDULED_JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import council.config.NewCouncil;
import council.config.store.generated.tables.records.SimulationChangeRecord;
import council.config.store.generated.tables.records.SimulationRecord;
import council.platform.data.Transactions;
import council.platform.jobs.JobScheduler;
import council.platform.jobs.Jobs;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.store.generated.tables.records.JobRecord;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Drafts over live facts, on the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {
  private static final int MANY = Integer.getInteger("council.test.simulated-cases", 2_000);
  private static final long ENOUGH_BYTES = 24L * 1024 * 1024;

  private Database database;
  private ApplicationContext context;
  private SimulatedCouncil council;

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    Map<String, Object> settings = new HashMap<>(database.properties());
    settings.put("test.simulation", true);
    settings.put("council.jobs.poll-interval", "100ms");
    settings.put("council.jobs.heartbeat-interval", "200ms");
    context = ApplicationContext.run(settings, "test");
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void aCouncil() throws SQLException {
    council = newCouncil();
  }

  private SimulatedCouncil newCouncil() throws SQLException {
    NewCouncil fresh = NewCouncil.in(database);
    return new SimulatedCouncil(context, fresh, fresh.adminIn(database, Set.of()));
  }

  @Test
  void tellsEveryDecisionThatComesOutDifferently() {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 10);
    UUID draft = council.draft(council.document("1.50 30", "2.25 45"));
    SimulationRecord found = council.simulate(draft);
    assertThat(council.changes(found.getId()))
        .extracting(
            SimulationChangeRecord::getLine,
            SimulationChangeRecord::getCaseTitle,
            SimulationChangeRecord::getChange,
            SimulationChangeRecord::getEffectKey,
            SimulationChangeRecord::getProvider,
            SimulationChangeRecord::getAmountBefore,
            SimulationChangeRecord::getAmountAfter,
            SimulationChangeRecord::getDueBefore,
            SimulationChangeRecord::getDueAfter)
        .containsExactly(
            tuple(
                1L,
                "Cart 10",
                "CHANGES",
                "payment/WYR",
                "P000",
                null,
                null,
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 16)),
            tuple(
                2L,
                "Cart 10",
                "CHANGES",
                "toll/WYR",
                "P000",
                new BigDecimal("8.00"),
                new BigDecimal("9.00"),
                null,
                null));
    assertThat(council.changes(found.getId()).getLast().getReasonsAfter())
        .contains("\"pounds\":\"2.25\"", "geography.areas.N.zones.WYR");
    assertThat(found.getCases()).isEqualTo(10);
    assertThat(found.getDecisionsChanged()).isEqualTo(1);
    assertThat(found.getProvidersAffected()).isEqualTo(1);
    assertThat(found.getChanging()).isEqualTo(2);
    assertThat(found.getObligationsMoving()).isEqualTo(1);
    assertThat(found.getAmountBefore()).isEqualByComparingTo("8.00");
    assertThat(found.getAmountAfter()).isEqualByComparingTo("9.00");
  }

  @Test
  void aDraftThatSaysTheSameChangesNothing() {
    UUID base = council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 120);
    SimulationRecord found =
        council.simulate(council.draft(council.document("1.50 30", "2.00 30")));
    assertThat(council.changes(found.getId())).isEmpty();
    assertThat(found.getCases()).isEqualTo(120);
    assertThat(found.getBaseVersionId()).isEqualTo(base);
  }

  @Test
  void whatOneSchemeDoesNotSpeakOfAppearsOrGoes() {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 20);
    SimulationRecord found = council.simulate(council.draft(council.document("1.50 30", "")));
    assertThat(council.changes(found.getId()))
        .extracting(SimulationChangeRecord::getChange, SimulationChangeRecord::getEffectKey)
        .containsExactly(
            tuple("GOES", "payment/WYR"),
            tuple("GOES", "toll/WYR"),
            tuple("GOES", "payment/WYR"),
            tuple("GOES", "toll/WYR"));
    assertThat(found.getObligationsGoing()).isEqualTo(2);
    assertThat(found.getAmountAfter()).isEqualByComparingTo("0");
  }

  @Test
  void underAFirstSchemeEverythingAppears() {
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 3);
    SimulationRecord found =
        council.simulate(council.draft(council.document("1.50 30", "2.00 30")));
    assertThat(found.getBaseVersionId()).isNull();
    assertThat(found.getAppearing()).isEqualTo(6);
    assertThat(found.getAmountAfter()).isEqualByComparingTo("18.00");
  }

  @Test
  void aCaseThatCannotBeDecidedIsToldAndTheOthersGoOn() {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 4);
    ToyFacts.breakCart(council.code(), 2);
    SimulationRecord found =
        council.simulate(council.draft(council.document("1.75 30", "2.00 30")));
    assertThat(found.getUndecided()).isEqualTo(1);
    assertThat(found.getDecisionsChanged()).isEqualTo(3);
    assertThat(council.changes(found.getId()))
        .filteredOn(change -> change.getChange().equals("CANNOT_BE_DECIDED"))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.getCaseTitle()).isEqualTo("Cart 2");
          assertThat(change.getValueAfter()).contains("in the log").doesNotContain("secret");
        });
  }

  @Test
  void aRunThatIsCutOffIsTakenOverAndNothingIsTwice() throws InterruptedException {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.BRIDGES, 70);
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 260);
    UUID draft = council.draft(council.document("1.75 30", "2.00 31"));
    SimulationRecord undisturbed = council.simulate(draft);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch takenOver = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    ToyFacts.WHEN_LOOKED_AT.put(
        council.code(),
        number -> {
          if (number == 130 && first.getAndSet(false)) {
            reached.countDown();
            awaited(takenOver);
          }
        });
    UUID id = council.request(draft);
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
    killed(council.job(id));
    JobRecord job = council.await(id, one -> one.getStatus().equals("SUCCEEDED"));
    takenOver.countDown();
    assertThat(job.getTries()).isEqualTo(2);
    assertThat(job.getDone()).isEqualTo(330);
    assertThat(texts(id)).isEqualTo(texts(undisturbed.getId())).hasSize(330);
    assertThat(totals(council.get(id))).isEqualTo(totals(undisturbed));
  }

  /** As a server leaves it that was killed a minute ago. */
  private void killed(JobRecord job) {
    council.write(() -> {
      DSLContext db = council.db();
      db.update(JOB).set(JOB.RUN_ID, UUID.randomUUID()).where(JOB.ID.eq(job.getId())).execute();
      return db.update(SCHEDULED_JOB)
          .set(SCHEDULED_JOB.PICKED_BY, "killed")
          .set(SCHEDULED_JOB.LAST_HEARTBEAT, Instant.now().minusSeconds(60))
          .set(SCHEDULED_JOB.VERSION, SCHEDULED_JOB.VERSION.plus(100))
          .where(SCHEDULED_JOB.TASK_INSTANCE.contains(job.getId().toString()))
          .execute();
    });
  }

  private List<String> texts(UUID simulation) {
    return council.changes(simulation).stream()
        .map(change ->
            change.getLine()
                + change.getDecisionKind()
                + change.getCaseKey()
                + change.getEffectKey()
                + change.getValueAfter()
                + change.getAmountAfter()
                + change.getDueAfter())
        .toList();
  }

  private static List<Object> totals(SimulationRecord row) {
    return List.of(
        row.getCases(),
        row.getDecisionsChanged(),
        row.getProvidersAffected(),
        row.getChanging(),
        row.getObligationsMoving(),
        row.getAmountBefore(),
        row.getAmountAfter());
  }

  @Test
  void oneThatIsCancelledEndsAndGoesOnWhenItIsRetried() throws InterruptedException {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 200);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    ToyFacts.WHEN_LOOKED_AT.put(
        council.code(),
        number -> {
          if (number == 120) {
            reached.countDown();
            awaited(cancelled);
          }
        });
    UUID id = council.request(council.draft(council.document("1.75 30", "2.00 30")));
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
    Jobs jobs = context.getBean(Jobs.class);
    JobRecord running = council.job(id);
    council.write(() -> {
      jobs.cancel(council.admin(), running.getId(), running.getRevision());
      return id;
    });
    cancelled.countDown();
    JobRecord over = council.await(id, job -> job.getStatus().equals("CANCELLED"));
    assertThat(over.getDone()).isEqualTo(100);
    assertThat(council.get(id).getFinishedAt()).isNull();
    assertThat(council.changes(id)).hasSize(90);
    council.write(() -> {
      jobs.retry(council.admin(), over.getId(), over.getRevision());
      return id;
    });
    council.await(id, job -> job.getStatus().equals("SUCCEEDED"));
    assertThat(council.get(id).getCases()).isEqualTo(200);
    assertThat(council.changes(id)).hasSize(180);
  }

  @Test
  void theResultBelongsToTheContentThatWasAskedFor() {
    UUID base = council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 5);
    UUID draft = council.draft(council.document("1.75 30", "2.00 30"));
    context.getBean(JobScheduler.class).pause();
    UUID id = council.request(draft);
    change(draft);
    context.getBean(JobScheduler.class).resume();
    council.await(id, job -> job.getStatus().equals("SUCCEEDED"));
    SimulationRecord found = council.get(id);
    assertThat(found.getDecisionsChanged()).isEqualTo(5);
    assertThat(
            council.read(
                () -> council.simulations().findFinished(found.getContentSha256(), base, 1)))
        .contains(found.getId());
    assertThat(council.read(() -> council.simulations().findFinished("0".repeat(64), base, 1)))
        .isEmpty();
    assertThat(
            council.read(
                () -> council.simulations().findFinished(found.getContentSha256(), null, 1)))
        .isEmpty();
  }

  private void change(UUID draft) {
    council.write(() ->
        council
            .db()
            .update(SCHEME_DRAFT)
            .set(SCHEME_DRAFT.CONTENT, "{}")
            .set(SCHEME_DRAFT.REVISION, 2)
            .where(SCHEME_DRAFT.ID.eq(draft))
            .execute());
  }

  @Test
  void whatCannotBeTriedIsRefusedWithAllReasons() {
    UUID draft = council.draft(council.document("1.75 30", "2.00 30"));
    council.write(() ->
        council
            .db()
            .update(SCHEME_DRAFT)
            .set(SCHEME_DRAFT.CONTENT, (String) null)
            .set(SCHEME_DRAFT.CONTENT_SHA256, (String) null)
            .set(SCHEME_DRAFT.SOUND, false)
            .set(SCHEME_DRAFT.REVISION, 4)
            .where(SCHEME_DRAFT.ID.eq(draft))
            .execute());
    assertThat(refused(draft, 3, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
        .extracting(Problem::code)
        .containsExactly("STALE_REVISION", "DRAFT_NOT_VALID", "BAD_SPAN");
    assertThat(refused(UUID.randomUUID(), 1, LocalDate.MIN, LocalDate.of(2026, 1, 1)))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("UNKNOWN_DRAFT", "input.draft"), tuple("BAD_DAY", "input.from"));
  }

  private List<Problem> refused(UUID draft, int revision, LocalDate from, LocalDate to) {
    return catchThrowableOfType(
            Refused.class,
            () ->
                council.write(() ->
                    council.simulations().request(council.admin(), draft, revision, from, to)))
        .problems();
  }

  @Test
  void nobodyElseSeesIt() throws SQLException {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 5);
    council.simulate(council.draft(council.document("1.75 30", "2.00 30")));
    for (var stranger : List.of(newCouncil().admin(), council.council().providerUser())) {
      assertThat(
              context
                  .getBean(Transactions.class)
                  .read(
                      stranger,
                      () ->
                          council.db().fetchCount(SIMULATION_CHANGE)
                              + council.db().fetchCount(SIMULATION_PROVIDER)))
          .isZero();
    }
  }

  /** With {@code -Dcouncil.test.simulated-cases=100000} it takes a few minutes. */
  @Test
  void whatIsHeldDoesNotGrowWithTheNumberOfCases() {
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, MANY);
    long[] used = new long[2];
    ToyFacts.WHEN_LOOKED_AT.put(
        council.code(),
        number -> {
          if (number == MANY / 10) {
            used[0] = usedBytes();
          } else if (number == MANY - 1) {
            used[1] = usedBytes();
          }
        });
    Instant begun = Instant.now();
    SimulationRecord found =
        council.simulate(council.draft(council.document("1.75 31", "2.00 30")));
    System.out.printf(
        "%d cases, %d changes in %d ms; heap %d KiB after a tenth, %d KiB at the end%n",
        MANY,
        found.getChanging(),
        Duration.between(begun, Instant.now()).toMillis(),
        used[0] / 1024,
        used[1] / 1024);
    assertThat(found.getCases()).isEqualTo(MANY);
    assertThat(used[1]).isLessThan(used[0] + ENOUGH_BYTES);
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
