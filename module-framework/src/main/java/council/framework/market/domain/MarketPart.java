package council.framework.market.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A zone, an area or all zones of a framework on a day.
 *
 * @param code of the zone or area; absent for all
 * @param all what everybody in the zones has
 * @param framework what providers have that hold a place on the framework on that day
 * @param providers one line for each, by reference
 */
public record MarketPart(
    Kind kind,
    @Nullable String code,
    Totals all,
    Totals framework,
    Housing housing,
    Standing standing,
    List<Line> providers) {
  public MarketPart {
    providers = List.copyOf(providers);
  }

  /** What it is. */
  public enum Kind {
    ALL,
    AREA,
    ZONE
  }

  /**
   * @param providers that have a location there
   * @param unknownPeople locations whose people are not known; they count 0
   * @param unknownHours locations whose hours are not known; they count 0
   * @param yearlyValue pounds; absent where no rate is set
   * @param concentration by measure; absent where nobody has anything of it
   */
  public record Totals(
      int providers,
      int locations,
      long people,
      int unknownPeople,
      BigDecimal weeklyHours,
      int unknownHours,
      @Nullable BigDecimal yearlyValue,
      Map<Measure, BigDecimal> concentration) {
    public Totals {
      concentration = Collections.unmodifiableMap(concentration);
    }
  }

  /**
   * @param capacity people whom the locations with a known capacity can house
   * @param voids free capacity of those whose people are known too
   * @param overfull people beyond the capacity
   * @param unknown locations of which capacity or people are not known
   */
  public record Housing(long capacity, long voids, long overfull, int unknown) {}

  /**
   * Providers of the framework by where they stand.
   *
   * @param inForce that hold a place on that day, by its tier; who holds places of two tiers counts
   *     in both
   * @param holders that hold a place on that day, each once
   * @param suspended of them
   * @param ended that held a place and hold none on that day
   */
  public record Standing(
      SortedMap<String, Integer> inForce, int holders, int suspended, int ended) {
    public Standing {
      inForce = Collections.unmodifiableSortedMap(inForce);
    }
  }

  /**
   * What a provider has.
   *
   * @param onFramework whether it holds a place of the framework on that day, in whatever zone
   * @param ofAll percent of what everybody has, by measure; the printed shares add up to 100
   * @param ofFramework percent of what providers on the framework have; empty for others
   */
  public record Line(
      String provider,
      boolean onFramework,
      int locations,
      long people,
      BigDecimal weeklyHours,
      @Nullable BigDecimal yearlyValue,
      Map<Measure, BigDecimal> ofAll,
      Map<Measure, BigDecimal> ofFramework) {
    public Line {
      ofAll = Collections.unmodifiableMap(ofAll);
      ofFramework = Collections.unmodifiableMap(ofFramework);
    }
  }
}
