package council.platform.calendar;

import council.platform.scheme.Declares;
import council.platform.scheme.Doc;
import council.platform.scheme.SchemeSection;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The scheme's {@code calendar}: the council's days and its reporting periods. */
@Doc("Days on which the council is closed, and calendars of reporting periods")
public record CalendarSection(
    @Doc("Days on which the council does not work, besides weekends and bank holidays")
        Set<LocalDate> closedDays,
    @Doc(
            value = "Calendars of periods by code; a calendar is the same for every contract",
            rules = "LAN-CM-35",
            affects = DetermineDueDays.KIND)
        @Declares("platform.calendar")
        Map<String, PeriodCalendar> periods) {

  /** The section as the host contributes it. */
  public static final SchemeSection<CalendarSection> SECTION =
      new SchemeSection<>("calendar", CalendarSection.class, CalendarChecks::check);

  static String path(String calendar) {
    return "calendar.periods." + calendar;
  }
}
