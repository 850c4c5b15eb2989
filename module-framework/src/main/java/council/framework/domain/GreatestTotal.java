package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import council.framework.domain.PlacementSolver.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The allocation with the greatest sum of scores, found by a solver and proven to be the greatest.
 */
final class GreatestTotal {
  private GreatestTotal() {}

  static Rulings rule(Contest contest, PlacementSolver solver) {
    List<Bid> candidates = contest.candidates();
    Set<Bid> placed = new HashSet<>();
    for (int index : solver.solve(problem(contest))) {
      placed.add(candidates.get(index));
    }
    Map<String, SortedSet<String>> areas = new HashMap<>();
    placed.forEach(bid -> areas.computeIfAbsent(bid.provider(), contest::heldBy).add(bid.area()));
    Rulings rulings = Rulings.empty();
    for (Bid bid : candidates) {
      SortedSet<String> held = areas.getOrDefault(bid.provider(), contest.heldBy(bid.provider()));
      Ruling refusal = contest.mayHold(held, bid.area()) ? Ruling.PLACES_FULL : Ruling.AREA_CAP;
      rulings.put(bid, placed.contains(bid) ? Ruling.PLACED : refusal, held);
    }
    return rulings;
  }

  private static PlacementSolver.Problem problem(Contest contest) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Set<String>> held = new HashMap<>();
    for (Bid bid : contest.candidates()) {
      places.put(bid.zone(), contest.placesIn(bid.zone()));
      held.put(bid.provider(), contest.heldBy(bid.provider()));
    }
    List<Option> options =
        contest.candidates().stream()
            .map(bid ->
                new Option(
                    bid.provider(),
                    bid.zone(),
                    bid.area(),
                    bid.total().unscaledValue().longValueExact()))
            .toList();
    return new PlacementSolver.Problem(options, places, held, contest.cap());
  }
}
