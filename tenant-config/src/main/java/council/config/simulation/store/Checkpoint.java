package council.config.simulation.store;

import council.config.simulation.CaseResult;
import council.config.simulation.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation has come; it stands in kept jobs.
 *
 * @param total cases that there were when it began
 * @param kind the decision that it is at, absent at the beginning
 * @param key the last case of that decision that is done
 * @param lines differences that are kept
 */
record Checkpoint(
    long total, @Nullable String kind, @Nullable String key, long lines, Tally tally) {

  static Checkpoint beginning(long total) {
    return new Checkpoint(total, null, null, 0, Tally.nothing());
  }

  /** Whether all cases of a kind of decision are done, since a later kind has begun. */
  boolean isPast(String other) {
    return kind != null && other.compareTo(kind) < 0;
  }

  /** The last case of that kind that is done; absent where none is. */
  @Nullable String keyWithin(String other) {
    return other.equals(kind) ? key : null;
  }

  Checkpoint plus(String at, List<CaseResult> results, int newLines) {
    Tally sum = tally;
    for (CaseResult result : results) {
      sum = result.addTo(sum);
    }
    return new Checkpoint(total, at, results.getLast().which().key(), lines + newLines, sum);
  }

  /** Cases may come while the simulation runs. */
  long totalByNow() {
    return Math.max(total, tally.cases());
  }
}
