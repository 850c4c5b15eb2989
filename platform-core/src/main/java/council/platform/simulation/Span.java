package council.platform.simulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included.
 *
 * @param to not before {@code from}
 */
public record Span(LocalDate from, LocalDate to) {
  public Span {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Expected a span of days, but got " + from + " to " + to);
    }
  }

  /**
   * Whether it shares a day with another one.
   *
   * @param firstDayAfter absent where the other has no end
   */
  public boolean meets(LocalDate firstDay, @Nullable LocalDate firstDayAfter) {
    return !firstDay.isAfter(to) && (firstDayAfter == null || firstDayAfter.isAfter(from));
  }
}
