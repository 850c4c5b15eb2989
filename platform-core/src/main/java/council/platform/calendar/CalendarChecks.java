package council.platform.calendar;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.scheme.SchemeView;
import council.platform.scheme.check.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the types of the section {@code calendar} cannot say. */
final class CalendarChecks {
  private static final WorkingDays PINNED = WorkingDays.ofEnglandAndWales();

  private final CalendarSection section;
  private final LocalDate effectiveFrom;
  private final Problems problems;

  private CalendarChecks(CalendarSection section, LocalDate effectiveFrom, Problems problems) {
    this.section = section;
    this.effectiveFrom = effectiveFrom;
    this.problems = problems;
  }

  static void check(CalendarSection section, SchemeView scheme, Problems problems) {
    Codes.check(section.periods().keySet(), "calendar.periods", problems);
    CalendarChecks checks = new CalendarChecks(section, scheme.effectiveFrom(), problems);
    section.periods().forEach((code, one) -> checks.calendar(one, CalendarSection.path(code)));
  }

  private void calendar(PeriodCalendar calendar, String path) {
    Codes.checkTitle(calendar.title(), path, problems);
    calendar
        .handSet()
        .forEach((period, due) -> handSet(calendar, period, due, path + ".handSet." + period));
    firstYear(calendar, path);
  }

  private void handSet(PeriodCalendar calendar, String code, LocalDate due, String path) {
    Optional<PeriodCalendar.Period> period = calendar.findPeriod(code);
    if (period.isEmpty()) {
      unknownPeriod(calendar, code, path);
      return;
    }
    LocalDate lastDay = period.get().to();
    if (!due.isAfter(lastDay)) {
      problems.warn(
          "DUE_BEFORE_PERIOD_ENDS",
          path,
          due,
          "a day after " + lastDay,
          "The due day %s is not after the last day of %s, which is %s."
              .formatted(due, code, lastDay));
    }
  }

  private void unknownPeriod(PeriodCalendar calendar, String code, String path) {
    int year =
        code.matches("[12][0-9]{3}.*")
            ? Integer.parseInt(code.substring(0, 4))
            : firstYear(calendar);
    List<String> codes = calendar.periods(year).stream().map(PeriodCalendar.Period::code).toList();
    problems.add(
        "UNKNOWN_PERIOD",
        path,
        code,
        "a period such as " + codes.getFirst() + " to " + codes.getLast(),
        "This calendar has no period \"" + code + "\"" + NearestName.hint(code, codes));
  }

  /** That the release must have bank holidays at all; later years come with later releases. */
  private void firstYear(PeriodCalendar calendar, String path) {
    DueDates dates = new DueDates(calendar, new CouncilDays(PINNED, section.closedDays()));
    calendar.periods(firstYear(calendar)).stream()
        .filter(period -> !calendar.handSet().containsKey(period.code()))
        .filter(period -> dates.findByRule(period).isEmpty())
        .findFirst()
        .ifPresent(period ->
            problems.warn(
                "BANK_HOLIDAYS_NOT_KNOWN",
                path + ".dueDay",
                period.code(),
                "due days set by hand, or a year from "
                    + PINNED.bankHolidays().keySet().stream().findFirst().orElseThrow().getYear(),
                "The due day of %s takes bank holidays that this release does not know."
                    .formatted(period.code())));
  }

  private int firstYear(PeriodCalendar calendar) {
    return calendar.yearOf(effectiveFrom);
  }
}
