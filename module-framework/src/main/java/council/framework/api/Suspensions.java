package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stops on a provider's new business, its filling of voids, or both (LAN-PM-09, LAN-PM-10). */
public interface Suspensions {
  /** Suspends a provider that holds a place on the framework; answers the suspension's id. */
  UUID suspend(Actor actor, Suspend command);

  /** Ends a suspension on a day; what it stopped before stays stopped. */
  void lift(Actor actor, Lift command);

  /** Looks at a suspension again and leaves it as it is, up to the next look. */
  void review(Actor actor, Review command);

  /** What a suspension stops. */
  enum Scope {
    NEW_BUSINESS,
    FILLING_VOIDS,
    BOTH
  }

  /**
   * @param provider reference of the provider
   * @param until last day, absent for a suspension without an end
   * @param reviewOn day on which somebody looks at it again, absent where none is set
   * @param evidence what it rests on, such as references of records
   */
  record Suspend(
      String vehicle,
      String provider,
      Scope scope,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate reviewOn,
      String reason,
      @Nullable String evidence) {}

  /**
   * @param on the day of the review, today or earlier
   * @param nextReviewOn the next one, absent where none is set
   * @param reason why it stays, in the reviewer's words
   */
  record Review(
      UUID suspension,
      int revision,
      LocalDate on,
      @Nullable LocalDate nextReviewOn,
      String reason,
      @Nullable String evidence) {}

  /**
   * @param lastDay last day on which the suspension still holds
   */
  record Lift(UUID suspension, int revision, LocalDate lastDay, String reason) {}
}
