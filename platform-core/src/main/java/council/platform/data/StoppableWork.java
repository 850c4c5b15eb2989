package council.platform.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one request has the database do, and what another thread can stop: the statement that runs
 * is cancelled in the database, and no further one begins. A transaction that has begun to commit
 * is not stopped any more.
 */
public final class StoppableWork {
  private static final Logger LOG = LoggerFactory.getLogger(StoppableWork.class);
  private static final ScopedValue<StoppableWork> CURRENT = ScopedValue.newInstance();

  /** The database forgets a cancellation that comes between two statements, so it is repeated. */
  private static final long REPEATED_AFTER_MILLIS = 20;

  private @Nullable Connection busy;
  private @Nullable Cause cause;
  private boolean mustFinish;

  /** Why work was stopped. */
  public enum Cause {
    /** The request took longer than it may. */
    DEADLINE,
    /** Nobody waits for the answer any more. */
    CLIENT_GONE
  }

  /** Thrown where stopped work would go on. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(Cause cause) {
      super("The work was stopped: " + cause);
    }
  }

  /** Does the work on this thread; every transaction in it can be stopped. */
  public <T> T run(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** From here on the work goes on though the client is gone; a deadline still ends it. */
  public synchronized void finishWithoutClient() {
    throwIfStopped();
    mustFinish = true;
  }

  /** Stops the work; may be called by any thread, at any time and more than once. */
  public synchronized void stop(Cause why) {
    if (cause != null || (why == Cause.CLIENT_GONE && mustFinish)) {
      return;
    }
    cause = why;
    if (busy != null) {
      Thread.ofVirtual().name("cancel").start(this::cancelUntilLeft);
    }
  }

  public synchronized Optional<Cause> stoppedBy() {
    return Optional.ofNullable(cause);
  }

  /** Refuses to go on with what was stopped. */
  public synchronized void throwIfStopped() {
    if (cause != null) {
      throw new Stopped(cause);
    }
  }

  private void cancelUntilLeft() {
    try {
      while (cancel()) {
        Thread.sleep(REPEATED_AFTER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Holds the lock while the database is told, so that the connection cannot be somebody else's by
   * the time the cancellation arrives: the server has taken note once the driver comes back.
   */
  private synchronized boolean cancel() {
    if (busy == null) {
      return false;
    }
    try {
      busy.unwrap(PGConnection.class).cancelQuery();
      return true;
    } catch (SQLException e) {
      LOG.warn("A statement could not be cancelled", e);
      return false;
    }
  }

  private synchronized @Nullable Connection enter(Connection connection) {
    throwIfStopped();
    Connection before = busy;
    busy = connection;
    return before;
  }

  private synchronized void leaveTo(@Nullable Connection before) {
    busy = before;
  }

  /** Something that is done with a connection. */
  @FunctionalInterface
  interface Use<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Uses a connection on behalf of the current work, if there is one. Afterwards nothing can be
   * cancelled on it any more; what was stopped in the meantime fails, so that it is not committed.
   */
  static <T> T using(Connection connection, Use<T> use) throws SQLException {
    if (!CURRENT.isBound()) {
      return use.on(connection);
    }
    StoppableWork work = CURRENT.get();
    Connection before = work.enter(connection);
    try {
      T result = use.on(connection);
      work.endUnlessStopped(before);
      return result;
    } finally {
      work.leaveTo(before);
    }
  }

  private synchronized void endUnlessStopped(@Nullable Connection before) {
    throwIfStopped();
    busy = before;
  }
}
