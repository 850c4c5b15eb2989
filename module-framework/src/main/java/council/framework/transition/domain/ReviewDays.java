package council.framework.transition.domain;

import council.framework.scheme.TierReview;
import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;

/** By when a place is reviewed, and by when locations move that a review recommends to move. */
public final class ReviewDays {
  private ReviewDays() {}

  /**
   * The framework's start and the review's months; for a place that begins on that day or later,
   * its own first day and as many months (LAN-FW-21).
   */
  public static LocalDate due(Vehicle vehicle, TierReview review, LocalDate placeFrom) {
    LocalDate due = vehicle.frameworkStart().plusMonths(review.withinMonths());
    return placeFrom.isBefore(due) ? due : placeFrom.plusMonths(review.withinMonths());
  }

  /**
   * The transition's months from the day on which they are set on their way, but not after the
   * framework's end, as nobody can take them over then; unless it has ended by that day already.
   */
  public static LocalDate moveBy(Vehicle vehicle, LocalDate on) {
    Transition transition = vehicle.transition();
    LocalDate day = on.plusMonths(transition == null ? 0 : transition.months());
    LocalDate end = vehicle.frameworkEnd();
    return end == null || !day.isAfter(end) || end.isBefore(on) ? day : end;
  }
}
