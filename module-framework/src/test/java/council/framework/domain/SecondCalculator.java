package council.framework.domain;

import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.Tier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of a round written a second time, from their definition and as naively as can be:
 * scores as fractions of whole numbers, best-of by looking at everything again, every choice of
 * areas tried. Shares no code with the engine; for rounds with one tier of ranked places and a cap.
 */
final class SecondCalculator {
  /** Ten-thousandths of a percent. */
  record Pair(String provider, String zone, String area, long score, ApplicationFact application) {
    String name() {
      return zone + "/" + provider;
    }
  }

  private final RandomRound round;
  private final Map<String, String> areas = new HashMap<>();
  private final List<Pair> gate = new ArrayList<>();
  private final Map<String, Long> scores = new TreeMap<>();
  private final int cap;

  SecondCalculator(RandomRound round) {
    this.round = round;
    Integer areaCap = round.vehicle().areaCap();
    this.cap = areaCap == null ? 1000 : areaCap;
    for (ZoneFact zone : round.facts().zones()) {
      areas.put(zone.zone(), zone.area());
    }
    for (ApplicationFact application : round.facts().applications()) {
      application.zones().forEach(zone -> enter(application, zone));
    }
  }

  private void enter(ApplicationFact application, String zone) {
    BigInteger numerator = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    boolean marks = true;
    for (Criterion criterion : round.vehicle().criteria()) {
      BigInteger score = BigInteger.valueOf(raw(application, criterion.code(), zone));
      BigInteger maximum = criterion.maximumScore().toBigIntegerExact();
      BigInteger weight = BigInteger.valueOf(criterion.weightPercent());
      numerator = numerator.multiply(maximum).add(score.multiply(weight).multiply(denominator));
      denominator = denominator.multiply(maximum);
      BigDecimal mark = criterion.passMark();
      marks &= mark == null || score.intValueExact() >= mark.intValueExact();
    }
    BigInteger twice = BigInteger.TWO.multiply(denominator);
    long rounded =
        numerator
            .multiply(BigInteger.valueOf(20_000))
            .add(denominator)
            .divide(twice)
            .longValueExact();
    Pair pair =
        new Pair(application.provider(), zone, areas.getOrDefault(zone, ""), rounded, application);
    scores.put(pair.name(), rounded);
    long threshold = round.vehicle().qualityThresholdPercent().longValueExact() * 10_000;
    if (marks && rounded >= threshold) {
      gate.add(pair);
    }
  }

  private static long raw(ApplicationFact application, String criterion, String zone) {
    for (var score : application.scores()) {
      String of = score.zone();
      if (score.criterion().equals(criterion) && (of == null || of.equals(zone))) {
        return score.score().longValueExact();
      }
    }
    throw new AssertionError("no score");
  }

  Map<String, Long> scores() {
    return scores;
  }

  private boolean before(Pair a, Pair b) {
    if (a.score() != b.score()) {
      return a.score() > b.score();
    }
    for (String tieBreaker : round.vehicle().tieBreakers()) {
      int difference = compare(tieBreaker, a, b);
      if (difference != 0) {
        return difference < 0;
      }
    }
    int byReference = a.provider().compareTo(b.provider());
    return byReference != 0 ? byReference < 0 : a.zone().compareTo(b.zone()) < 0;
  }

  private static int compare(String tieBreaker, Pair a, Pair b) {
    if (tieBreaker.equals("submittedAt")) {
      return a.application().submittedAt().compareTo(b.application().submittedAt());
    }
    if (tieBreaker.equals("reference")) {
      return a.provider().compareTo(b.provider());
    }
    String criterion = tieBreaker.substring("criterion:".length());
    return Long.compare(
        raw(b.application(), criterion, b.zone()), raw(a.application(), criterion, a.zone()));
  }

  private Pair best(List<Pair> pairs) {
    Pair best = pairs.getFirst();
    for (Pair pair : pairs) {
      best = before(pair, best) ? pair : best;
    }
    return best;
  }

  int places(String zone) {
    Tier.RankedPlaces tier = (Tier.RankedPlaces) round.vehicle().tiers().getFirst();
    return tier.placesByZone().getOrDefault(zone, tier.places());
  }

  Set<String> tierOne() {
    return switch (round.vehicle().capPolicy()) {
      case HIGHEST_SCORE_FIRST -> highestScoreFirst();
      case PROVIDER_PREFERENCE -> providerPreference();
      case MAX_TOTAL_SCORE -> maximumTotal();
    };
  }

  private Set<String> highestScoreFirst() {
    List<Pair> left = new ArrayList<>(gate);
    List<Pair> accepted = new ArrayList<>();
    while (!left.isEmpty()) {
      Pair pair = best(left);
      left.remove(pair);
      long inZone = accepted.stream().filter(p -> p.zone().equals(pair.zone())).count();
      Set<String> held = areasOf(pair.provider(), accepted);
      held.add(pair.area());
      if (inZone < places(pair.zone()) && held.size() <= cap) {
        accepted.add(pair);
      }
    }
    return names(accepted);
  }

  private Set<String> providerPreference() {
    Set<String> gone = new HashSet<>();
    while (true) {
      List<Pair> winners = topOfEachZone(p -> !gone.contains(p.provider() + "@" + p.area()));
      Set<String> leaving = new HashSet<>();
      for (Pair winner : winners) {
        List<String> wins = new ArrayList<>(areasOf(winner.provider(), winners));
        List<String> wished = winner.application().areaPreference();
        List<String> kept = new ArrayList<>(wished);
        kept.retainAll(wins);
        wins.stream().sorted().filter(area -> !wished.contains(area)).forEach(kept::add);
        kept.stream().skip(cap).forEach(area -> leaving.add(winner.provider() + "@" + area));
      }
      if (leaving.isEmpty()) {
        return names(winners);
      }
      gone.addAll(leaving);
    }
  }

  private List<Pair> topOfEachZone(java.util.function.Predicate<Pair> competes) {
    List<Pair> winners = new ArrayList<>();
    for (String zone : areas.keySet()) {
      List<Pair> left =
          new ArrayList<>(
              gate.stream().filter(p -> p.zone().equals(zone)).filter(competes).toList());
      for (int place = 0; place < places(zone) && !left.isEmpty(); place++) {
        Pair pair = best(left);
        left.remove(pair);
        winners.add(pair);
      }
    }
    return winners;
  }

  /** Once every provider's areas are chosen, each zone simply takes its best. */
  private Set<String> maximumTotal() {
    List<String> providers = gate.stream().map(Pair::provider).distinct().sorted().toList();
    List<List<Pair>> best = new ArrayList<>(List.of(List.of()));
    choose(providers, 0, new HashMap<>(), best);
    return names(best.getFirst());
  }

  private void choose(
      List<String> providers, int next, Map<String, Set<String>> chosen, List<List<Pair>> best) {
    if (next == providers.size()) {
      List<Pair> found =
          topOfEachZone(p -> chosen.getOrDefault(p.provider(), Set.of()).contains(p.area()));
      if (better(found, best.getFirst())) {
        best.set(0, found);
      }
      return;
    }
    String provider = providers.get(next);
    List<Pair> own = gate.stream().filter(p -> p.provider().equals(provider)).toList();
    for (Set<String> areaChoice : subsets(List.copyOf(areasOf(provider, own)))) {
      chosen.put(provider, areaChoice);
      choose(providers, next + 1, chosen, best);
    }
  }

  private List<Set<String>> subsets(List<String> all) {
    List<Set<String>> subsets = new ArrayList<>();
    int size = Math.min(cap, all.size());
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      if (Integer.bitCount(bits) == size) {
        Set<String> subset = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
          if ((bits & 1 << i) != 0) {
            subset.add(all.get(i));
          }
        }
        subsets.add(subset);
      }
    }
    return subsets;
  }

  private boolean better(List<Pair> a, List<Pair> b) {
    long difference =
        a.stream().mapToLong(Pair::score).sum() - b.stream().mapToLong(Pair::score).sum();
    if (difference != 0) {
      return difference > 0;
    }
    List<Pair> onlyA = new ArrayList<>(a);
    onlyA.removeAll(b);
    List<Pair> onlyB = new ArrayList<>(b);
    onlyB.removeAll(a);
    if (onlyA.isEmpty() || onlyB.isEmpty()) {
      return !onlyA.isEmpty();
    }
    return before(best(onlyA), best(onlyB));
  }

  Set<String> tierTwo(Set<String> tierOne) {
    Set<String> kept = new TreeSet<>();
    for (LocationFact location : round.facts().locations()) {
      String name = location.zone() + "/" + location.provider();
      if (successful(location.provider()) && !tierOne.contains(name)) {
        kept.add(name);
      }
    }
    return kept;
  }

  boolean successful(String provider) {
    return gate.stream().anyMatch(p -> p.provider().equals(provider));
  }

  Set<String> moving() {
    Set<String> moving = new TreeSet<>();
    for (LocationFact location : round.facts().locations()) {
      if (!successful(location.provider()) && location.exemption() == null) {
        moving.add(location.location());
      }
    }
    return moving;
  }

  private static Set<String> areasOf(String provider, List<Pair> pairs) {
    Set<String> held = new LinkedHashSet<>();
    pairs.stream().filter(p -> p.provider().equals(provider)).forEach(p -> held.add(p.area()));
    return held;
  }

  private static Set<String> names(List<Pair> pairs) {
    Set<String> names = new TreeSet<>();
    pairs.forEach(pair -> names.add(pair.name()));
    return names;
  }
}
