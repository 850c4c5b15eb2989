package council.platform.idempotency;

import static council.platform.store.generated.Tables.ISSUER;
import static council.platform.store.generated.Tables.PRINCIPAL;
import static council.platform.store.generated.Tables.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.data.HostTransactions;
import council.platform.data.Ids;
import council.platform.data.Transactions;
import council.platform.idempotency.Idempotency.Attempt;
import council.platform.idempotency.Idempotency.Conflict;
import council.platform.idempotency.Idempotency.Fresh;
import council.platform.idempotency.Idempotency.Replay;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {
  private ApplicationContext context;
  private Transactions transactions;
  private Idempotency idempotency;
  private Actor ann;
  private Actor ben;

  @BeforeAll
  void start() {
    context =
        ApplicationContext.run(PostgresForTests.shared().migratedDatabase().properties(), "test");
    transactions = context.getBean(Transactions.class);
    idempotency = context.getBean(Idempotency.class);
    ann = actor("north", Role.COMMISSIONER);
    ben = actor("south", Role.PROVIDER_USER);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @Test
  void theFirstAnswerIsGivenAgain() {
    assertThat(work(ann, "award", "k1", "h1")).isInstanceOf(Fresh.class);
    assertThat(work(ann, "award", "k1", "h1")).isEqualTo(new Replay("{\"by\":\"h1\"}"));
  }

  @Test
  void aKeyForSomethingElseIsAConflict() {
    work(ann, "award", "k2", "h1");
    assertThat(work(ann, "award", "k2", "h2")).isInstanceOf(Conflict.class);
    assertThat(work(ann, "evaluate", "k2", "h1")).isInstanceOf(Conflict.class);
  }

  @Test
  void aKeyBelongsToItsCallerAlone() {
    work(ann, "award", "k3", "h1");
    assertThat(work(ben, "award", "k3", "h1")).isInstanceOf(Fresh.class);
    assertThat(work(ben, "award", "k3", "h1")).isInstanceOf(Replay.class);
  }

  @Test
  void workThatFailsLeavesTheKeyFree() {
    assertThatThrownBy(() ->
            transactions.write(
                ann,
                () -> {
                  idempotency.begin(ann, "award", "k4", "h1");
                  throw new IllegalArgumentException("failed");
                }))
        .hasMessage("failed");
    assertThat(work(ann, "award", "k4", "h1")).isInstanceOf(Fresh.class);
  }

  @Test
  void theSecondOfTwoAtOnceWaitsAndGetsTheFirstsAnswer() throws Exception {
    assertThat(secondAttempt("k5", false)).isEqualTo(new Replay("{\"by\":\"first\"}"));
  }

  @Test
  void theSecondOfTwoAtOnceWorksWhereTheFirstFails() throws Exception {
    assertThat(secondAttempt("k6", true)).isInstanceOf(Fresh.class);
  }

  @Test
  void anAnswerIsKeptOnce() {
    work(ann, "award", "k7", "h1");
    assertThatThrownBy(() ->
            transactions.write(
                ann,
                () -> {
                  idempotency.finish(ann, "k7", "{}");
                  return ann;
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  private Attempt work(Actor actor, String field, String key, String hash) {
    return transactions.write(
        actor,
        () -> {
          Attempt attempt = idempotency.begin(actor, field, key, hash);
          if (attempt instanceof Fresh) {
            idempotency.finish(actor, key, "{\"by\":\"" + hash + "\"}");
          }
          return attempt;
        });
  }

  private Attempt secondAttempt(String key, boolean firstFails) throws Exception {
    CountDownLatch claimed = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() ->
            transactions.write(
                ann,
                () -> {
                  idempotency.begin(ann, "award", key, "first");
                  idempotency.finish(ann, key, "{\"by\":\"first\"}");
                  claimed.countDown();
                  await(release);
                  if (firstFails) {
                    throw new IllegalArgumentException("failed");
                  }
                  return ann;
                }));
    await(claimed);
    CompletableFuture<Attempt> second =
        CompletableFuture.supplyAsync(() -> work(ann, "award", key, "first"));
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(second).isNotDone();
    release.countDown();
    first.handle((ignored, failure) -> failure).get(60, TimeUnit.SECONDS);
    return second.get(60, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Actor actor(String tenant, Role role) {
    DSLContext sql = context.getBean(DSLContext.class);
    UUID principal = Ids.next();
    UUID issuer = Ids.next();
    context
        .getBean(HostTransactions.class)
        .writeAsHost(
            tenant,
            () -> {
              sql.insertInto(TENANT, TENANT.TENANT_ID, TENANT.ID, TENANT.TITLE)
                  .values(tenant, Ids.next(), tenant)
                  .execute();
              sql.insertInto(ISSUER)
                  .set(ISSUER.TENANT_ID, tenant)
                  .set(ISSUER.ID, issuer)
                  .set(ISSUER.ISSUER_, "issuer")
                  .set(ISSUER.AUDIENCE, "audience")
                  .set(ISSUER.ALGORITHM, "ES256")
                  .set(ISSUER.JWKS, "{}")
                  .execute();
              return sql.insertInto(PRINCIPAL)
                  .set(PRINCIPAL.TENANT_ID, tenant)
                  .set(PRINCIPAL.ID, principal)
                  .set(PRINCIPAL.ISSUER_ID, issuer)
                  .set(PRINCIPAL.SUBJECT, "subject")
                  .set(PRINCIPAL.LABEL, "label")
                  .execute();
            });
    return new Actor(tenant, principal, "label", Set.of(role), Set.of(), Set.of());
  }
}
