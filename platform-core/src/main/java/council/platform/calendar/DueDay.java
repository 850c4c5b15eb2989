package council.platform.calendar;

import council.platform.scheme.Doc;
import council.platform.scheme.Range;

/** The rule for the day on which something about a period is due. */
public sealed interface DueDay {
  /** A day of the month after the period; the month's last day where it has no such day. */
  record DayOfNextMonth(@Doc("Day of the month") @Range(min = "1", max = "31") int day)
      implements DueDay {}

  /** So many working days of the council after the period's last day. */
  record WorkingDaysAfter(@Doc("Working days") @Range(min = "1", max = "60") int days)
      implements DueDay {}
}
