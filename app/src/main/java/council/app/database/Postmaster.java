package council.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that runs on a PostgreSQL data folder, whoever started it. */
public final class Postmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Path data;

  public Postmaster(Path data) {
    this.data = data;
  }

  /** The running server, if there is one. */
  public Optional<ProcessHandle> find() {
    Path pidFile = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      return Files.readAllLines(pidFile).stream()
          .findFirst()
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
          .filter(ProcessHandle::isAlive)
          .filter(Postmaster::isPostgres);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + pidFile, e);
    }
  }

  /** After a restart of the machine the number may belong to any other program. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }

  /**
   * Stops the server as {@code pg_ctl stop -m fast} does, without needing a right to run pg_ctl.
   *
   * @return whether there was one
   */
  public boolean stopIfRunning() {
    Optional<ProcessHandle> running = find();
    running.ifPresent(this::stop);
    return running.isPresent();
  }

  private void stop(ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "The PostgreSQL server with process id %d on %s did not stop; stop it by hand"
              .formatted(process.pid(), data),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while PostgreSQL stopped", e);
    }
  }
}
