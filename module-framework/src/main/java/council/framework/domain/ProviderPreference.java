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
 * the other areas that it wins in, everybody at once; again, until nobody exceeds the cap.
 */
final class ProviderPreference {
  private record Withdrawal(String provider, String area) {}

  private final Contest contest;
  private final Set<Withdrawal> withdrawn = new HashSet<>();

  private ProviderPreference(Contest contest) {
    this.contest = contest;
  }

  static Rulings rule(Contest contest) {
    return new ProviderPreference(contest).run();
  }

  private Rulings run() {
    List<Bid> winners = winners();
    while (withdrawFrom(winners)) {
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
    return contest.mayHold(contest.heldBy(bid.provider()), bid.area())
        && !withdrawn.contains(new Withdrawal(bid.provider(), bid.area()));
  }

  /** Whether anybody had to withdraw. */
  private boolean withdrawFrom(List<Bid> winners) {
    boolean changed = false;
    for (Bid bid : firstOfEachProvider(winners)) {
      SortedSet<String> held = contest.heldBy(bid.provider());
      List<String> newAreas = new ArrayList<>(areasWon(winners, bid.provider()));
      newAreas.removeAll(held);
      newAreas.sort(byPreference(bid));
      for (String area : newAreas.subList(Math.min(left(held), newAreas.size()), newAreas.size())) {
        changed |= withdrawn.add(new Withdrawal(bid.provider(), area));
      }
    }
    return changed;
  }

  private int left(Set<String> held) {
    return Math.max(0, contest.cap() - held.size());
  }

  private static Iterable<Bid> firstOfEachProvider(List<Bid> winners) {
    Map<String, Bid> first = new TreeMap<>();
    winners.forEach(bid -> first.putIfAbsent(bid.provider(), bid));
    return first.values();
  }

  private static SortedSet<String> areasWon(List<Bid> winners, String provider) {
    SortedSet<String> areas = new TreeSet<>();
    winners.stream().filter(b -> b.provider().equals(provider)).forEach(b -> areas.add(b.area()));
    return areas;
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
    Map<String, SortedSet<String>> areas = new HashMap<>();
    winners.forEach(bid -> areas.computeIfAbsent(bid.provider(), contest::heldBy).add(bid.area()));
    for (Bid bid : contest.candidates()) {
      SortedSet<String> held = areas.getOrDefault(bid.provider(), contest.heldBy(bid.provider()));
      rulings.put(bid, placed.contains(bid) ? Ruling.PLACED : refusal(bid), held);
    }
    return rulings;
  }

  private Ruling refusal(Bid bid) {
    if (withdrawn.contains(new Withdrawal(bid.provider(), bid.area()))) {
      return Ruling.WITHDREW;
    }
    return competes(bid) ? Ruling.PLACES_FULL : Ruling.AREA_CAP;
  }
}
