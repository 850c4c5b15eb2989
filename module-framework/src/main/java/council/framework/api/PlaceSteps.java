package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Steps by which places change after their award, as the scheme names them (LAN-FW-15, LAN-FW-16,
 * LAN-FW-23, LAN-FW-37 to LAN-FW-40). Each is decided by the scheme's rules, kept for good, and
 * refused with all problems at once. The day of a step may lie in the past, as far back as its
 * places, and in the future. Each method answers the step's id.
 */
public interface PlaceSteps {
  /** Moves a place to another tier of its zone. */
  UUID move(Actor actor, Move command);

  /** Ends places of a provider: removed, resigned, or its business re-commissioned. */
  UUID end(Actor actor, End command);

  /** Passes all places of a provider that was sold to the buyer, with its locations there. */
  UUID novate(Actor actor, Novate command);

  /** Gives a provider a place at one location only. */
  UUID admit(Actor actor, Admit command);

  /** A place and the revision that the caller saw. */
  record SeenPlace(UUID place, int revision) {}

  /**
   * @param step code of a step of the kind MOVE
   * @param on first day in the other tier
   * @param ground one of the step's grounds, where it has any
   */
  record Move(
      UUID place,
      int revision,
      String step,
      LocalDate on,
      @Nullable String ground,
      String reason,
      @Nullable String evidence) {}

  /**
   * @param places of one provider; where its business is re-commissioned, all that it holds
   * @param step code of a step of the kind REMOVE, RESIGN or RECOMMISSION
   * @param on first day on which they do not hold any more
   * @param due last day by which its locations have moved; the scheme's time where absent
   */
  record End(
      List<SeenPlace> places,
      String step,
      LocalDate on,
      @Nullable String ground,
      String reason,
      @Nullable String evidence,
      @Nullable LocalDate due) {}

  /**
   * @param places all that the seller holds from the day on
   * @param step code of a step of the kind NOVATE
   * @param buyer reference of the provider that has bought the business
   * @param on first day on which they are the buyer's
   */
  record Novate(
      List<SeenPlace> places,
      String step,
      String buyer,
      LocalDate on,
      @Nullable String ground,
      String reason,
      @Nullable String evidence) {}

  /**
   * @param step code of a step of the kind ADMIT_AT_SITE
   * @param provider reference of the provider
   * @param location reference of the location, at which it delivers on the day
   * @param on first day of the place
   */
  record Admit(
      String vehicle,
      String step,
      String provider,
      String location,
      LocalDate on,
      @Nullable String ground,
      String reason,
      @Nullable String evidence) {}
}
