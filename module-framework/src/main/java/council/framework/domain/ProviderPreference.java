package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Winners by rank; who wins in more areas than the cap keeps those it prefers and withdraws from
 * the other areas that it wins in, and who then wins in more zones than the cap keeps its best
 * zones of the areas it prefers and withdraws from the other zones, everybody at once; again, until
 * nobody exceeds a cap.
 */
final class ProviderPreference {
  /** From an area or from a zone, by its code. */
  private record Withdrawal(String provider, String from) {}

  private final Contest contest;
  private final Set<Withdrawal> fromAreas = new HashSet<>();
  private final Set<Withdrawal> fromZones = new HashSet<>();

  private ProviderPreference(Contest contest) {
    this.contest = contest;
  }

  static Rulings rule(Contest contest) {
    return new ProviderPreference(contest).run();
  }

  private Rulings run() {
    List<Bid> winners = winners();
    while (withdraw(winners)) {
      winners = winners();
    }
    return rulings(winners);
  }

  private List<Bid> winners() {
    Map<String, Integer> taken = new HashMap<>();
    List<Bid> winners = new ArrayList<>();
    for (Bid bid : contest.candidates()) {
      if (competes(bid) && taken.getOrDefault(bid.zone(), 0) < contest.placesIn(bid.zone())) {
        taken.merge(bid.zone(), 1, Integer::sum);
        winners.add(bid);
      }
    }
    return winners;
  }

  private boolean competes(Bid bid) {
    return contest.capInTheWay(contest.heldBy(bid.provider()), bid).isEmpty()
        && !withdrewFromArea(bid)
        && !withdrewFromZone(bid);
  }

  private boolean withdrewFromArea(Bid bid) {
    return fromAreas.contains(new Withdrawal(bid.provider(), bid.area()));
  }

  private boolean withdrewFromZone(Bid bid) {
    return fromZones.contains(new Withdrawal(bid.provider(), bid.zone()));
  }

  /** Whether anybody had to withdraw. */
  private boolean withdraw(List<Bid> winners) {
    Map<String, List<Bid>> byProvider = new TreeMap<>();
    winners.forEach(
        bid -> byProvider.computeIfAbsent(bid.provider(), provider -> new ArrayList<>()).add(bid));
    boolean changed = false;
    for (Map.Entry<String, List<Bid>> wins : byProvider.entrySet()) {
      Holding held = contest.heldBy(wins.getKey());
      changed |= withdrawFromAreas(wins.getValue(), held);
      changed |= withdrawFromZones(wins.getValue(), held);
    }
    return changed;
  }

  private boolean withdrawFromAreas(List<Bid> wins, Holding held) {
    SortedSet<String> won = new TreeSet<>();
    wins.forEach(bid -> won.add(bid.area()));
    won.removeAll(held.areas());
    List<String> newAreas = new ArrayList<>(won);
    newAreas.sort(byPreference(wins.getFirst()));
    boolean changed = false;
    for (String area : beyond(contest.caps().areasLeft(held), newAreas)) {
      changed |= fromAreas.add(new Withdrawal(wins.getFirst().provider(), area));
    }
    return changed;
  }

  /**
   * The wins are in the order of the candidates, best first, and a sort keeps that within areas.
   */
  private boolean withdrawFromZones(List<Bid> wins, Holding held) {
    List<Bid> kept = new ArrayList<>(wins);
    kept.removeIf(this::withdrewFromArea);
    kept.sort(Comparator.comparing(Bid::area, byPreference(wins.getFirst())));
    boolean changed = false;
    for (Bid bid : beyond(contest.caps().zonesLeft(held), kept)) {
      changed |= fromZones.add(new Withdrawal(bid.provider(), bid.zone()));
    }
    return changed;
  }

  private static <T> List<T> beyond(int left, List<T> wins) {
    return wins.subList(Math.min(left, wins.size()), wins.size());
  }

  /** Areas that the application does not list come after, by code. */
  private static Comparator<String> byPreference(Bid bid) {
    List<String> preference = bid.application().areaPreference();
    Comparator<String> listed =
        Comparator.comparingInt(
            area -> preference.contains(area) ? preference.indexOf(area) : preference.size());
    return listed.thenComparing(Comparator.naturalOrder());
  }

  private Rulings rulings(List<Bid> winners) {
    Rulings rulings = Rulings.empty();
    Set<Bid> placed = new HashSet<>(winners);
    Map<String, Holding> holdings = new HashMap<>();
    winners.forEach(bid ->
        holdings.computeIfAbsent(bid.provider(), contest::heldBy).add(bid.area(), bid.zone()));
    for (Bid bid : contest.candidates()) {
      Holding held = holdings.getOrDefault(bid.provider(), contest.heldBy(bid.provider()));
      rulings.put(bid, placed.contains(bid) ? Ruling.PLACED : refusal(bid), held);
    }
    return rulings;
  }

  private Ruling refusal(Bid bid) {
    if (withdrewFromArea(bid)) {
      return Ruling.WITHDREW_FROM_AREA;
    }
    if (withdrewFromZone(bid)) {
      return Ruling.WITHDREW_FROM_ZONE;
    }
    return contest.capInTheWay(contest.heldBy(bid.provider()), bid).orElse(Ruling.PLACES_FULL);
  }
}
