package council.framework.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People name the last day of a span; the database keeps the first day after it. */
final class Days {
  private Days() {}

  static @Nullable LocalDate dayAfter(@Nullable LocalDate lastDay) {
    return lastDay == null ? null : lastDay.plusDays(1);
  }
}
