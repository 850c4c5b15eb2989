package council.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
  private static final WorkingDays DAYS = WorkingDays.ofEnglandAndWales();

  @ParameterizedTest
  @ValueSource(strings = {"eng", "wls"})
  void agreesWithAnIndependentCalculatorInEveryYear(String nation) {
    HolidayManager calculator =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    for (int year = 2010; year <= 2030; year++) {
      Set<LocalDate> calculated =
          calculator.getHolidays(Year.of(year), nation).stream()
              .map(Holiday::getDate)
              .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(pinned(year)).as("%s %s", nation, year).isEqualTo(calculated);
    }
  }

  private static Set<LocalDate> pinned(int year) {
    return DAYS.bankHolidays().keySet().stream()
        .filter(date -> date.getYear() == year)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2011-04-29", "2012-06-04", "2012-06-05", "2020-05-08", "2022-06-02", "2022-06-03",
        "2022-09-19", "2023-05-08", "2021-12-27", "2021-12-28", "2022-12-27", "2016-12-27"
      })
  void knowsTheSpecialAndTheSubstituteDays(LocalDate date) {
    assertThat(DAYS.isWorkingDay(date)).isFalse();
    assertThat(DAYS.findBankHoliday(date)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012-05-28", "2020-05-04", "2022-05-30", "2023-05-09", "2015-12-29"})
  void daysFromWhichAHolidayWasMovedAreWorkingDays(LocalDate date) {
    assertThat(DAYS.isWorkingDay(date)).isTrue();
  }

  @Test
  void noBankHolidayIsOnAWeekend() {
    assertThat(DAYS.bankHolidays().keySet())
        .noneMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0);
  }

  @Test
  void movesToTheNextWorkingDayOnlyWhereNeeded() {
    assertThat(DAYS.sameOrNext(LocalDate.of(2020, 7, 15))).isEqualTo("2020-07-15");
    assertThat(DAYS.sameOrNext(LocalDate.of(2022, 4, 15))).isEqualTo("2022-04-19");
    assertThat(DAYS.next(LocalDate.of(2021, 12, 24))).isEqualTo("2021-12-29");
    assertThat(DAYS.previous(LocalDate.of(2021, 12, 29))).isEqualTo("2021-12-24");
  }

  @Test
  void addsAndTakesAwayWorkingDays() {
    LocalDate saturday = LocalDate.of(2021, 12, 25);
    assertThat(DAYS.add(saturday, 1)).isEqualTo("2021-12-29");
    assertThat(DAYS.add(saturday, 5)).isEqualTo("2022-01-05");
    assertThat(DAYS.add(saturday, 0)).isEqualTo(saturday);
    assertThat(DAYS.add(LocalDate.of(2022, 1, 5), -5)).isEqualTo("2021-12-24");
    assertThat(DAYS.between(saturday, LocalDate.of(2022, 1, 5))).isEqualTo(4);
    assertThat(DAYS.between(LocalDate.of(2022, 1, 5), saturday)).isZero();
  }

  @Test
  void aYearThatIsNotPinnedIsAnError() {
    assertThatThrownBy(() -> DAYS.next(LocalDate.of(2030, 12, 31)))
        .isInstanceOf(BankHolidaysNotPinned.class)
        .hasMessage(
            "The bank holidays of 2031 are not known: this release has those of 2010 to 2030");
    assertThatThrownBy(() -> DAYS.isWorkingDay(LocalDate.of(2009, 12, 31)))
        .isInstanceOf(BankHolidaysNotPinned.class);
  }
}
