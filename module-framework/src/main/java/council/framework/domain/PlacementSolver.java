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
   * What may be taken.
   *
   * @param options in the order of preference between equal totals
   * @param placesByZone most options that may be taken in a zone
   * @param heldAreas areas that a provider holds in any case
   * @param areaCap most areas for a provider, those it holds in any case included
   */
  record Problem(
      List<Option> options,
      Map<String, Integer> placesByZone,
      Map<String, Set<String>> heldAreas,
      int areaCap) {
    public Problem {
      options = List.copyOf(options);
      placesByZone = Map.copyOf(placesByZone);
      heldAreas = Map.copyOf(heldAreas);
    }
  }
}
