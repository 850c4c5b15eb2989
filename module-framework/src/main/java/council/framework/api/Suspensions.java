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

  /** What a suspension stops. */
  enum Scope {
    NEW_BUSINESS,
    FILLING_VOIDS,
    BOTH
  }

  /**
   * @param provider reference of the provider
   * @param until last day, absent for a suspension without an end
   */
  record Suspend(
      String vehicle,
      String provider,
      Scope scope,
      LocalDate from,
      @Nullable LocalDate until,
      String reason) {}

  /**
   * @param lastDay last day on which the suspension still holds
   */
  record Lift(UUID suspension, int revision, LocalDate lastDay, String reason) {}
}
