package council.platform.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Works out the rule's due day of a period. */
record DueDates(PeriodCalendar calendar, CouncilDays days) {
  /** The rule's day before it is moved. */
  LocalDate nominal(PeriodCalendar.Period period) {
    return switch (calendar.dueDay()) {
      case DueDay.DayOfNextMonth(int day) -> {
        YearMonth next = YearMonth.from(period.to()).plusMonths(1);
        yield next.atDay(Math.min(day, next.lengthOfMonth()));
      }
      case DueDay.WorkingDaysAfter(int count) -> days.after(period.to(), count);
    };
  }

  /** Empty where it takes bank holidays that this release does not know. */
  Optional<LocalDate> findByRule(PeriodCalendar.Period period) {
    try {
      return Optional.of(days.moved(nominal(period), calendar.moveTo()));
    } catch (BankHolidaysNotPinned e) {
      return Optional.empty();
    }
  }
}
