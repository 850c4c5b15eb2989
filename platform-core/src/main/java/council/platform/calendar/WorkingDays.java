package council.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Working days of England and Wales: Monday to Friday without bank holidays. The bank holidays of
 * each year are pinned as data, since proclamations add and move them; a year that is not pinned is
 * an error, never a guess.
 */
public final class WorkingDays {
  private final Map<LocalDate, String> bankHolidays;
  private final Set<Integer> years;

  private WorkingDays(Map<LocalDate, String> bankHolidays) {
    this.bankHolidays = Collections.unmodifiableMap(new TreeMap<>(bankHolidays));
    this.years =
        bankHolidays.keySet().stream()
            .map(LocalDate::getYear)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As pinned with this release; reads a file, so take the bean where there is one. */
  public static WorkingDays ofEnglandAndWales() {
    return new WorkingDays(PinnedBankHolidays.read(PinnedBankHolidays.ENGLAND_AND_WALES));
  }

  /** Name of the bank holiday on that day, such as {@code Good Friday}. */
  public Optional<String> findBankHoliday(LocalDate date) {
    mustBePinned(date);
    return Optional.ofNullable(bankHolidays.get(date));
  }

  /** All pinned bank holidays by date. */
  public Map<LocalDate, String> bankHolidays() {
    return bankHolidays;
  }

  public boolean isWorkingDay(LocalDate date) {
    return findBankHoliday(date).isEmpty()
        && date.getDayOfWeek() != DayOfWeek.SATURDAY
        && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The day itself where it is a working day, else the first one after it. */
  public LocalDate sameOrNext(LocalDate date) {
    LocalDate day = date;
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The first working day after that day. */
  public LocalDate next(LocalDate date) {
    return sameOrNext(date.plusDays(1));
  }

  /** The last working day before that day. */
  public LocalDate previous(LocalDate date) {
    LocalDate day = date.minusDays(1);
    while (!isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /**
   * The n-th working day after that day, or before it where n is negative. That day itself is not
   * counted, whether it is a working day or not; zero gives it back unchanged.
   */
  public LocalDate add(LocalDate date, int workingDays) {
    LocalDate day = date;
    for (int i = 0; i < Math.abs(workingDays); i++) {
      day = workingDays > 0 ? next(day) : previous(day);
    }
    return day;
  }

  /** How many working days lie in the period, the first day included, the last excluded. */
  public int between(LocalDate from, LocalDate until) {
    return (int)
        from.datesUntil(from.plusDays(Math.max(0, ChronoUnit.DAYS.between(from, until))))
            .filter(this::isWorkingDay)
            .count();
  }

  private void mustBePinned(LocalDate date) {
    if (!years.contains(date.getYear())) {
      throw new BankHolidaysNotPinned(date, years);
    }
  }
}
