package council.platform.calendar;

/** Where a due day goes that is no working day. */
public enum MoveTo {
  NEXT_WORKING_DAY,
  PREVIOUS_WORKING_DAY,
  NONE
}
