package council.platform.idempotency;

import static council.platform.TestCouncil.officerOf;
import static council.platform.store.generated.Tables.IDEMPOTENCY;
import static council.platform.store.generated.Tables.ISSUER;
import static council.platform.store.generated.Tables.JOB;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import council.platform.jobs.JobScheduler;
import council.platform.jobs.Jobs;
import council.platform.jobs.Recurrences;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers are kept for their time and not longer. */
class ExpireKeysTest {
  @Test
  void forgetsWhatIsOlderThanItsTimeInTheOneCouncil() throws InterruptedException {
    try (TestCouncil council = new TestCouncil(Map.of("council.jobs.poll-interval", "100ms"))) {
      Actor here = withKeys(council);
      Actor there = withKeys(council);
      council.bean(JobScheduler.class).start();
      council.write(
          here,
          () -> {
            council.bean(Recurrences.class).begin(here.tenant());
            UUID job =
                council
                    .db()
                    .select(JOB.ID)
                    .from(JOB)
                    .where(JOB.KIND.eq("platform.expire-idempotency-keys"))
                    .fetchSingle(JOB.ID);
            // Cancelled and retried is due at once.
            council.bean(Jobs.class).cancel(here, job, 1);
            council.bean(Jobs.class).retry(here, job, 2);
            return job;
          });
      Instant until = Instant.now().plusSeconds(60);
      while (keys(council, here) > 1 && Instant.now().isBefore(until)) {
        Thread.sleep(50);
      }
      assertThat(keys(council, here)).as("of 2,500 old keys and one of yesterday").isEqualTo(1);
      assertThat(keys(council, there)).isEqualTo(2501);
    }
  }

  private static int keys(TestCouncil council, Actor actor) {
    return council.read(actor, () -> council.db().fetchCount(IDEMPOTENCY));
  }

  private static Actor withKeys(TestCouncil council) {
    Actor actor = officerOf(council.createTenant());
    council.write(
        actor,
        () -> {
          UUID issuer = UUID.randomUUID();
          council
              .db()
              .insertInto(ISSUER)
              .set(ISSUER.TENANT_ID, actor.tenant())
              .set(ISSUER.ID, issuer)
              .set(ISSUER.ISSUER_, "i")
              .set(ISSUER.AUDIENCE, "a")
              .set(ISSUER.ALGORITHM, "ES256")
              .set(ISSUER.JWKS, "{}")
              .execute();
          council
              .db()
              .insertInto(PRINCIPAL)
              .set(PRINCIPAL.TENANT_ID, actor.tenant())
              .set(PRINCIPAL.ID, actor.principalId())
              .set(PRINCIPAL.ISSUER_ID, issuer)
              .set(PRINCIPAL.SUBJECT, "s")
              .set(PRINCIPAL.LABEL, "l")
              .execute();
          for (int i = 0; i < 2501; i++) {
            Instant created = Instant.now().minus(Duration.ofDays(i == 0 ? 1 : 31));
            council
                .db()
                .insertInto(IDEMPOTENCY)
                .set(IDEMPOTENCY.TENANT_ID, actor.tenant())
                .set(IDEMPOTENCY.PRINCIPAL_ID, actor.principalId())
                .set(IDEMPOTENCY.IDEMPOTENCY_KEY, "k" + i)
                .set(IDEMPOTENCY.MUTATION_FIELD, "m")
                .set(IDEMPOTENCY.INPUT_HASH, "h")
                .set(IDEMPOTENCY.CREATED_AT, created)
                .execute();
          }
          return actor;
        });
    return actor;
  }
}
