package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What nobody waits for any more, or what takes too long, ends in the database too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelledRequestsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String READ = "{ books { totalCount } }";
  private static final String FACADE = "{ summary { books } }";
  private ToyServer toy;
  private String token;

  @BeforeAll
  void start() throws Exception {
    toy =
        ToyServer.start(
            Map.of(
                "council.graphql.query-deadline", "4s",
                "council.graphql.mutation-deadline", "6s",
                "datasources.default.maximum-pool-size", 2));
    token = toy.token("north");
    assertThat(toy.ask(token, READ).statusCode()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  /** Keeps everybody from the books for as long as it is open. */
  private final class Lock implements AutoCloseable {
    private final Connection connection = toy.councils().database().connectAsSuperuser();

    Lock() throws SQLException {
      connection.setAutoCommit(false);
      connection.createStatement().execute("lock table toy.book in access exclusive mode");
    }

    @Override
    public void close() throws SQLException {
      connection.rollback();
      connection.close();
    }
  }

  /** What the application's connections are doing at the moment. */
  private List<String> running() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = toy.councils().database().connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select state || ' ' || coalesce(wait_event_type, '') || ' ' || query"
                    + " from pg_stat_activity where application_name = 'council'"
                    + " and datname = current_database() and state <> 'idle'")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(10);
    }
  }

  private CompletableFuture<HttpResponse<String>> send(String query) {
    return toy.client()
        .sendAsync(
            toy.post(token, "{\"query\": \"" + query.replace("\"", "\\\"") + "\"}").build(),
            BodyHandlers.ofString());
  }

  private void waits() throws Exception {
    await(
        "a statement waits for the lock",
        () -> running().stream().anyMatch(s -> s.contains("Lock")));
  }

  private void assertCancelledWhenTheClientGoes(String query) throws Exception {
    try (Lock lock = new Lock()) {
      Future<HttpResponse<String>> request = send(query);
      waits();
      long gone = System.nanoTime();
      request.cancel(true);
      await("the statement is cancelled", () -> running().isEmpty());
      assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(3));
    }
    assertConnectionsAreClean();
  }

  /** Both connections of the pool answer each council with its own. */
  private void assertConnectionsAreClean() throws Exception {
    for (int i = 0; i < 6; i++) {
      String council = i % 2 == 0 ? "south" : "north";
      HttpResponse<String> answer = toy.ask(toy.token(council), "{ summary { council } }");
      assertThat(answer.body())
          .isEqualTo("{\"data\":{\"summary\":{\"council\":\"" + council + "\"}}}");
    }
  }

  @Test
  void aReadEndsWithItsClient() throws Exception {
    assertCancelledWhenTheClientGoes(READ);
  }

  @Test
  void aTransactionOfReadsEndsWithItsClient() throws Exception {
    assertCancelledWhenTheClientGoes(FACADE);
  }

  @Test
  void aReadEndsAtItsDeadline() throws Exception {
    try (Lock lock = new Lock()) {
      HttpResponse<String> answer = toy.ask(token, READ);
      assertThat(ToyServer.code(answer)).isEqualTo("TIMEOUT");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(running()).isEmpty();
    }
    assertConnectionsAreClean();
  }

  private String adding(String key) throws Exception {
    String author =
        ToyServer.json(toy.ask(token, "{ authors(first: 1) { nodes { id } } }"))
            .at("/data/authors/nodes/0/id")
            .asText();
    return "mutation { addBook(input: {idempotencyKey: \"%s\", author: \"%s\", title: \"%s\"}) { words problems { code } } }"
        .formatted(key, author, key);
  }

  private int books(String title) throws Exception {
    return ToyServer.json(toy.ask(token, "{ books(titles: [\"" + title + "\"]) { totalCount } }"))
        .at("/data/books/totalCount")
        .asInt();
  }

  @Test
  void aMutationIsFinishedThoughItsClientIsGone() throws Exception {
    String mutation = adding("finished");
    try (Lock lock = new Lock()) {
      Future<HttpResponse<String>> request = send(mutation);
      waits();
      request.cancel(true);
      Thread.sleep(500);
      assertThat(running()).isNotEmpty();
    }
    await("the mutation is committed", () -> books("finished") == 1);
    assertThat(toy.ask(token, mutation).body()).contains("\"words\":1");
    assertThat(books("finished")).isEqualTo(1);
  }

  @Test
  void aMutationIsRolledBackAtItsDeadlineAndCanBeSentAgain() throws Exception {
    String mutation = adding("late");
    try (Lock lock = new Lock()) {
      HttpResponse<String> answer = toy.ask(token, mutation);
      assertThat(ToyServer.code(answer)).isEqualTo("TIMEOUT");
      assertThat(running()).isEmpty();
    }
    assertThat(books("late")).isZero();
    assertThat(toy.ask(token, mutation).body()).contains("\"words\":1");
    assertThat(books("late")).isEqualTo(1);
  }
}
