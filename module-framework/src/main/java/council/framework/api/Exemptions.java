package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Locations that stay out of the transition for a time (LAN-FW-35, LAN-FW-36). When the time is
 * over the location's case is open again by itself.
 */
public interface Exemptions {
  /** Exempts the location of an open case; answers the exemption's id. */
  UUID grant(Actor actor, Grant command);

  /** Gives an exemption more time, as far as its kind allows. */
  void extend(Actor actor, Extend command);

  /** Ends an exemption before its time. */
  void end(Actor actor, End command);

  /**
   * @param transitionCase the case of the location
   * @param revision of the case
   * @param kind code of a kind of exemption of the scheme
   * @param from first day, today or earlier
   * @param until last day; the kind's longest time where absent
   */
  record Grant(
      UUID transitionCase,
      int revision,
      String kind,
      LocalDate from,
      @Nullable LocalDate until,
      String reason,
      @Nullable String evidence) {}

  /**
   * @param until new last day
   */
  record Extend(
      UUID exemption, int revision, LocalDate until, String reason, @Nullable String evidence) {}

  /**
   * @param lastDay last day on which it still holds
   */
  record End(UUID exemption, int revision, LocalDate lastDay, String reason) {}
}
