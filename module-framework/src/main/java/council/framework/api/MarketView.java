package council.framework.api;

import council.framework.market.domain.Interval;
import council.framework.market.domain.Market;
import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How the market of a framework is shared, and how many people its locations can house. */
public interface MarketView {
  /** The market on a day, under the scheme in force on it. */
  Market view(Actor actor, String vehicle, LocalDate on);

  /** The market on a day of each framework that the scheme in force on it has, by code. */
  List<VehicleMarket> viewAll(Actor actor, LocalDate on);

  /**
   * The market on several days, from the first one on; zones and rate are those of the scheme in
   * force on the last day.
   *
   * @throws council.platform.problem.Refused {@code TOO_MANY_DAYS}, {@code BAD_SPAN}
   */
  List<Market> history(
      Actor actor, String vehicle, LocalDate from, LocalDate until, Interval every);

  /** Keeps how many people a location can house from a day on; answers the row's id. */
  UUID recordCapacity(Actor actor, RecordCapacity command);

  /** The market of one of several frameworks. */
  record VehicleMarket(String vehicle, Market market) {}

  /**
   * @param location reference of the location
   * @param from first day on which it can house so many
   * @param people how many
   * @param revision 0 for a new figure, else the revision of the one that is corrected
   */
  record RecordCapacity(String location, LocalDate from, int people, int revision) {}
}
