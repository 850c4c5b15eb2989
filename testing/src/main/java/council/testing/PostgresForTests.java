package council.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one real PostgreSQL of a test run, started on first use and stopped with the JVM.
 *
 * <p>It runs in a container where a Docker engine answers, else from the embedded binaries; the
 * system property {@code council.test.postgres} ({@code testcontainers} or {@code embedded}), or
 * the environment variable {@code COUNCIL_TEST_POSTGRES}, forces one. It is never skipped.
 */
public final class PostgresForTests {
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static @Nullable PostgresForTests shared;

  private final PostgresServer server;
  private @Nullable String template;

  private PostgresForTests(PostgresServer server) {
    this.server = server;
  }

  public static synchronized PostgresForTests shared() {
    PostgresForTests known = shared;
    if (known == null) {
      known = start();
      shared = known;
    }
    return known;
  }

  private static PostgresForTests start() {
    PostgresForTests started = new PostgresForTests(PostgresServer.start());
    started.execute(
        "create role " + Database.OWNER + " login createrole password '" + Database.OWNER + "'");
    System.out.println("Tests run on " + started.version());
    return started;
  }

  /** Version and lane, such as {@code PostgreSQL 18.6 (embedded binaries)}. */
  public String version() {
    try (Connection connection = connectAsSuperuser(server.url("postgres"))) {
      return "PostgreSQL "
          + connection.getMetaData().getDatabaseProductVersion()
          + " ("
          + server.lane()
          + ")";
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL was started but does not answer", e);
    }
  }

  /** An empty database: nothing has been migrated. */
  public Database emptyDatabase() {
    String name = "test_" + COUNTER.incrementAndGet();
    execute("create database " + name + " owner " + Database.OWNER);
    return new Database(server.url(name));
  }

  /**
   * A database with the migrations of every module in the source tree. The first call of a JVM
   * migrates, all others copy.
   */
  public synchronized Database migratedDatabase() {
    String from = template;
    if (from == null) {
      from = "migrated_template";
      execute("create database " + from + " owner " + Database.OWNER);
      migrate(new Database(server.url(from)));
      template = from;
    }
    String name = "test_" + COUNTER.incrementAndGet();
    execute("create database " + name + " owner " + Database.OWNER + " template " + from);
    // Rights on the database itself are not copied with a template.
    execute("revoke temporary, create on database " + name + " from public");
    return new Database(server.url(name));
  }

  /**
   * A copy of a database with all its rows; whoever is still connected to the original is sent
   * away.
   */
  public Database copyOf(Database original) {
    String from = original.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    String name = "test_" + COUNTER.incrementAndGet();
    execute("alter database " + from + " with allow_connections false");
    execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
            + from
            + "'");
    execute("create database " + name + " owner " + Database.OWNER + " template " + from);
    execute("alter database " + from + " with allow_connections true");
    // Rights on the database itself are not copied with a template.
    execute("revoke temporary, create on database " + name + " from public");
    return new Database(server.url(name));
  }

  /** Runs every module's migrations and lets the application log in. */
  public void migrate(Database database) {
    MigrationFolder.listAll(sourceRoot()).forEach(folder -> folder.migrate(database));
    allowApplicationToLogIn();
  }

  /** For tests that migrate by themselves; the role exists from the first migration on. */
  public void allowApplicationToLogIn() {
    execute("alter role app_rw login password '" + Database.APPLICATION + "'");
  }

  /** Root folder of the source tree: {@code council.root}, set by the build, or found upwards. */
  public static Path sourceRoot() {
    String configured = System.getProperty("council.root");
    Path folder = Path.of(configured == null ? "" : configured).toAbsolutePath().normalize();
    while (!folder.resolve("testing").resolve("pom.xml").toFile().exists()) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException(
            "Expected the source tree at or above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  Connection connectAsSuperuser(String url) throws SQLException {
    return DriverManager.getConnection(url, server.user(), server.password());
  }

  private void execute(String sql) {
    try (Connection connection = connectAsSuperuser(server.url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused: " + sql, e);
    }
  }
}
