package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A council whose operations all hang: the others are answered, and the line stays short. */
class CrowdedInstanceTest {
  private static final int LONGEST_LINE = 4;
  private static final int SENT = 12;

  @Test
  void whoFloodsIsRefusedAndTheOthersAreAnswered() throws Exception {
    try (ToyServer toy =
        ToyServer.start(
            Map.of(
                "council.graphql.concurrency",
                3,
                "council.graphql.longest-line",
                LONGEST_LINE,
                "council.graphql.patience",
                "50s",
                "datasources.default.maximum-pool-size",
                5))) {
      List<CompletableFuture<HttpResponse<String>>> flood = new ArrayList<>();
      try (Connection lock = locked(toy)) {
        for (int i = 0; i < SENT; i++) {
          flood.add(books(toy));
        }
        awaitRefusals(flood);
        HttpResponse<String> other = toy.ask(toy.token("south"), "{ authors { totalCount } }");
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        lock.rollback();
      }
      int answered = 0;
      for (CompletableFuture<HttpResponse<String>> each : flood) {
        answered += each.get(60, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
      }
      assertThat(answered).isEqualTo(LONGEST_LINE);
    }
  }

  private static Connection locked(ToyServer toy) throws SQLException {
    Connection connection = toy.councils().database().connectAsSuperuser();
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table toy.book in access exclusive mode");
    return connection;
  }

  private static CompletableFuture<HttpResponse<String>> books(ToyServer toy) {
    return toy.client()
        .sendAsync(
            toy.post(toy.token("north"), "{\"query\": \"{ books { totalCount } }\"}").build(),
            BodyHandlers.ofString());
  }

  /** All but those that run or wait, at once and not when they have lost their patience. */
  private static void awaitRefusals(List<CompletableFuture<HttpResponse<String>>> flood)
      throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
    while (flood.stream().filter(CompletableFuture::isDone).count() < SENT - LONGEST_LINE) {
      assertThat(System.nanoTime()).as("all but the line are refused").isLessThan(end);
      Thread.sleep(10);
    }
    for (CompletableFuture<HttpResponse<String>> each : flood) {
      if (each.isDone()) {
        HttpResponse<String> refused = each.get();
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(ToyServer.code(refused)).isEqualTo("OVERLOADED");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      }
    }
  }
}
