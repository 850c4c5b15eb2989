package council.platform.audit;

import static council.platform.TestCouncil.officerOf;
import static council.platform.store.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing is ever added in front of an event that was read. */
class SafeHorizonTest {
  @Test
  void anEventWaitsForEveryChangeThatBeganBeforeIt() throws Exception {
    try (TestCouncil council = new TestCouncil()) {
      Actor officer = officerOf(council.createTenant());
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      CompletableFuture<Boolean> slow =
          CompletableFuture.supplyAsync(() ->
              council.write(
                  officer,
                  () -> {
                    record(council, officer, "Slow");
                    begun.countDown();
                    return awaited(goOn);
                  }));
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      council.write(officer, () -> record(council, officer, "Fast"));
      assertThat(types(council, officer)).as("while the slow one runs").isEmpty();
      goOn.countDown();
      assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
      // Other databases of the same server hold the horizon back, too.
      Instant until = Instant.now().plusSeconds(60);
      while (types(council, officer).size() < 2 && Instant.now().isBefore(until)) {
        Thread.sleep(20);
      }
      assertThat(types(council, officer))
          .containsExactly("council.Thing.Slow", "council.Thing.Fast");
    }
  }

  private static boolean record(TestCouncil council, Actor actor, String action) {
    council
        .bean(Audit.class)
        .record(actor, new Change("Thing", new UUID(1, 1), action, null, "x", null, null));
    return true;
  }

  private static List<String> types(TestCouncil council, Actor actor) {
    return council.read(
        actor,
        () ->
            council
                .db()
                .select(EVENT.EVENT_TYPE)
                .from(EVENT)
                .orderBy(EVENT.WRITTEN_BY, EVENT.SEQ)
                .fetch(EVENT.EVENT_TYPE));
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
