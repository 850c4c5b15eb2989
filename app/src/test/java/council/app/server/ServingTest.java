package council.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import council.app.server.DatabaseAccess.Login;
import council.platform.identity.IssuerEntry;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve} does from its settings to the open port, and what it does not start with. */
final class ServingTest {
  private static final Login OWNER = new Login(Database.OWNER, Database.OWNER);
  private static final Login APPLICATION = new Login(Database.APPLICATION, Database.APPLICATION);
  private final List<String> told = new ArrayList<>();
  private final int port = freePort();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "starting_super, superuser, is SUPERUSER and may not serve. Run: alter role starting_super"
        + " nosuperuser",
    "starting_bypass, bypassrls, is BYPASSRLS",
    "starting_createrole, createrole, is CREATEROLE",
    "starting_createdb, createdb, is CREATEDB",
    "starting_reader, in role pg_read_all_data, 'is a member of pg_read_all_data, which reads or"
        + " writes all data'",
    "starting_member, in role council_owner, 'is a member of council_owner, which owns tables'",
    "starting_nearly, in role starting_admin, 'is a member of starting_admin, which is SUPERUSER'"
  })
  void isNotServedByARoleThatRowLevelSecurityDoesNotBind(String name, String rights, String fault)
      throws SQLException {
    Database database = PostgresForTests.shared().migratedDatabase();
    Login login = role(database, name, rights);

    assertNotStarted(settings(database, login), fault);
  }

  @Test
  void tellsEverythingThatIsWrongWithTheDatabaseAtOnce() throws SQLException {
    Database database = PostgresForTests.shared().migratedDatabase();
    execute(
        database,
        "update platform.flyway_history set checksum = 1 where version = '1'",
        history("platform", 900, "1.5", "1.5__lost.sql", true),
        history("config", 900, "999", "V999__later.sql", true),
        history("framework", 900, "998", "V998__half.sql", false));
    Login login = role(database, "starting_wrong", "createrole");

    assertNotStarted(
        settings(database, login),
        "is CREATEROLE",
        "V1__host.sql of module platform was changed after it had been run",
        "1.5__lost.sql of module platform was run, but this program has not got it",
        "V999__later.sql of module config is newer than this program",
        "V998__half.sql of module framework has failed");
  }

  @Test
  void aMigrationThatFailsNowIsToldAndLeavesNothingOpen() throws SQLException {
    Database database = PostgresForTests.shared().emptyDatabase();
    execute(database, "create schema config authorization council_owner");
    try (Connection owner = database.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("create table config.scheme_version (in_the_way int)");
    }

    assertNotStarted(
        settings(database, APPLICATION), "migrations of module 'config'", "Mend what it names");
  }

  @Test
  void aDemosIssuerOrKeyIsNotServed() throws Exception {
    Database database = PostgresForTests.shared().migratedDatabase();
    IssuerEntry demo =
        new council.platform.identity.DemoIssuer(folder, java.time.Clock.systemUTC())
            .entryFor("kent");
    execute(
        database,
        "insert into platform.tenant (tenant_id, id, title) values ('platform', gen_random_uuid(),"
            + " 'x'), ('kent', gen_random_uuid(), 'Kent')",
        "insert into platform.hosted_tenant (tenant_id, id, code, title) values"
            + " ('platform', gen_random_uuid(), 'kent', 'Kent')",
        issuer("urn:marked", "{}", true),
        issuer("urn:council:demo:kent", "{}", false),
        issuer("https://id.kent.example", Objects.requireNonNull(demo.jwks()), false));

    assertNotStarted(
        settings(database, APPLICATION),
        "demo issuer urn:marked",
        "demo issuer urn:council:demo:kent",
        "https://id.kent.example under a key of the demo on this machine");
  }

  @Test
  void startsWithoutAnOperatorAndSaysSo() throws Exception {
    Database database = PostgresForTests.shared().migratedDatabase();
    ServeSettings without = settings(database, APPLICATION);

    try (Instance instance = serving(without).start()) {
      assertThat(status(instance.url() + "/health/ready")).isEqualTo(200);
      assertThat(status(instance.url() + "/health/live")).isEqualTo(200);
      assertThat(status(instance.url() + "/nonsense")).isEqualTo(404);
      assertThat(status(instance.url() + "/graphql")).isEqualTo(401);
      assertThat(put(instance.url() + "/graphql")).isEqualTo(405);
    }
    assertThat(told).anyMatch(line -> line.contains("nobody can create councils yet"));

    told.clear();
    ServeSettings with = with(without, operator());
    serving(with).establishOperator();
    assertThat(told).anyMatch(line -> line.contains("may create councils from now on"));
    assertNotListening();

    told.clear();
    serving(with).establishOperator();
    assertThat(told).anyMatch(line -> line.contains("has its operators already"));
  }

  @Test
  void anOperatorThatCannotBeLetInKeepsTheServerFromListening() {
    Database database = PostgresForTests.shared().migratedDatabase();
    FirstOperator unfit =
        new FirstOperator(
            new IssuerEntry("http://id.example", "council", "HS256", "{}", false), "boss");

    assertNotStarted(
        with(settings(database, APPLICATION), unfit),
        "cannot be let in: Tokens are signed with ES256 or RS256",
        "cannot be let in: Expected a JSON Web Key Set");
  }

  @Test
  void theProgramEndsWithStatusOneAndSaysWhatToDo() throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "council.app.Main",
            "serve");
    program.environment().keySet().removeIf(name -> name.startsWith("COUNCIL_"));
    program.environment().put("COUNCIL_DB_USER", "council_app");
    program.environment().put("COUNCIL_DB_USER_PASSWORD", "changeme");
    Process process = program.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(output)
        .contains(
            "council: not started.",
            "COUNCIL_DB_URL is not set",
            "COUNCIL_DB_OWNER is not set",
            "COUNCIL_DB_USER_PASSWORD can be guessed")
        .doesNotContain("changeme");
  }

  private void assertNotStarted(ServeSettings settings, String... faults) {
    assertThatThrownBy(() -> serving(settings).start().close())
        .isInstanceOf(ServeSettings.Unsafe.class)
        .hasMessageContainingAll(faults);
    assertNotListening();
  }

  /** The port can be had by somebody else: nothing listens there, not even half started. */
  private void assertNotListening() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.isBound()).isTrue();
    } catch (IOException e) {
      throw new AssertionError("Something listens at " + port, e);
    }
  }

  private Serving serving(ServeSettings settings) {
    return new Serving(settings, told::add);
  }

  private ServeSettings settings(Database database, Login login) {
    return new ServeSettings(
        new DatabaseAccess(database.url(), OWNER, login),
        "localhost",
        port,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        folder);
  }

  private static ServeSettings with(ServeSettings settings, FirstOperator operator) {
    return new ServeSettings(
        settings.database(),
        settings.host(),
        settings.port(),
        settings.metrics(),
        settings.internalHosts(),
        Optional.of(operator),
        settings.demoFolder());
  }

  private static FirstOperator operator() throws JOSEException {
    String keys =
        new JWKSet(
                new RSAKeyGenerator(2048)
                    .keyID("k")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate()
                    .toPublicJWK())
            .toString(true);
    return new FirstOperator(
        new IssuerEntry("https://id.example", "council", "RS256", keys, false), "boss");
  }

  private static Login role(Database database, String name, String rights) throws SQLException {
    execute(
        database,
        "do $$ begin if not exists (select from pg_roles where rolname = 'starting_admin')"
            + " then create role starting_admin superuser; end if; end $$",
        "create role " + name + " login password 'x' " + rights,
        "grant app_rw to " + name);
    return new Login(name, "x");
  }

  private static String history(
      String schema, int rank, String version, String script, boolean success) {
    return ("insert into %s.flyway_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " values (%d, '%s', 'x', 'SQL', '%s', 1, 'x', 1, %s)")
        .formatted(schema, rank, version, script, success);
  }

  private static String issuer(String issuer, String jwks, boolean demo) {
    return ("insert into platform.issuer (tenant_id, id, issuer, audience, algorithm, jwks, demo)"
            + " values ('kent', gen_random_uuid(), '%s', 'a', 'ES256', '%s', %s)")
        .formatted(issuer, jwks, demo);
  }

  private static void execute(Database database, String... sql) throws SQLException {
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      for (String one : sql) {
        statement.execute(one);
      }
    }
  }

  private static int status(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json"));
  }

  private static int put(String url) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{}")));
  }

  private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
