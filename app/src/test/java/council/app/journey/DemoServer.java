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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The demo on the tests' PostgreSQL. Its councils are brought in once for all tests of a JVM; each
 * server has a copy of them.
 */
public final class DemoServer implements AutoCloseable {
  private static @Nullable DemoServer shared;
  private static @Nullable Provisioned provisioned;
  private final Instance instance;
  private final Database database;
  private final DemoTokens tokens;

  private DemoServer(Instance instance, Database database, DemoTokens tokens) {
    this.instance = instance;
    this.database = database;
    this.tokens = tokens;
  }

  /** The demo's councils in a database that nobody serves, and the keys of their tokens. */
  private record Provisioned(Database database, DemoTokens tokens) {}

  /** One for all journeys; what one of them changes, the others see. */
  static synchronized DemoServer shared() {
    DemoServer known = shared;
    if (known == null) {
      known = copy(database -> {}, Database::url);
      Runtime.getRuntime().addShutdownHook(new Thread(known.instance::close));
      shared = known;
    }
    return known;
  }

  /**
   * A server of its own on a copy of the demo's councils.
   *
   * @param prepare what is done to the copy before it is served
   * @param address where the server finds it, so that something may stand between the two
   */
  public static synchronized DemoServer copy(
      Consumer<Database> prepare, Function<Database, String> address) {
    Provisioned known = provisioned;
    if (known == null) {
      known = provisionOnce();
      provisioned = known;
    }
    Database database = PostgresForTests.shared().copyOf(known.database());
    prepare.accept(database);
    DemoServer server =
        new DemoServer(start(access(address.apply(database))), database, known.tokens());
    server.instance.ready();
    return server;
  }

  /** Around an instance of a test's own. */
  static DemoServer of(Instance instance, Database database, DemoTokens tokens) {
    return new DemoServer(instance, database, tokens);
  }

  private static Provisioned provisionOnce() {
    Database database = PostgresForTests.shared().emptyDatabase();
    DemoTokens tokens = new DemoTokens(folder());
    try (Instance instance = startEmpty(database)) {
      new DemoServer(instance, database, tokens).provision();
    }
    return new Provisioned(database, tokens);
  }

  /** A migrated instance without any council. */
  static Instance startEmpty() {
    return startEmpty(PostgresForTests.shared().emptyDatabase());
  }

  /** The same on a database that the test can look into. */
  static Instance startEmpty(Database database) {
    DatabaseAccess access = access(database.url());
    Instance.migrate(access);
    PostgresForTests.shared().allowApplicationToLogIn();
    return start(access);
  }

  private static Instance start(DatabaseAccess access) {
    return Instance.start(new Instance.Settings(access, "localhost", 0, true));
  }

  private static DatabaseAccess access(String url) {
    return new DatabaseAccess(
        url,
        new DatabaseAccess.Login(Database.OWNER, Database.OWNER),
        new DatabaseAccess.Login(Database.APPLICATION, Database.APPLICATION));
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

  public String url() {
    return instance.url();
  }

  public Instance instance() {
    return instance;
  }

  public Database database() {
    return database;
  }

  public DemoTokens tokens() {
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

  @Override
  public void close() {
    instance.close();
  }
}
