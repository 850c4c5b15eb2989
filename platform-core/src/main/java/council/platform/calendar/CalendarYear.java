package council.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One year of a calendar of periods.
 *
 * @param calendar its code
 * @param year the calendar year in which it begins
 */
public record CalendarYear(String calendar, int year, List<Period> periods) {
  /**
   * One period.
   *
   * @param code such as {@code 2020/21-Q3}
   * @param from first day
   * @param to last day
   * @param due day on which its return is due; absent where the bank holidays that it takes are not
   *     known yet
   * @param setByHand whether the scheme names the due day; else the rule gives it
   */
  public record Period(
      String code, LocalDate from, LocalDate to, @Nullable LocalDate due, boolean setByHand) {}

  public CalendarYear {
    periods = List.copyOf(periods);
  }
}
