package council.framework.market.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How far the days of a history are from each other. */
public enum Interval {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  Interval(int months) {
    this.months = months;
  }

  /**
   * The first day and each day an interval later, up to the last day; each is counted from the
   * first, so that a history from the 31st does not drift.
   *
   * @param most how many days at most; one more tells that there would be more
   */
  public List<LocalDate> days(LocalDate from, LocalDate until, int most) {
    List<LocalDate> days = new ArrayList<>();
    for (long i = 0; days.size() <= most; i++) {
      LocalDate day = from.plusMonths(i * months);
      if (day.isAfter(until)) {
        break;
      }
      days.add(day);
    }
    return days;
  }
}
