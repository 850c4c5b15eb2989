package council.platform.calendar;

import council.platform.decision.DecisionEngine;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The years of the calendars that either scheme has: all that there is to know is in them. */
@Singleton
final class CalendarCases implements LiveFacts<CalendarSection, CalendarFacts, CalendarYear> {
  /** What is due after a year is due within so many months. */
  private static final int MONTHS_AFTER = 4;

  private final DetermineDueDays engine;

  CalendarCases(WorkingDays workingDays) {
    this.engine = new DetermineDueDays(workingDays);
  }

  @Override
  public DecisionEngine<CalendarSection, CalendarFacts, CalendarYear> engine() {
    return engine;
  }

  @Override
  public List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit) {
    return cases(span, before, after).entrySet().stream()
        .filter(one -> seen == null || one.getKey().compareTo(seen) > 0)
        .limit(limit)
        .map(one -> new Case(one.getKey(), one.getValue()))
        .toList();
  }

  @Override
  public long countCases(Span span, SchemeView before, SchemeView after) {
    return cases(span, before, after).size();
  }

  @Override
  public Optional<CalendarFacts> findFacts(Case which, SchemeView scheme) {
    int slash = which.key().lastIndexOf('/');
    String calendar = which.key().substring(0, slash);
    int year = Integer.parseInt(which.key().substring(slash + 1));
    return scheme
        .findSection(CalendarSection.class)
        .filter(section -> section.periods().containsKey(calendar))
        .map(_ -> new CalendarFacts(calendar, year));
  }

  /** Titles by key, in order of the keys. */
  private static Map<String, String> cases(Span span, SchemeView before, SchemeView after) {
    Map<String, String> titles = new TreeMap<>();
    Stream.of(before, after)
        .flatMap(scheme -> scheme.findSection(CalendarSection.class).stream())
        .flatMap(section -> section.periods().entrySet().stream())
        .forEach(calendar ->
            years(calendar.getValue(), span)
                .forEach(year ->
                    titles.put(
                        calendar.getKey() + "/" + year,
                        calendar.getValue().title() + ", year from " + year)));
    return titles;
  }

  private static IntStream years(PeriodCalendar calendar, Span span) {
    return IntStream.rangeClosed(calendar.yearOf(span.from()) - 1, calendar.yearOf(span.to()))
        .filter(year -> {
          LocalDate afterwards = calendar.firstDay(year + 1).plusMonths(MONTHS_AFTER);
          return span.meets(calendar.firstDay(year), afterwards);
        });
  }
}
