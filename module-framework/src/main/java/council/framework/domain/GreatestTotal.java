package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import council.framework.domain.PlacementSolver.Held;
import council.framework.domain.PlacementSolver.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    Map<String, Holding> holdings = new HashMap<>();
    placed.forEach(bid ->
        holdings.computeIfAbsent(bid.provider(), contest::heldBy).add(bid.area(), bid.zone()));
    Rulings rulings = Rulings.empty();
    for (Bid bid : candidates) {
      Holding held = holdings.getOrDefault(bid.provider(), contest.heldBy(bid.provider()));
      Ruling refusal = contest.capInTheWay(held, bid).orElse(Ruling.PLACES_FULL);
      rulings.put(bid, placed.contains(bid) ? Ruling.PLACED : refusal, held);
    }
    return rulings;
  }

  private static PlacementSolver.Problem problem(Contest contest) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Held> held = new HashMap<>();
    for (Bid bid : contest.candidates()) {
      places.put(bid.zone(), contest.placesIn(bid.zone()));
      Holding holding = contest.heldBy(bid.provider());
      held.put(bid.provider(), new Held(holding.areas(), holding.zones().size()));
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
    return new PlacementSolver.Problem(
        options, places, held, contest.caps().areas(), contest.caps().zones());
  }
}
