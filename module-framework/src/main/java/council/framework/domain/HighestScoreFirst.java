package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import java.util.HashMap;
import java.util.Map;

/**
 * Best pairs of all zones first; a pair that finds no place or would break a cap is passed over.
 */
final class HighestScoreFirst {
  private HighestScoreFirst() {}

  static Rulings rule(Contest contest) {
    Rulings rulings = Rulings.empty();
    Map<String, Integer> taken = new HashMap<>();
    Map<String, Holding> holdings = new HashMap<>();
    for (Bid bid : contest.candidates()) {
      Holding held = holdings.computeIfAbsent(bid.provider(), contest::heldBy);
      Ruling ruling = rule(contest, bid, taken.getOrDefault(bid.zone(), 0), held);
      rulings.put(bid, ruling, held);
      if (ruling == Ruling.PLACED) {
        taken.merge(bid.zone(), 1, Integer::sum);
        held.add(bid.area(), bid.zone());
      }
    }
    return rulings;
  }

  private static Ruling rule(Contest contest, Bid bid, int taken, Holding held) {
    if (taken >= contest.placesIn(bid.zone())) {
      return Ruling.PLACES_FULL;
    }
    return contest.capInTheWay(held, bid).orElse(Ruling.PLACED);
  }
}
