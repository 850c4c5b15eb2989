package council.platform.calendar;

import java.time.LocalDate;
import java.util.Set;

/** A working day was asked for in a year whose bank holidays this release does not know. */
public final class BankHolidaysNotPinned extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final LocalDate date;

  BankHolidaysNotPinned(LocalDate date, Set<Integer> years) {
    super(
        "The bank holidays of "
            + date.getYear()
            + " are not known: this release has those of "
            + years.stream().min(Integer::compare).orElseThrow()
            + " to "
            + years.stream().max(Integer::compare).orElseThrow());
    this.date = date;
  }

  public LocalDate date() {
    return date;
  }
}
