package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.database.InstanceFolder;
import council.app.demo.DemoTokens;
import council.app.demo.Provisioning;
import council.app.server.DatabaseAccess;
import council.app.server.Instance;
import council.platform.identity.Role;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo on the tests' PostgreSQL, brought in once for all tests of a JVM. */
final class DemoServer {
  private static @Nullable DemoServer shared;
  private final Instance instance;
  private final DemoTokens tokens;

  private DemoServer(Instance instance, DemoTokens tokens) {
    this.instance = instance;
    this.tokens = tokens;
  }

  static synchronized DemoServer shared() {
    DemoServer known = shared;
    if (known == null) {
      known = start();
      Runtime.getRuntime().addShutdownHook(new Thread(known.instance::close));
      shared = known;
    }
    return known;
  }

  private static DemoServer start() {
    DemoServer server = new DemoServer(startEmpty(), new DemoTokens(folder()));
    server.provision();
    return server;
  }

  /** Around an instance of a test's own. */
  static DemoServer of(Instance instance, DemoTokens tokens) {
    return new DemoServer(instance, tokens);
  }

  /** A migrated instance without any council. */
  static Instance startEmpty() {
    return startEmpty(PostgresForTests.shared().emptyDatabase());
  }

  /** The same on a database that the test can look into. */
  static Instance startEmpty(Database database) {
    DatabaseAccess access =
        new DatabaseAccess(
            database.url(),
            new DatabaseAccess.Login(Database.OWNER, Database.OWNER),
            new DatabaseAccess.Login(Database.APPLICATION, Database.APPLICATION));
    Instance.migrate(access);
    PostgresForTests.shared().allowApplicationToLogIn();
    return Instance.start(new Instance.Settings(access, "localhost", 0, true));
  }

  static InstanceFolder folder() {
    try {
      return new InstanceFolder(Files.createTempDirectory("demo-keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What every start of the demo does. */
  void provision() {
    new Provisioning(instance, tokens, line -> {}).run();
    instance.ready();
  }

  String url() {
    return instance.url();
  }

  Instance instance() {
    return instance;
  }

  DemoTokens tokens() {
    return tokens;
  }

  ApiClient as(String council, Role role) {
    return new ApiClient(url(), tokens.token(council, role, null));
  }

  ApiClient asProvider(String council, String provider) {
    return new ApiClient(url(), tokens.token(council, Role.PROVIDER_USER, provider));
  }

  JsonNode ask(String council, Role role, String document) {
    return as(council, role).execute(document, Map.of());
  }
}
