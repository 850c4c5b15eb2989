package council.framework.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a check of a provider.
 *
 * @param check code of the check in the scheme
 * @param answer as it was recorded, or as the directory has it
 * @param passed whether it passed when it was recorded
 * @param on the day of the answer, absent where it is not known
 * @param until first day on which it does not hold any more, absent where it holds for good
 */
public record CheckFact(
    String provider,
    String check,
    String answer,
    boolean passed,
    @Nullable LocalDate on,
    @Nullable LocalDate until) {

  /** Whether it was given by that day. */
  boolean givenBy(LocalDate day) {
    return on == null || !on.isAfter(day);
  }

  boolean holdsOn(LocalDate day) {
    return passed && givenBy(day) && (until == null || day.isBefore(until));
  }
}
