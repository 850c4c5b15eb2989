package council.framework.domain;

import council.framework.scheme.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The competition for the places of one tier.
 *
 * @param candidates pairs that pass the gate and hold no place in their zone yet, best first
 * @param held what counts towards the caps and is held already, by provider
 * @param room how many more a lot takes by the market model; a lot that is left out takes any
 *     number
 */
record Contest(
    Tier.Contested tier,
    List<Bid> candidates,
    Caps caps,
    Map<String, Holding> held,
    Map<String, Integer> room) {

  int placesIn(String zone) {
    return Math.min(tier.placesIn(zone), room.getOrDefault(zone, Integer.MAX_VALUE));
  }

  /** A fresh copy of what a provider holds from earlier tiers or rounds. */
  Holding heldBy(String provider) {
    return held.getOrDefault(provider, new Holding()).copy();
  }

  /** Why a provider that holds this cannot hold a place there too; empty where it can. */
  Optional<Ruling> capInTheWay(Holding holding, Bid bid) {
    return caps.inTheWay(holding, bid);
  }

  /** Why a pair got a place or got none. */
  enum Ruling {
    PLACED,
    PLACES_FULL,
    AREA_CAP,
    ZONE_CAP,
    WITHDREW_FROM_AREA,
    WITHDREW_FROM_ZONE
  }

  /**
   * The outcome of a contest.
   *
   * @param rulings one for each candidate
   * @param holdings what a provider held when its pair was ruled upon, by pair
   */
  record Rulings(Map<Bid, Ruling> rulings, Map<Bid, Holding> holdings) {
    static Rulings empty() {
      return new Rulings(new HashMap<>(), new HashMap<>());
    }

    void put(Bid bid, Ruling ruling, Holding held) {
      rulings.put(bid, ruling);
      holdings.put(bid, held.copy());
    }

    Optional<Ruling> find(Bid bid) {
      return Optional.ofNullable(rulings.get(bid));
    }

    Holding holdingAt(Bid bid) {
      return holdings.getOrDefault(bid, new Holding());
    }

    boolean placed(Bid bid) {
      return rulings.get(bid) == Ruling.PLACED;
    }
  }
}
