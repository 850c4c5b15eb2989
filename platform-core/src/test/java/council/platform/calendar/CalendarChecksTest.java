package council.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestScheme;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarChecksTest {
  private static final LocalDate APRIL_2020 = LocalDate.of(2020, 4, 1);

  @Test
  void aDayBeforeThePeriodEndsIsAWarningAndStandsInNobodysWay() {
    Problems problems = check(Map.of("2020/21-Q3", LocalDate.of(2020, 12, 31)), APRIL_2020);
    assertThat(problems.none()).isTrue();
    assertThat(problems.warnings()).hasSize(1);
    Problem warning = problems.warnings().getFirst();
    assertThat(warning.code()).isEqualTo("DUE_BEFORE_PERIOD_ENDS");
    assertThat(warning.path()).isEqualTo("calendar.periods.KPI.handSet.2020/21-Q3");
    assertThat(warning.expected()).isEqualTo("a day after 2020-12-31");
    assertThat(check(Map.of("2020/21-Q3", LocalDate.of(2021, 1, 1)), APRIL_2020).warnings())
        .isEmpty();
  }

  @Test
  void aYearWithoutKnownBankHolidaysIsAWarning() {
    Problems problems = check(Map.of(), LocalDate.of(2040, 4, 1));
    assertThat(problems.none()).isTrue();
    assertThat(problems.warnings())
        .extracting(Problem::code)
        .containsExactly("BANK_HOLIDAYS_NOT_KNOWN");
  }

  @Test
  void aDayForAPeriodThatTheCalendarDoesNotHaveIsAProblemWithTheNearestPeriod() {
    Problems problems = check(Map.of("2020/21-QQ3", LocalDate.of(2021, 1, 18)), APRIL_2020);
    assertThat(problems.list()).extracting(Problem::code).containsExactly("UNKNOWN_PERIOD");
    assertThat(problems.list().getFirst().message()).contains("did you mean \"2020/21-Q3\"?");
  }

  private static Problems check(Map<String, LocalDate> handSet, LocalDate effectiveFrom) {
    PeriodCalendar calendar =
        new PeriodCalendar(
            "KPIs",
            4,
            Interval.QUARTER,
            new DueDay.DayOfNextMonth(15),
            MoveTo.NEXT_WORKING_DAY,
            handSet);
    CalendarSection section = new CalendarSection(Set.of(), Map.of("KPI", calendar));
    Problems problems = new Problems();
    CalendarSection.SECTION
        .check()
        .check(section, new TestScheme("x", effectiveFrom, section), problems);
    return problems;
  }
}
