package council.framework.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the allocation of places with the greatest total. */
@FunctionalInterface
public interface PlacementSolver {

  /**
   * Indices of the options to take: the greatest total that can be had, and among several such
   * allocations the one that takes the earliest options (compared option by option from the first).
   * The same problem always gives the same answer.
   */
  Set<Integer> solve(Problem problem);

  /**
   * One place that could be given.
   *
   * @param value what it adds to the total; not negative
   */
  record Option(String provider, String zone, String area, long value) {}

  /**
   * What a provider holds in any case.
   *
   * @param zones how many zones; none of the options is in one of them
   */
  record Held(Set<String> areas, int zones) {
    public static final Held NOTHING = new Held(Set.of(), 0);

    public Held {
      areas = Set.copyOf(areas);
    }
  }

  /**
   * What may be taken.
   *
   * @param options in the order of preference between equal totals
   * @param placesByZone most options that may be taken in a zone
   * @param held what a provider holds in any case
   * @param areaCap most areas for a provider, those it holds in any case included
   * @param zoneCap most zones for a provider, those it holds in any case included
   */
  record Problem(
      List<Option> options,
      Map<String, Integer> placesByZone,
      Map<String, Held> held,
      int areaCap,
      int zoneCap) {
    public Problem {
      options = List.copyOf(options);
      placesByZone = Map.copyOf(placesByZone);
      held = Map.copyOf(held);
    }

    public Held heldBy(String provider) {
      return held.getOrDefault(provider, Held.NOTHING);
    }
  }
}
