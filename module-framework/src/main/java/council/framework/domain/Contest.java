package council.framework.domain;

import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The competition for the places of one tier.
 *
 * @param candidates pairs that pass the gate and hold no place in their zone yet, best first
 * @param cap most areas that a provider may hold, those held already included
 * @param held areas that count towards the cap and are held from earlier tiers, by provider
 */
record Contest(
    Tier.RankedPlaces tier, List<Bid> candidates, int cap, Map<String, Set<String>> held) {

  /** More areas than any geography has. */
  static final int NO_CAP = Integer.MAX_VALUE;

  static Contest of(
      Vehicle vehicle,
      Tier.RankedPlaces tier,
      List<Bid> candidates,
      Map<String, Set<String>> heldAreas) {
    Integer cap = vehicle.areaCap();
    return cap == null || !tier.capped()
        ? new Contest(tier, candidates, NO_CAP, Map.of())
        : new Contest(tier, candidates, cap, heldAreas);
  }

  int placesIn(String zone) {
    return tier.placesIn(zone);
  }

  /** A fresh copy of the areas that a provider holds from earlier tiers. */
  SortedSet<String> heldBy(String provider) {
    return new TreeSet<>(held.getOrDefault(provider, Set.of()));
  }

  /** Whether a provider that holds these areas may hold a place in that one too. */
  boolean mayHold(Set<String> areas, String area) {
    return areas.contains(area) || areas.size() < cap;
  }

  /** Why a pair got a place or got none. */
  enum Ruling {
    PLACED,
    PLACES_FULL,
    AREA_CAP,
    WITHDREW
  }

  /**
   * The outcome of a contest.
   *
   * @param rulings one for each candidate
   * @param areas areas that a provider held when its pair was ruled upon, by pair
   */
  record Rulings(Map<Bid, Ruling> rulings, Map<Bid, SortedSet<String>> areas) {
    static Rulings empty() {
      return new Rulings(new HashMap<>(), new HashMap<>());
    }

    void put(Bid bid, Ruling ruling, SortedSet<String> areasHeld) {
      rulings.put(bid, ruling);
      areas.put(bid, new TreeSet<>(areasHeld));
    }

    boolean placed(Bid bid) {
      return rulings.get(bid) == Ruling.PLACED;
    }
  }
}
