package council.platform.calendar;

import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says which periods a year of a calendar has and when the return of each is due. */
public final class DetermineDueDays
    implements DecisionEngine<CalendarSection, CalendarFacts, CalendarYear> {
  static final String KIND = "platform.calendar";
  static final String SET_BY_HAND = "dueDayIsSetByHand";
  static final String BY_RULE = "dueDayFollowsTheRule";
  static final String NOT_KNOWN = "bankHolidaysAreKnown";

  private final WorkingDays workingDays;

  public DetermineDueDays(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<CalendarSection> sectionType() {
    return CalendarSection.class;
  }

  @Override
  public Class<CalendarFacts> factsType() {
    return CalendarFacts.class;
  }

  @Override
  public Class<CalendarYear> resultType() {
    return CalendarYear.class;
  }

  /** The reasons are one for each period, in order. */
  @Override
  public Decided<CalendarYear> decide(CalendarSection section, CalendarFacts facts) {
    PeriodCalendar calendar = section.periods().get(facts.calendar());
    if (calendar == null) {
      throw new PlatformException(
          ErrorCode.NOT_FOUND, "The scheme has no calendar " + facts.calendar() + ".");
    }
    DueDates dates = new DueDates(calendar, new CouncilDays(workingDays, section.closedDays()));
    List<CalendarYear.Period> periods = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    for (PeriodCalendar.Period period : calendar.periods(facts.year())) {
      CalendarYear.Period decided = period(calendar, dates, period);
      periods.add(decided);
      reasons.add(reason(CalendarSection.path(facts.calendar()), dates, period, decided));
    }
    return new Decided<>(new CalendarYear(facts.calendar(), facts.year(), periods), reasons);
  }

  private static CalendarYear.Period period(
      PeriodCalendar calendar, DueDates dates, PeriodCalendar.Period period) {
    LocalDate byHand = calendar.handSet().get(period.code());
    LocalDate due = byHand != null ? byHand : dates.findByRule(period).orElse(null);
    return new CalendarYear.Period(period.code(), period.from(), period.to(), due, byHand != null);
  }

  private static Reason reason(
      String path, DueDates dates, PeriodCalendar.Period period, CalendarYear.Period decided) {
    Map<String, String> seen = new LinkedHashMap<>();
    seen.put("period", period.code());
    seen.put("lastDay", period.to().toString());
    dates.findByRule(period).ifPresent(day -> seen.put("byRule", day.toString()));
    if (decided.due() == null) {
      return Reason.of(NOT_KNOWN, path + ".dueDay", Reason.Verdict.FAILED, seen);
    }
    seen.put("due", decided.due().toString());
    return decided.setByHand()
        ? Reason.of(SET_BY_HAND, path + ".handSet." + period.code(), Reason.Verdict.PASSED, seen)
        : Reason.of(BY_RULE, path + ".dueDay", Reason.Verdict.PASSED, seen);
  }

  /** The due day of each period is an obligation of its own. */
  @Override
  public List<Effect> effects(CalendarFacts facts, Decided<CalendarYear> decided) {
    List<CalendarYear.Period> periods = decided.result().periods();
    return IntStream.range(0, periods.size())
        .mapToObj(i -> effect(facts, periods.get(i), decided.reasons().get(i)))
        .toList();
  }

  private static Effect effect(CalendarFacts facts, CalendarYear.Period period, Reason reason) {
    LocalDate due = period.due();
    return new Effect(
        "calendar/" + facts.calendar() + "/" + period.code(),
        Effect.Kind.OBLIGATION,
        null,
        "Due day of " + period.code() + " in " + facts.calendar(),
        due == null ? "not known yet" : "due " + due,
        null,
        due,
        List.of(reason));
  }
}
