package council.app.crash;

import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.database.DemoPostgres;
import council.app.database.DemoRoles;
import council.app.database.InstanceFolder;
import council.app.database.Postmaster;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.app.server.DatabaseAccess;
import council.app.server.Instance;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that keeps what it says it keeps, and a server process; both can be killed. */
final class CrashInstance implements AutoCloseable {
  static final String COUNCIL = "crash";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final InstanceFolder folder;
  private final DemoTokens tokens;
  private final int databasePort = freePort();
  private final int port = freePort();
  private DemoPostgres postgres;
  private DatabaseAccess access;
  private Process server;

  CrashInstance(Path data) {
    folder = new InstanceFolder(data);
    tokens = new DemoTokens(folder);
    postgres = DemoPostgres.start(folder, databasePort);
    DemoRoles roles = new DemoRoles(postgres, folder);
    access = roles.prepare();
    Instance.migrate(access);
    roles.admitApplication();
    server = launch();
    awaitServer();
    new Administration(new ApiClient(url(), token(InstalledModules.HOST, Role.PLATFORM_OPERATOR)))
        .createTenant(COUNCIL, "Crash", tokens.issuer(COUNCIL), DemoUsers.staff());
  }

  String url() {
    return "http://localhost:" + port;
  }

  String token(String council, Role role) {
    return tokens.token(council, role, null);
  }

  String issuer() {
    return tokens.issuer(COUNCIL).issuer();
  }

  /** Nobody gets the chance to write anything more. */
  void killServer() {
    server.destroyForcibly().onExit().join();
  }

  void startServer() {
    server = launch();
    awaitServer();
  }

  /** All of its processes at once, as when the machine loses power. */
  void killPostgres() {
    ProcessHandle postmaster = new Postmaster(folder.resolve("postgres")).find().orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
    all.addAll(postmaster.descendants().toList());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    letGo();
  }

  void startPostgres() {
    postgres = DemoPostgres.start(folder, databasePort);
  }

  /** The library still believes that its server runs. */
  private void letGo() {
    try {
      postgres.close();
    } catch (RuntimeException expected) {
      // It cannot stop what is dead; it has given back the folder.
    }
  }

  private Process launch() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-D" + NotesModule.SWITCH + "=true",
            "-Dcouncil.jobs.poll-interval=200ms",
            "-Dcouncil.jobs.heartbeat-interval=500ms",
            "-cp",
            System.getProperty("java.class.path"),
            CrashServer.class.getName(),
            folder.path().toString(),
            access.url(),
            String.valueOf(port));
    File log = folder.resolve("server.log").toFile();
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The server did not start", e);
    }
  }

  private void awaitServer() {
    Instant until = Instant.now().plus(PATIENCE);
    while (!isReady()) {
      if (!server.isAlive() || Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "The server is not ready; its log: " + folder.resolve("server.log"));
      }
      pause(100);
    }
  }

  private boolean isReady() {
    try {
      HttpURLConnection health =
          (HttpURLConnection) URI.create(url() + "/health").toURL().openConnection();
      health.setReadTimeout(5000);
      return health.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As superuser, whom no policy binds. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(access.url(), "postgres", postgres.superuserPassword());
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    killServer();
    postgres.close();
  }
}
