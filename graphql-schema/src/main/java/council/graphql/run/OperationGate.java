package council.graphql.run;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many operations run at once. The rest waits in line, each council in a line of its own: one
 * place is always left for the others. Who would wait too long, or behind too many, is refused, so
 * that a flood neither takes all connections nor piles up in memory.
 */
final class OperationGate {
  private final Semaphore places;
  private final int placesOfOne;
  private final int longestLine;
  private final Duration patience;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * @param places operations that run at once
   * @param longestLine operations of one council that run or wait
   * @param patience how long one waits
   */
  OperationGate(int places, int longestLine, Duration patience) {
    this.places = new Semaphore(places, true);
    this.placesOfOne = Math.max(1, places - 1);
    this.longestLine = longestLine;
    this.patience = patience;
  }

  /** Those of one council. It is forgotten once it is empty. */
  private static final class Line {
    private final Semaphore places;
    private final AtomicInteger length = new AtomicInteger();

    Line(int places) {
      this.places = new Semaphore(places, true);
    }
  }

  /** A place that was got; to be given back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  Place enter(String tenant) {
    Line line = join(tenant);
    long end = System.nanoTime() + patience.toNanos();
    try {
      if (!line.places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw OperationRefused.overloaded();
      }
      try {
        if (!places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          throw OperationRefused.overloaded();
        }
      } catch (OperationRefused | InterruptedException e) {
        line.places.release();
        throw e;
      }
    } catch (OperationRefused e) {
      leave(tenant);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      leave(tenant);
      throw OperationRefused.overloaded();
    }
    return () -> {
      places.release();
      line.places.release();
      leave(tenant);
    };
  }

  /** Operations of one council that run or wait. */
  int lineOf(String tenant) {
    Line line = lines.get(tenant);
    return line == null ? 0 : line.length.get();
  }

  private Line join(String tenant) {
    return lines.compute(
        tenant,
        (t, known) -> {
          Line line = known == null ? new Line(placesOfOne) : known;
          if (line.length.get() >= longestLine) {
            throw OperationRefused.overloaded();
          }
          line.length.incrementAndGet();
          return line;
        });
  }

  private void leave(String tenant) {
    lines.computeIfPresent(tenant, (t, line) -> line.length.decrementAndGet() == 0 ? null : line);
  }
}
