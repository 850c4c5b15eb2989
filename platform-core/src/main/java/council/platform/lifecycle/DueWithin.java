package council.platform.lifecycle;

import council.platform.calendar.WorkingDays;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.time.LocalDate;

/** A deadline counted from the day on which a state began; that day is not counted. */
@Doc("A deadline counted from the day on which the state began")
public record DueWithin(
    @Doc("How many") @Range(min = "0", max = "3660") int days,
    @Doc("Calendar days, or working days of England and Wales") @Default("DAYS") Unit unit) {

  /** What is counted. */
  public enum Unit {
    DAYS,
    WORKING_DAYS
  }

  /** The last day on which it is in time. */
  public LocalDate dueBy(LocalDate since, WorkingDays workingDays) {
    return switch (unit) {
      case DAYS -> since.plusDays(days);
      case WORKING_DAYS -> workingDays.add(since, days);
    };
  }
}
