package council.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.TestScheme;
import council.platform.calendar.DueDay.DayOfNextMonth;
import council.platform.calendar.DueDay.WorkingDaysAfter;
import council.platform.decision.Decided;
import council.platform.decision.Effect;
import council.platform.json.CanonicalJson;
import council.platform.problem.PlatformException;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetermineDueDaysTest {
  private static final WorkingDays ENGLAND = WorkingDays.ofEnglandAndWales();
  private static final DetermineDueDays ENGINE = new DetermineDueDays(ENGLAND);
  private static final LocalDate JANUARY_18 = LocalDate.of(2021, 1, 18);

  /** Interval, period, first day, last day, due day: as one council printed them for 2020/21. */
  private static final String PRINTED =
      """
      QUARTER,2020/21-Q1,2020-04-01,2020-06-30,2020-07-15
      QUARTER,2020/21-Q2,2020-07-01,2020-09-30,2020-10-15
      QUARTER,2020/21-Q3,2020-10-01,2020-12-31,2021-01-18
      QUARTER,2020/21-Q4,2021-01-01,2021-03-31,2021-04-15
      HALF_YEAR,2020/21-H1,2020-04-01,2020-09-30,2020-10-15
      HALF_YEAR,2020/21-H2,2020-10-01,2021-03-31,2021-04-15
      YEAR,2020/21-Y1,2020-04-01,2021-03-31,2021-04-15
      """;

  @Test
  void givesThePrintedCalendarWithTheThirdQuarterSetByHand() {
    List<String> lines = new ArrayList<>();
    for (Interval interval : List.of(Interval.QUARTER, Interval.HALF_YEAR, Interval.YEAR)) {
      Map<String, LocalDate> handSet =
          interval == Interval.QUARTER ? Map.of("2020/21-Q3", JANUARY_18) : Map.of();
      decide(calendar(interval, new DayOfNextMonth(15), handSet), 2020).result().periods().stream()
          .map(p ->
              String.join(",", interval.name(), p.code(), p.from() + "", p.to() + "", p.due() + ""))
          .forEach(lines::add);
    }
    assertThat(lines).isEqualTo(PRINTED.lines().toList());
  }

  @Test
  void theRuleAloneWouldGiveTheFifteenthOfJanuary() {
    Decided<CalendarYear> byRule =
        decide(calendar(Interval.QUARTER, new DayOfNextMonth(15), Map.of()), 2020);
    assertThat(due(byRule, 2)).isEqualTo("2021-01-15");
    assertThat(byRule.result().periods().get(2).setByHand()).isFalse();
  }

  @Test
  void saysWhetherADayIsSetByHandAndWhatTheRuleWouldGive() {
    Decided<CalendarYear> decided =
        decide(
            calendar(Interval.QUARTER, new DayOfNextMonth(15), Map.of("2020/21-Q3", JANUARY_18)),
            2020);
    CalendarReasonTexts texts = new CalendarReasonTexts();
    assertThat(texts.findSentence(decided.reasons().get(2)))
        .contains(
            "The due day of 2020/21-Q3 is set by hand: 2021-01-18; the rule would give"
                + " 2021-01-15.");
    assertThat(texts.findSentence(decided.reasons().get(0)))
        .contains("2020/21-Q1 ends on 2020-06-30, so by the rule it is due on 2020-07-15.");
    assertThat(decided.reasons().get(2).schemePath())
        .isEqualTo("calendar.periods.KPI.handSet.2020/21-Q3");
  }

  @Test
  void movesToAWorkingDayAndPassesBankHolidaysAndClosedDays() {
    PeriodCalendar months = calendar(Interval.MONTH, new DayOfNextMonth(25), Map.of());
    assertThat(due(decide(months, 2020), 7)).isEqualTo("2020-12-29");
    CalendarSection closed =
        new CalendarSection(Set.of(LocalDate.of(2020, 12, 29)), Map.of("KPI", months));
    assertThat(due(ENGINE.decide(closed, new CalendarFacts("KPI", 2020)), 7))
        .isEqualTo("2020-12-30");
    PeriodCalendar back =
        new PeriodCalendar(
            "x", 4, Interval.MONTH, new DayOfNextMonth(25), MoveTo.PREVIOUS_WORKING_DAY, Map.of());
    assertThat(due(decide(back, 2020), 7)).isEqualTo("2020-12-24");
    PeriodCalendar still =
        new PeriodCalendar("x", 4, Interval.MONTH, new DayOfNextMonth(25), MoveTo.NONE, Map.of());
    assertThat(due(decide(still, 2020), 7)).isEqualTo("2020-12-25");
  }

  @Test
  void theThirtyFirstIsTheLastDayOfAShorterMonth() {
    PeriodCalendar months =
        new PeriodCalendar("x", 1, Interval.MONTH, new DayOfNextMonth(31), MoveTo.NONE, Map.of());
    CalendarYear year = decide(months, 2020).result();
    assertThat(year.periods().get(0).due()).isEqualTo(LocalDate.of(2020, 2, 29));
    assertThat(year.periods().get(0).code()).isEqualTo("2020-M01");
    assertThat(year.periods()).hasSize(12);
  }

  @Test
  void countsWorkingDaysAfterThePeriod() {
    PeriodCalendar quarters = calendar(Interval.QUARTER, new WorkingDaysAfter(11), Map.of());
    assertThat(due(decide(quarters, 2020), 0)).isEqualTo("2020-07-15");
    assertThat(due(decide(quarters, 2020), 2)).isEqualTo("2021-01-18");
    assertThat(due(decide(quarters, 2020), 3)).isEqualTo("2021-04-19");
  }

  @Test
  void knowsNoDueDayWhereTheBankHolidaysAreNotPinnedButTakesOneSetByHand() {
    Map<String, LocalDate> byHand = Map.of("2035/36-Q1", LocalDate.of(2035, 7, 16));
    Decided<CalendarYear> decided =
        decide(calendar(Interval.QUARTER, new DayOfNextMonth(15), byHand), 2035);
    assertThat(due(decided, 0)).isEqualTo("2035-07-16");
    assertThat(decided.result().periods().get(1).due()).isNull();
    assertThat(decided.reasons().get(1).failed()).isTrue();
    assertThat(new CalendarReasonTexts().findSentence(decided.reasons().get(1)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("not known"));
  }

  @Test
  void refusesACalendarThatTheSchemeDoesNotHave() {
    CalendarSection none = new CalendarSection(Set.of(), Map.of());
    assertThatThrownBy(() -> ENGINE.decide(none, new CalendarFacts("KPI", 2020)))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void eachDueDayIsAnObligationThatCanBeCompared() {
    CalendarFacts facts = new CalendarFacts("KPI", 2020);
    List<Effect> before =
        ENGINE.effects(
            facts, decide(calendar(Interval.QUARTER, new DayOfNextMonth(15), Map.of()), 2020));
    List<Effect> after =
        ENGINE.effects(
            facts,
            decide(
                calendar(
                    Interval.QUARTER, new DayOfNextMonth(15), Map.of("2020/21-Q3", JANUARY_18)),
                2020));
    assertThat(before).extracting(Effect::key).startsWith("calendar/KPI/2020/21-Q1").hasSize(4);
    assertThat(before).extracting(Effect::kind).containsOnly(Effect.Kind.OBLIGATION);
    assertThat(after.get(2).due()).isEqualTo(JANUARY_18);
    assertThat(before.get(2).comesOutAs(after.get(2))).isFalse();
    assertThat(before.get(1).comesOutAs(after.get(1))).isTrue();
  }

  @Test
  void periodsFollowEachOtherAndDueDaysAreWorkingDays() {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      PeriodCalendar calendar = anyCalendar(random);
      int year = 2011 + random.nextInt(17);
      CalendarYear decided = decide(calendar, year).result();
      LocalDate next = LocalDate.of(year, calendar.firstMonth(), 1);
      for (CalendarYear.Period period : decided.periods()) {
        assertThat(period.from()).isEqualTo(next);
        assertThat(period.due()).isAfter(period.to().minusDays(5));
        assertThat(
                calendar.moveTo() == MoveTo.NONE
                    || ENGLAND.isWorkingDay(Objects.requireNonNull(period.due())))
            .isTrue();
        assertThat(calendar.findPeriod(period.code())).isPresent();
        next = period.to().plusDays(1);
      }
      assertThat(next).isEqualTo(LocalDate.of(year + 1, calendar.firstMonth(), 1));
    }
  }

  @Test
  void factsAndResultSurviveCanonicalJson() {
    CalendarYear year =
        decide(calendar(Interval.QUARTER, new DayOfNextMonth(15), Map.of()), 2034).result();
    assertThat(CanonicalJson.read(CanonicalJson.text(year), CalendarYear.class)).isEqualTo(year);
  }

  @Test
  void casesAreTheYearsOfTheCalendarsOfEitherScheme() {
    CalendarCases cases = new CalendarCases(ENGLAND);
    PeriodCalendar quarters = calendar(Interval.QUARTER, new DayOfNextMonth(15), Map.of());
    TestScheme before = scheme(Map.of("KPI", quarters));
    TestScheme after = scheme(Map.of("KPI", quarters, "NEW", quarters));
    Span span = new Span(LocalDate.of(2020, 9, 1), LocalDate.of(2021, 4, 30));
    assertThat(cases.listCases(span, before, after, null, 10))
        .extracting(LiveFacts.Case::key)
        .containsExactly("KPI/2020", "KPI/2021", "NEW/2020", "NEW/2021");
    assertThat(cases.countCases(span, before, after)).isEqualTo(4);
    assertThat(cases.listCases(span, before, after, "KPI/2021", 1))
        .extracting(LiveFacts.Case::key)
        .containsExactly("NEW/2020");
    LiveFacts.Case added = new LiveFacts.Case("NEW/2020", "x");
    assertThat(cases.findFacts(added, before)).isEmpty();
    assertThat(cases.findFacts(added, after)).contains(new CalendarFacts("NEW", 2020));
  }

  @Test
  void aYearIsACaseWhileItsLastDueDayMayComeYet() {
    CalendarCases cases = new CalendarCases(ENGLAND);
    TestScheme scheme =
        scheme(Map.of("KPI", calendar(Interval.YEAR, new DayOfNextMonth(15), Map.of())));
    Span april = new Span(LocalDate.of(2021, 4, 15), LocalDate.of(2021, 4, 15));
    assertThat(cases.listCases(april, scheme, scheme, null, 10))
        .extracting(LiveFacts.Case::key)
        .containsExactly("KPI/2020", "KPI/2021");
  }

  private static PeriodCalendar anyCalendar(Random random) {
    DueDay due =
        random.nextBoolean()
            ? new DayOfNextMonth(1 + random.nextInt(31))
            : new WorkingDaysAfter(1 + random.nextInt(60));
    return new PeriodCalendar(
        "x",
        1 + random.nextInt(12),
        Interval.values()[random.nextInt(4)],
        due,
        MoveTo.values()[random.nextInt(3)],
        Map.of());
  }

  private static TestScheme scheme(Map<String, PeriodCalendar> calendars) {
    return new TestScheme("x", LocalDate.EPOCH, new CalendarSection(Set.of(), calendars));
  }

  private static PeriodCalendar calendar(
      Interval interval, DueDay due, Map<String, LocalDate> handSet) {
    return new PeriodCalendar("KPIs", 4, interval, due, MoveTo.NEXT_WORKING_DAY, handSet);
  }

  private static Decided<CalendarYear> decide(PeriodCalendar calendar, int year) {
    return ENGINE.decide(
        new CalendarSection(Set.of(), Map.of("KPI", calendar)), new CalendarFacts("KPI", year));
  }

  private static String due(Decided<CalendarYear> decided, int period) {
    return String.valueOf(decided.result().periods().get(period).due());
  }
}
