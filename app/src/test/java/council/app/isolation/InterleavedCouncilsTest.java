package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import council.app.journey.DemoServer;
import council.platform.identity.Role;
import io.micronaut.jdbc.DataSourceResolver;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Two councils share two connections, while statements are stopped, connections are cut and clients
 * go away. Every answer is the council's own, and no connection remembers whom it served.
 */
final class InterleavedCouncilsTest {
  private static final int REQUESTS = Boolean.getBoolean("council.test.long") ? 10_000 : 2_000;
  private static final int THREADS = 8;
  private static final List<String> COUNCILS = List.of("lancashire", "hampshire");

  /** Statement stopped, connection cut, connection gone. */
  private static final Set<String> STOPPED = Set.of("57014", "57P01", "08003", "08006");

  private static final String SETTINGS =
      """
      select coalesce(current_setting('app.tenant', true), '')
        || coalesce(current_setting('app.scope', true), '')
        || coalesce(current_setting('app.providers', true), '')\
      """;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

  /** What somebody asks, and what the answer is when nobody else does. */
  private record Question(Caller caller, String document, String answer) {}

  @Test
  void everyAnswerIsTheCouncilsOwn() throws Exception {
    try (DemoServer server = DemoServer.copy(database -> {}, database -> database.url())) {
      DataSource pool = narrowPool(server);
      List<Question> questions = questions(server);
      AtomicBoolean over = new AtomicBoolean();
      Thread trouble = Thread.ofPlatform().start(() -> makeTrouble(server, over));
      try {
        ask(questions, pool);
      } finally {
        over.set(true);
        trouble.join();
      }
      for (int i = 0; i < 4; i++) {
        look(pool);
      }
      assertThat(open(server)).isZero();
    }
    System.out.println("Interleaved requests: " + outcomes);
    assertThat(wrong).isEmpty();
    assertThat(outcomes.get("answered")).hasValueGreaterThan(REQUESTS / 2);
    assertThat(outcomes.get("TIMEOUT")).hasPositiveValue();
    assertThat(outcomes.get("gone")).hasPositiveValue();
    assertThat(outcomes.get("connections looked at")).hasPositiveValue();
  }

  private static DataSource narrowPool(DemoServer server) throws SQLException {
    DataSource pool =
        server
            .instance()
            .context()
            .getBean(DataSourceResolver.class)
            .resolve(server.instance().context().getBean(DataSource.class));
    HikariDataSource hikari = pool.unwrap(HikariDataSource.class);
    hikari.getHikariConfigMXBean().setMinimumIdle(2);
    hikari.getHikariConfigMXBean().setMaximumPoolSize(2);
    hikari.getHikariPoolMXBean().softEvictConnections();
    return pool;
  }

  private static List<Question> questions(DemoServer server) {
    List<Question> questions = new ArrayList<>();
    for (String council : COUNCILS) {
      for (Role role : List.of(Role.AUDITOR, Role.COMMISSIONER, Role.PROVIDER_USER)) {
        String provider = role == Role.PROVIDER_USER ? provider(server, council) : null;
        Caller caller =
            new Caller(
                role.code() + " of " + council,
                URI.create(server.url() + "/graphql"),
                server.tokens().token(council, role, provider),
                null);
        for (String document : documents()) {
          questions.add(new Question(caller, document, caller.ask(document, Map.of()).body()));
        }
      }
    }
    return questions;
  }

  private static String provider(DemoServer server, String council) {
    return new Caller(
            "auditor",
            URI.create(server.url() + "/graphql"),
            server.tokens().token(council, Role.AUDITOR, null),
            null)
        .ask("{ places(first: 1) { nodes { provider { reference } } } }", Map.of())
        .data()
        .at("/places/nodes/0/provider/reference")
        .asText();
  }

  /**
   * Compiled reads, facades, refusals, faults of the database and mutations that are rolled back.
   */
  private static List<String> documents() {
    return List.of(
        "{ places(first: 5) { totalCount nodes { id zone provider { reference name } } } }",
        "{ applications(first: 3) { nodes { id zones scores(first: 5) { nodes { score } } } } }",
        "{ tenant { code title } locations(first: 5) { totalCount nodes { id reference } } }",
        "{ me { council label providers { reference } } providers(first: 5) { nodes { id name } }"
            + " }",
        "{ schemeInForce { id title document } }",
        "{ zones { totalCount nodes { code area { code } } } }",
        "{ newBusinessEligibility(vehicle: \"SUPPORTED_LIVING\", zone: \"PRE\", kind: NEW, on:"
            + " \"2015-07-01\") { providers { providerReference eligible } } }",
        "{ providers(after: \"%s\") { nodes { id } } }".formatted(unreadable()),
        "mutation { cancelRound(input: {round: \"%s\", revision: 1, reason: \"no\", idempotencyKey: \"interleaved\"})"
                .formatted(nobodysRound())
            + " { problems { code message } } }");
  }

  /** A cursor that only the database can find to be no cursor. */
  private static String unreadable() {
    return CursorForms.encoded(
        Caller.JSON.createArrayNode().add("Provider REFERENCE_ASC").add("x").add("no uuid"));
  }

  private static String nobodysRound() {
    return new council.graphql.read.GlobalId("EvaluationRound", new java.util.UUID(7, 7)).encoded();
  }

  private void ask(List<Question> questions, DataSource pool) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        threads.submit(() -> {
          for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
            try {
              step(questions.get(random.nextInt(questions.size())), n, pool);
            } catch (Exception | AssertionError e) {
              wrong.add(e.toString());
            }
          }
        });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
    }
  }

  private void step(Question question, int n, DataSource pool) throws Exception {
    if (n % 50 == 7) {
      look(pool);
    } else if (n % 20 == 3) {
      goAway(question, n);
    } else {
      check(question, question.caller().ask(question.document(), Map.of()));
    }
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, o -> new AtomicInteger()).incrementAndGet();
  }

  private void check(Question question, Caller.Answer answer) {
    if (answer.body().equals(question.answer())) {
      count("answered");
    } else if (List.of("TIMEOUT", "INTERNAL").contains(answer.code())) {
      count(answer.code());
    } else {
      wrong.add(
          "%s asked %s and was answered %s instead of %s"
              .formatted(question.caller(), question.document(), answer.body(), question.answer()));
    }
  }

  /** The client closes its connection while the server is at work. */
  private void goAway(Question question, int n) throws Exception {
    CompletableFuture<HttpResponse<String>> answer =
        Caller.http()
            .sendAsync(
                question.caller().request(question.document(), Map.of()),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    TimeUnit.MICROSECONDS.sleep(n % 7 * 500L);
    answer.cancel(true);
    count("gone");
  }

  /** A connection as the next request would get it. */
  private void look(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet left = statement.executeQuery(SETTINGS)) {
        left.next();
        if (!left.getString(1).isEmpty()) {
          wrong.add("A connection came back with " + left.getString(1));
        }
      }
      try (ResultSet rows = statement.executeQuery("select count(*) from platform.provider")) {
        rows.next();
        if (rows.getInt(1) != 0) {
          wrong.add("A connection came back and saw " + rows.getInt(1) + " providers");
        }
      }
      count("connections looked at");
    } catch (SQLException e) {
      // The trouble that is made for the others meets this statement too.
      if (!STOPPED.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      count("looks stopped");
    }
  }

  /** Stops statements, as a timeout does, and now and then cuts a connection. */
  private static void makeTrouble(DemoServer server, AtomicBoolean over) {
    String stop =
        "select pg_cancel_backend(pid) from pg_stat_activity where usename = 'app_rw'"
            + " and datname = current_database() and state <> 'idle'";
    String cut =
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_rw'"
            + " and datname = current_database() limit 1";
    try (Connection connection = server.database().connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      for (int i = 1; !over.get(); i++) {
        statement.execute(i % 40 == 0 ? cut : stop);
        Thread.sleep(Duration.ofMillis(25));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Transactions that nobody ends. */
  private static int open(DemoServer server) throws SQLException, InterruptedException {
    int open = -1;
    for (int i = 0; i < 40 && open != 0; i++) {
      try (Connection connection = server.database().connectAsSuperuser();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select count(*) from pg_stat_activity where usename = 'app_rw' and datname ="
                      + " current_database() and state like 'idle in transaction%'")) {
        rows.next();
        open = rows.getInt(1);
      }
      Thread.sleep(100);
    }
    return open;
  }
}
