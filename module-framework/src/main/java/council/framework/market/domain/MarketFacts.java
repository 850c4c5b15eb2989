package council.framework.market.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a framework's market over some days.
 *
 * @param areaByZone the zones that the framework covers, each with its area
 * @param hourlyRate pounds that an hour costs on the framework; absent where no rate is set
 * @param locations all periods of all locations in those zones
 * @param places all places of the framework
 * @param suspensions all suspensions on the framework
 * @param capacities of locations, by their first day
 */
public record MarketFacts(
    Map<String, String> areaByZone,
    @Nullable BigDecimal hourlyRate,
    List<LocationPeriod> locations,
    List<PlaceSpan> places,
    List<Stop> suspensions,
    List<Capacity> capacities) {
  public MarketFacts {
    areaByZone = java.util.Collections.unmodifiableMap(new TreeMap<>(areaByZone));
    locations = List.copyOf(locations);
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
    capacities = List.copyOf(capacities);
  }

  /**
   * A location while one provider holds it with the same figures.
   *
   * @param until first day that does not belong to it; absent while it lasts
   * @param hourlyRate pounds that an hour costs there where it is another than the framework's
   */
  public record LocationPeriod(
      String location,
      String provider,
      String zone,
      @Nullable Integer people,
      @Nullable BigDecimal weeklyHours,
      @Nullable BigDecimal hourlyRate,
      LocalDate from,
      @Nullable LocalDate until) {}

  /**
   * A place.
   *
   * @param until first day on which it does not hold any more; absent where no end is set
   */
  public record PlaceSpan(
      String provider, String zone, String tier, LocalDate from, @Nullable LocalDate until) {}

  /** A suspension, whatever it covers. */
  public record Stop(String provider, LocalDate from, @Nullable LocalDate until) {}

  /** How many people a location can house from a day on. */
  public record Capacity(String location, LocalDate from, int people) {}

  static boolean holds(LocalDate from, @Nullable LocalDate until, LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
