package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * Best pairs of all zones first; a pair that finds no place or would break the cap is passed over.
 */
final class HighestScoreFirst {
  private HighestScoreFirst() {}

  static Rulings rule(Contest contest) {
    Rulings rulings = Rulings.empty();
    Map<String, Integer> taken = new HashMap<>();
    Map<String, SortedSet<String>> areas = new HashMap<>();
    for (Bid bid : contest.candidates()) {
      SortedSet<String> held = areas.computeIfAbsent(bid.provider(), contest::heldBy);
      Ruling ruling = rule(contest, bid, taken.getOrDefault(bid.zone(), 0), held);
      rulings.put(bid, ruling, held);
      if (ruling == Ruling.PLACED) {
        taken.merge(bid.zone(), 1, Integer::sum);
        held.add(bid.area());
      }
    }
    return rulings;
  }

  private static Ruling rule(Contest contest, Bid bid, int taken, SortedSet<String> held) {
    if (taken >= contest.placesIn(bid.zone())) {
      return Ruling.PLACES_FULL;
    }
    return contest.mayHold(held, bid.area()) ? Ruling.PLACED : Ruling.AREA_CAP;
  }
}
