package council.app.demo;

import council.app.client.ClientFailure;
import council.app.database.DemoPostgres;
import council.app.database.DemoRoles;
import council.app.database.InstanceFolder;
import council.app.database.Postmaster;
import council.app.server.DatabaseAccess;
import council.app.server.Instance;
import council.app.server.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** A running demo: PostgreSQL, server and data. Closing stops all of it and keeps the data. */
public final class DemoRun implements AutoCloseable {
  private final InstanceFolder folder;
  private final InstanceFolder.Hold hold;
  private @Nullable DemoPostgres postgres;
  private @Nullable Instance instance;
  private volatile boolean closing;

  private DemoRun(InstanceFolder folder, InstanceFolder.Hold hold) {
    this.folder = folder;
    this.hold = hold;
  }

  /** Why a demo cannot start; the message says what to do. */
  public static final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
      super(message);
    }
  }

  /**
   * @param port 0 takes any free one
   * @param fresh forget everything and begin anew
   */
  public record Options(int port, boolean fresh) {}

  /** Takes the folder for this run; nothing is started yet. */
  public static DemoRun claim(InstanceFolder folder) {
    return new DemoRun(
        folder, folder.takeHold().orElseThrow(() -> new CannotStart(alreadyRuns(folder))));
  }

  /** Starts everything; returns when the instance is ready. */
  public void start(Options options, Progress progress) {
    step(() -> requireFree(options.port()));
    step(() -> startPostgres(options.fresh(), progress));
    step(() -> startInstance(options.port(), progress));
    Instance started = running();
    provision(started, progress);
    folder.writeOwnerOnly(folder.resolve("url"), started.url());
    started.ready();
  }

  private void provision(Instance started, Progress progress) {
    try {
      Provisioning provisioning = new Provisioning(started, new DemoTokens(folder), progress);
      provisioning.run();
      provisioning.tellStories();
    } catch (ClientFailure failure) {
      if (closing) {
        throw new CannotStart("Stopped while starting; the next start goes on from here.");
      }
      throw failure;
    }
  }

  /** What is being started when somebody stops the program is started to its end, then closed. */
  private synchronized void step(Runnable work) {
    if (closing) {
      throw new CannotStart("Stopped while starting.");
    }
    work.run();
  }

  private static String alreadyRuns(InstanceFolder folder) {
    String where =
        folder.read(folder.resolve("url")).map(url -> ", at " + url).orElse(", still starting");
    return "A demo runs on %s already%s. Stop it first, or set COUNCIL_DATA to another folder."
        .formatted(folder.path(), where);
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d is taken. Stop what uses it, or choose another with --port.".formatted(port));
    }
  }

  private void startPostgres(boolean fresh, Progress progress) {
    if (new Postmaster(folder.resolve("postgres")).stopIfRunning()) {
      progress.tell("Stopped the PostgreSQL that a killed demo had left running");
    }
    forgetAddress();
    if (fresh) {
      progress.tell("Forgetting everything in " + folder.path());
      folder.wipe(hold);
    }
    progress.tell("Starting PostgreSQL in " + folder.resolve("postgres"));
    postgres = DemoPostgres.start(folder);
  }

  private void startInstance(int port, Progress progress) {
    DemoRoles roles = new DemoRoles(java.util.Objects.requireNonNull(postgres), folder);
    DatabaseAccess access = roles.prepare();
    progress.tell("Migrating the database");
    Instance.migrate(access);
    roles.admitApplication();
    progress.tell("Starting the server");
    instance = Instance.start(new Instance.Settings(access, "localhost", port, true));
  }

  private synchronized Instance running() {
    if (instance == null) {
      throw new CannotStart("Stopped while starting.");
    }
    return instance;
  }

  public String url() {
    return running().url();
  }

  @Override
  public void close() {
    closing = true;
    stop();
  }

  private synchronized void stop() {
    try {
      forgetAddress();
      if (instance != null) {
        instance.close();
        instance = null;
      }
    } finally {
      if (postgres != null) {
        postgres.close();
        postgres = null;
      }
      hold.close();
    }
  }

  private void forgetAddress() {
    try {
      Files.deleteIfExists(folder.resolve("url"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder.resolve("url"), e);
    }
  }
}
