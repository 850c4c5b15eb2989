package council.platform.jobs;

import static council.platform.TestCouncil.officerOf;
import static council.platform.jobs.JobFixtures.HOURLY_EACH;
import static council.platform.jobs.JobFixtures.HOURLY_ONCE;
import static council.platform.jobs.JobFixtures.OCCURRENCES;
import static council.platform.jobs.JobFixtures.jobs;
import static council.platform.store.generated.Tables.HOSTED_TENANT;
import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.SCHEDULED_JOB;
import static council.platform.store.generated.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.data.HostTransactions;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.jobs.RecurringJob.Occurrence;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.JobRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every council has, again and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecurringJobsTest {
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
  void aCouncilHasOneOfEachHoweverOftenItIsAskedFor() {
    Actor officer = withRecurrences();
    begin(officer.tenant());
    for (String kind : List.of(HOURLY_EACH, HOURLY_ONCE)) {
      List<JobRecord> all = jobs(council, officer, kind);
      assertThat(all).hasSize(1);
      assertThat(all.getFirst().getStatus()).isEqualTo("WAITING");
      assertThat(all.getFirst().getSubmittedBy()).isEqualTo(SystemActor.LABEL);
      assertThat(all.getFirst().getDueAt()).isAfter(Instant.now());
    }
  }

  @Test
  void missedRunsAreRunEachWhereTheJobSaysSo() {
    Actor officer = withRecurrences();
    Instant first = threeHoursAgo();
    missSince(officer, HOURLY_EACH, first);
    awaitNext(officer, HOURLY_EACH);
    assertThat(OCCURRENCES)
        .filteredOn(one -> one.startsWith(officer.tenant() + " " + HOURLY_EACH))
        .hasSizeBetween(4, 5)
        .startsWith(
            officer.tenant() + " " + HOURLY_EACH + " " + first,
            officer.tenant() + " " + HOURLY_EACH + " " + first.plus(1, ChronoUnit.HOURS));
  }

  @Test
  void missedRunsAreRunOnceWhereTheJobSaysSo() {
    Actor officer = withRecurrences();
    Instant first = threeHoursAgo();
    missSince(officer, HOURLY_ONCE, first);
    awaitNext(officer, HOURLY_ONCE);
    assertThat(OCCURRENCES)
        .filteredOn(one -> one.startsWith(officer.tenant() + " " + HOURLY_ONCE))
        .containsExactly(officer.tenant() + " " + HOURLY_ONCE + " " + first);
  }

  @Test
  void theNextComesAlsoAfterOneThatWasCancelled() {
    Actor officer = withRecurrences();
    JobRecord open = jobs(council, officer, HOURLY_EACH).getFirst();
    council.write(
        officer,
        () -> {
          council.bean(Jobs.class).cancel(officer, open.getId(), open.getRevision());
          return open;
        });
    assertThat(jobs(council, officer, HOURLY_EACH))
        .extracting(JobRecord::getStatus)
        .containsExactly("CANCELLED", "WAITING");
  }

  @Test
  void aRetriedOneMakesNoSecondChain() {
    Actor officer = withRecurrences();
    JobRecord open = jobs(council, officer, HOURLY_EACH).getFirst();
    council.write(
        officer,
        () -> {
          council.bean(Jobs.class).cancel(officer, open.getId(), open.getRevision());
          council.bean(Jobs.class).retry(officer, open.getId(), open.getRevision() + 1);
          return open;
        });
    JobFixtures.await(council, officer, open.getId(), JobStatus.SUCCEEDED);
    assertThat(jobs(council, officer, HOURLY_EACH))
        .extracting(JobRecord::getStatus)
        .containsExactlyInAnyOrder("SUCCEEDED", "WAITING");
  }

  @Test
  void aCouncilOlderThanTheJobGetsItWhenAServerStarts() {
    String code = council.createTenant();
    council
        .bean(HostTransactions.class)
        .writeAsHost(
            "platform",
            () -> {
              council
                  .db()
                  .insertInto(TENANT)
                  .set(TENANT.TENANT_ID, "platform")
                  .set(TENANT.ID, Ids.next())
                  .set(TENANT.TITLE, "x")
                  .onConflictDoNothing()
                  .execute();
              return council
                  .db()
                  .insertInto(HOSTED_TENANT)
                  .set(HOSTED_TENANT.TENANT_ID, "platform")
                  .set(HOSTED_TENANT.ID, Ids.next())
                  .set(HOSTED_TENANT.CODE, code)
                  .set(HOSTED_TENANT.TITLE, code)
                  .execute();
            });
    assertThat(jobs(council, officerOf(code), HOURLY_EACH)).isEmpty();
    council.bean(JobScheduler.class).stop();
    council.bean(JobScheduler.class).start();
    assertThat(jobs(council, officerOf(code), HOURLY_EACH)).hasSize(1);
    assertThat(jobs(council, officerOf("platform"), HOURLY_EACH)).hasSize(1);
  }

  @Test
  void daysBeginInLondon() {
    Cadence early = new Cadence.DailyAt(LocalTime.of(2, 30));
    assertThat(early.nextAfter(Instant.parse("2015-07-01T00:00:00Z")))
        .isEqualTo("2015-07-01T01:30:00Z");
    assertThat(early.nextAfter(Instant.parse("2015-07-01T01:30:00Z")))
        .isEqualTo("2015-07-02T01:30:00Z");
    assertThat(
            new Cadence.DailyAt(LocalTime.of(1, 30))
                .nextAfter(Instant.parse("2015-03-28T12:00:00Z")))
        .as("an hour that the clock leaves out")
        .isEqualTo("2015-03-29T01:30:00Z");
  }

  @Test
  void pausesGrowUpToTheLongest() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ofMinutes(1), Duration.ofMinutes(5));
    assertThat(
            List.of(
                policy.pauseAfter(1),
                policy.pauseAfter(2),
                policy.pauseAfter(3),
                policy.pauseAfter(4),
                policy.pauseAfter(8)))
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 4L, 5L, 5L);
  }

  private Actor withRecurrences() {
    String code = council.createTenant();
    begin(code);
    return officerOf(code);
  }

  private void begin(String tenant) {
    council
        .bean(HostTransactions.class)
        .writeAsHost(
            tenant,
            () -> {
              council.bean(Recurrences.class).begin(tenant);
              return tenant;
            });
  }

  private static Instant threeHoursAgo() {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
  }

  /** As if no server had run since. */
  private void missSince(Actor officer, String kind, Instant first) {
    JobRecord open = jobs(council, officer, kind).getFirst();
    council.write(
        officer,
        () -> {
          council
              .db()
              .update(JOB)
              .set(JOB.DUE_AT, first)
              .set(JOB.PAYLOAD, CanonicalJson.text(new Occurrence(first)))
              .where(JOB.ID.eq(open.getId()))
              .execute();
          return council
              .db()
              .update(SCHEDULED_JOB)
              .set(SCHEDULED_JOB.EXECUTION_TIME, first)
              .where(SCHEDULED_JOB.TASK_INSTANCE.contains(open.getId().toString()))
              .execute();
        });
  }

  private void awaitNext(Actor officer, String kind) {
    await(() -> {
      JobRecord last = jobs(council, officer, kind).getLast();
      return last.getStatus().equals("WAITING") && last.getDueAt().isAfter(Instant.now());
    });
  }

  private static void await(BooleanSupplier condition) {
    Instant until = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      JobFixtures.pause();
    }
  }
}
