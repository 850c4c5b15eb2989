package council.platform.calendar;

/**
 * What is asked: a year of a calendar.
 *
 * @param calendar its code
 * @param year the calendar year in which it begins
 */
public record CalendarFacts(String calendar, int year) {}
