package council.platform.calendar;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods that follow each other without a gap, and the day on which each one's return is due. */
public record PeriodCalendar(
    @Doc("Name for people") String title,
    @Doc(value = "Month whose first day begins the year, 1 to 12", rules = "LAN-CM-37")
        @Default("4")
        @Range(min = "1", max = "12")
        int firstMonth,
    @Doc(value = "How long each period is", rules = "LAN-CM-37") Interval interval,
    @Doc(value = "The rule for the due day", rules = "LAN-CM-38")
        @Default("{kind: DAY_OF_NEXT_MONTH, day: 15}")
        DueDay dueDay,
    @Doc("Where a due day goes that is no working day") @Default("NEXT_WORKING_DAY") MoveTo moveTo,
    @Doc(
            value =
                "Due days that are set by hand, by period such as 2020/21-Q3; they take the place"
                    + " of the rule's and are never moved",
            rules = "LAN-CM-38")
        Map<String, LocalDate> handSet) {

  private static final Pattern CODE =
      Pattern.compile("((?:19|20|21)[0-9]{2})(/[0-9]{2})?-[MQHY][0-9]{1,2}");

  /**
   * A period.
   *
   * @param code such as {@code 2020/21-Q3}, and {@code 2020-Q3} where the year begins in January
   * @param from first day
   * @param to last day
   */
  record Period(String code, LocalDate from, LocalDate to) {}

  /** The first day of the year that begins in that calendar year. */
  LocalDate firstDay(int year) {
    return LocalDate.of(year, firstMonth, 1);
  }

  /** The year, told by the calendar year in which it begins, that holds the day. */
  int yearOf(LocalDate day) {
    return day.getMonthValue() >= firstMonth ? day.getYear() : day.getYear() - 1;
  }

  /** The periods of the year that begins in that calendar year, in order. */
  List<Period> periods(int year) {
    List<Period> periods = new ArrayList<>();
    for (int number = 1; number <= interval.periodsAYear(); number++) {
      LocalDate from = firstDay(year).plusMonths((long) interval.months() * (number - 1));
      LocalDate to = from.plusMonths(interval.months()).minusDays(1);
      periods.add(new Period(yearCode(year) + "-" + interval.code(number), from, to));
    }
    return periods;
  }

  /** The period of that code, if this calendar has one. */
  Optional<Period> findPeriod(String code) {
    Matcher matcher = CODE.matcher(code);
    return matcher.matches()
        ? periods(Integer.parseInt(matcher.group(1))).stream()
            .filter(period -> period.code().equals(code))
            .findFirst()
        : Optional.empty();
  }

  private String yearCode(int year) {
    return firstMonth == 1 ? String.valueOf(year) : "%d/%02d".formatted(year, (year + 1) % 100);
  }
}
