package council.framework.scheme;

import council.platform.scheme.Doc;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When providers can be placed on a framework. */
@Doc("When providers can be placed on the framework")
public sealed interface Admission {

  /** {@code ROUND}. */
  @Doc("One round fills the framework for its whole span; its places hold from the first day")
  record Round() implements Admission {}

  /** {@code OPEN}. */
  @Doc(
      value =
          "An open list: rounds can run and be awarded at any time and side by side; places hold"
              + " from the award to the framework's end",
      rules = "LAN-APL-01")
  record Open() implements Admission {}

  /** {@code WINDOWS}. */
  @Doc(
      value =
          "An open list that takes applications in windows only: rounds can be opened on the days"
              + " of a window, are awarded at any time and side by side",
      rules = "LAN-APL-01")
  record Windows(@Doc("The windows, earliest first") List<Window> windows) implements Admission {
    public Windows {
      windows = List.copyOf(windows);
    }

    /** The window that is open on a day. */
    public Optional<Window> findOpen(LocalDate day) {
      return windows.stream().filter(window -> window.holds(day)).findFirst();
    }

    /** The first window that opens after a day. */
    public Optional<Window> findNext(LocalDate day) {
      return windows.stream().filter(window -> window.from().isAfter(day)).findFirst();
    }
  }

  /** A span of days in which applications are taken. */
  @Doc("A span of days in which applications are taken")
  record Window(@Doc("First day") LocalDate from, @Doc("Last day") LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    /** Such as {@code 2026-04-01 to 2026-04-30}. */
    public String told() {
      return from + " to " + until;
    }
  }

  /** The word by which the document and the database name it. */
  default String word() {
    return switch (this) {
      case Round round -> "ROUND";
      case Open open -> "OPEN";
      case Windows windows -> "WINDOWS";
    };
  }
}
