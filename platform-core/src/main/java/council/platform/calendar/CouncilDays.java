package council.platform.calendar;

import java.time.LocalDate;
import java.util.Set;

/** Working days of one council: those of England and Wales on which it is not closed. */
record CouncilDays(WorkingDays england, Set<LocalDate> closed) {
  boolean isWorkingDay(LocalDate day) {
    return england.isWorkingDay(day) && !closed.contains(day);
  }

  LocalDate after(LocalDate day, int workingDays) {
    LocalDate reached = day;
    for (int i = 0; i < workingDays; i++) {
      reached = sameOr(reached.plusDays(1), 1);
    }
    return reached;
  }

  LocalDate moved(LocalDate day, MoveTo moveTo) {
    return switch (moveTo) {
      case NEXT_WORKING_DAY -> sameOr(day, 1);
      case PREVIOUS_WORKING_DAY -> sameOr(day, -1);
      case NONE -> day;
    };
  }

  /** The day itself where it is a working day, else the first one in the direction. */
  private LocalDate sameOr(LocalDate day, int direction) {
    LocalDate reached = day;
    while (!isWorkingDay(reached)) {
      reached = reached.plusDays(direction);
    }
    return reached;
  }
}
