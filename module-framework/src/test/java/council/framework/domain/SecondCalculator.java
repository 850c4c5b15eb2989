package council.framework.domain;

import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.OfferFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.Tier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of a round written a second time, from their definition and as naively as can be:
 * scores as fractions of whole numbers, best-of by looking at everything again, every choice of
 * areas and zones tried. Shares no code with the engine.
 */
final class SecondCalculator {
  /** Ten-thousandths of a percent. */
  record Pair(String provider, String zone, String area, long score, ApplicationFact application) {
    String name() {
      return zone + "/" + provider;
    }
  }

  private static final ApplicationFact NOBODYS =
      new ApplicationFact("", Instant.EPOCH, List.of(), List.of(), List.of());

  private final RandomRound round;
  private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
  private final Map<String, String> areas = new HashMap<>();
  private final List<Pair> gate = new ArrayList<>();
  private final Map<String, Long> scores = new TreeMap<>();
  private final List<Pair> counted = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();
  private Tier tier;
  private int cap;
  private int zoneCap;

  SecondCalculator(RandomRound round) {
    this.round = round;
    this.tier = round.vehicle().tiers().getFirst();
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
      BigInteger score = BigInteger.valueOf(raw(application, criterion, zone));
      BigInteger maximum = criterion.maximumScore().toBigIntegerExact();
      BigInteger weight = BigInteger.valueOf(criterion.weightPercent());
      numerator = numerator.multiply(maximum).add(score.multiply(weight).multiply(denominator));
      denominator = denominator.multiply(maximum);
      BigDecimal mark = criterion.passMark();
      marks &= mark == null || score.intValueExact() >= mark.intValueExact() * 10_000;
      marks &= !lacks(application, criterion, zone);
    }
    BigInteger twice = BigInteger.TWO.multiply(denominator);
    long rounded =
        numerator.multiply(BigInteger.TWO).add(denominator).divide(twice).longValueExact();
    Pair pair =
        new Pair(application.provider(), zone, areas.getOrDefault(zone, ""), rounded, application);
    scores.put(pair.name(), rounded);
    long threshold = round.vehicle().qualityThresholdPercent().longValueExact() * 10_000;
    if (marks && rounded >= threshold && checked(application.provider())) {
      gate.add(pair);
    }
  }

  /** Whether a price or a share is needed that was not offered. */
  private boolean lacks(ApplicationFact application, Criterion criterion, String zone) {
    return switch (criterion.source()) {
      case CriterionSource.Scored scored -> false;
      case CriterionSource.Price price -> offered(application, zone, true) < 0;
      case CriterionSource.MarketShare share -> offered(application, zone, false) < 0;
    };
  }

  /** Ten-thousandths of a pound or of a percent; below 0 where nothing was offered. */
  private static long offered(ApplicationFact application, String zone, boolean price) {
    for (OfferFact offer :
        application.offers() == null ? List.<OfferFact>of() : application.offers()) {
      BigDecimal told = price ? offer.price() : offer.marketSharePercent();
      if (offer.zone().equals(zone) && told != null) {
        return told.movePointRight(4).longValueExact();
      }
    }
    return -1;
  }

  /** Ten-thousandths. */
  private long raw(ApplicationFact application, Criterion criterion, String zone) {
    BigInteger maximum = criterion.maximumScore().toBigIntegerExact().multiply(TEN_THOUSAND);
    if (lacks(application, criterion, zone)) {
      return 0;
    }
    return switch (criterion.source()) {
      case CriterionSource.Scored scored -> given(application, criterion.code(), zone) * 10_000;
      case CriterionSource.Price(var formula) -> {
        long own = offered(application, zone, true);
        long low = own;
        for (ApplicationFact other : round.facts().applications()) {
          long price = other.zones().contains(zone) ? offered(other, zone, true) : -1;
          low = price >= 0 && price < low ? price : low;
        }
        yield formula == CriterionSource.Formula.LINEAR
            ? Math.max(0, share(maximum, 2 * low - own, low))
            : share(maximum, low, own);
      }
      case CriterionSource.MarketShare(boolean greater) -> {
        long own = offered(application, zone, false);
        yield share(maximum, greater ? own : 1_000_000 - own, 1_000_000);
      }
    };
  }

  /** A part of the maximum, half a ten-thousandth rounded up; below 0 counts as nothing. */
  private static long share(BigInteger maximum, long part, long whole) {
    return part <= 0
        ? 0
        : maximum
            .multiply(BigInteger.valueOf(2 * part))
            .add(BigInteger.valueOf(whole))
            .divide(BigInteger.valueOf(2 * whole))
            .longValueExact();
  }

  private static long given(ApplicationFact application, String criterion, String zone) {
    for (var score : application.scores()) {
      String of = score.zone();
      if (score.criterion().equals(criterion) && (of == null || of.equals(zone))) {
        return score.score().longValueExact();
      }
    }
    throw new AssertionError("no score");
  }

  /** Every check that is a gate has a pass; the random rounds know one answer to each. */
  private boolean checked(String provider) {
    RoundChecks known = round.facts().checks();
    for (var check : round.vehicle().dueDiligence().entrySet()) {
      boolean passes = !check.getValue().gate();
      for (CheckFact answer : known == null ? List.<CheckFact>of() : known.answers()) {
        LocalDate until = answer.until();
        passes |=
            answer.provider().equals(provider)
                && answer.check().equals(check.getKey())
                && answer.passed()
                && (until == null || until.isAfter(known.on()));
      }
      if (!passes) {
        return false;
      }
    }
    return true;
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

  private int compare(String tieBreaker, Pair a, Pair b) {
    if (tieBreaker.equals("submittedAt")) {
      return a.application().submittedAt().compareTo(b.application().submittedAt());
    }
    if (tieBreaker.equals("existing")) {
      return Boolean.compare(exists(b.provider()), exists(a.provider()));
    }
    if (tieBreaker.equals("existingLocations")) {
      return Long.compare(locations(b), locations(a));
    }
    if (tieBreaker.equals("reference")) {
      return a.provider().compareTo(b.provider());
    }
    String code = tieBreaker.substring("criterion:".length());
    Criterion criterion = round.vehicle().findCriterion(code).orElseThrow();
    return Long.compare(
        raw(b.application(), criterion, b.zone()), raw(a.application(), criterion, a.zone()));
  }

  private boolean exists(String provider) {
    return round.facts().providers().stream()
            .anyMatch(p -> p.reference().equals(provider) && p.existing())
        || round.facts().locations().stream().anyMatch(l -> l.provider().equals(provider));
  }

  private long locations(Pair pair) {
    return round.facts().locations().stream()
        .filter(l -> l.provider().equals(pair.provider()) && l.zone().equals(pair.zone()))
        .count();
  }

  private Pair best(List<Pair> pairs) {
    Pair best = pairs.getFirst();
    for (Pair pair : pairs) {
      best = before(pair, best) ? pair : best;
    }
    return best;
  }

  private int places(String zone) {
    return tier instanceof Tier.RankedPlaces ranked
        ? ranked.placesByZone().getOrDefault(zone, ranked.places())
        : 1000;
  }

  Set<String> tierOne() {
    return contested().values().iterator().next();
  }

  /** Tier by tier: zone/provider of each place, by the tier's code. */
  Map<String, Set<String>> contested() {
    List<HeldPlace> before = round.facts().held() == null ? List.of() : round.facts().held();
    for (HeldPlace place : before) {
      Pair pair = new Pair(place.provider(), place.zone(), place.area(), 0, NOBODYS);
      taken.add(pair.name());
      if (round.vehicle().tiers().stream()
          .anyMatch(t -> t.code().equals(place.tier()) && capped(t))) {
        counted.add(pair);
      }
    }
    Map<String, Set<String>> places = new LinkedHashMap<>();
    for (Tier next : round.vehicle().tiers()) {
      if (!(next instanceof Tier.ExistingLocations)) {
        tier = next;
        places.put(next.code(), names(fill()));
      }
    }
    return places;
  }

  private static boolean capped(Tier tier) {
    return (tier instanceof Tier.RankedPlaces ranked && ranked.capped())
        || (tier instanceof Tier.AllWhoPass all && all.capped());
  }

  private List<Pair> fill() {
    Integer areaCap = round.vehicle().areaCap();
    Integer most = round.vehicle().zoneCap();
    cap = areaCap == null || !capped(tier) ? 1000 : areaCap;
    zoneCap = most == null || !capped(tier) ? 1000 : most;
    List<Pair> gone = gate.stream().filter(p -> taken.contains(p.name())).toList();
    gate.removeAll(gone);
    List<Pair> placed =
        switch (round.vehicle().capPolicy()) {
          case HIGHEST_SCORE_FIRST -> highestScoreFirst();
          case PROVIDER_PREFERENCE -> providerPreference();
          case MAX_TOTAL_SCORE -> maximumTotal();
        };
    gate.addAll(gone);
    placed.forEach(p -> taken.add(p.name()));
    if (capped(tier)) {
      counted.addAll(placed);
    }
    return placed;
  }

  private Set<String> heldAreas(String provider) {
    return cap == 1000 ? new LinkedHashSet<>() : areasOf(provider, counted);
  }

  private int heldZones(String provider) {
    return zoneCap == 1000 ? 0 : (int) zonesOf(provider, counted);
  }

  private static long zonesOf(String provider, List<Pair> pairs) {
    return pairs.stream().filter(p -> p.provider().equals(provider)).count();
  }

  private List<Pair> highestScoreFirst() {
    List<Pair> left = new ArrayList<>(gate);
    List<Pair> accepted = new ArrayList<>();
    while (!left.isEmpty()) {
      Pair pair = best(left);
      left.remove(pair);
      long inZone = accepted.stream().filter(p -> p.zone().equals(pair.zone())).count();
      Set<String> held = areasOf(pair.provider(), accepted);
      Set<String> before = heldAreas(pair.provider());
      boolean newArea = !held.contains(pair.area()) && !before.contains(pair.area());
      held.addAll(before);
      long zones = zonesOf(pair.provider(), accepted) + heldZones(pair.provider());
      if (inZone < places(pair.zone()) && !(newArea && held.size() >= cap) && zones < zoneCap) {
        accepted.add(pair);
      }
    }
    return accepted;
  }

  private boolean mayCompete(Pair p) {
    Set<String> held = heldAreas(p.provider());
    return (held.contains(p.area()) || held.size() < cap) && heldZones(p.provider()) < zoneCap;
  }

  private List<Pair> providerPreference() {
    Set<String> gone = new HashSet<>();
    while (true) {
      List<Pair> winners =
          topOfEachZone(p ->
              mayCompete(p)
                  && !gone.contains(p.provider() + "@" + p.area())
                  && !gone.contains(p.provider() + "#" + p.zone()));
      Set<String> leaving = new HashSet<>();
      winners.stream().map(Pair::provider).distinct().forEach(p -> leave(p, winners, leaving));
      if (leaving.isEmpty()) {
        return winners;
      }
      gone.addAll(leaving);
    }
  }

  private void leave(String provider, List<Pair> winners, Set<String> leaving) {
    List<Pair> own =
        new ArrayList<>(winners.stream().filter(p -> p.provider().equals(provider)).toList());
    Set<String> held = heldAreas(provider);
    List<String> wished = new ArrayList<>(own.getFirst().application().areaPreference());
    areas.values().stream()
        .distinct()
        .sorted()
        .filter(a -> !wished.contains(a))
        .forEach(wished::add);
    int areasLeft = cap - held.size();
    int zonesLeft = zoneCap - heldZones(provider);
    for (String area : wished) {
      boolean won = own.stream().anyMatch(p -> p.area().equals(area));
      if (won && !held.contains(area) && areasLeft-- <= 0) {
        leaving.add(provider + "@" + area);
        continue;
      }
      List<Pair> here = new ArrayList<>(own.stream().filter(p -> p.area().equals(area)).toList());
      while (!here.isEmpty()) {
        Pair pair = best(here);
        here.remove(pair);
        if (zonesLeft-- <= 0) {
          leaving.add(provider + "#" + pair.zone());
        }
      }
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

  /** Once it is chosen where every provider may be placed, each zone simply takes its best. */
  private List<Pair> maximumTotal() {
    List<String> providers = gate.stream().map(Pair::provider).distinct().sorted().toList();
    List<List<Pair>> best = new ArrayList<>(List.of(List.of()));
    choose(providers, 0, new HashMap<>(), best);
    return best.getFirst();
  }

  private void choose(
      List<String> providers, int next, Map<String, Set<String>> chosen, List<List<Pair>> best) {
    if (next == providers.size()) {
      List<Pair> found =
          topOfEachZone(p -> chosen.getOrDefault(p.provider(), Set.of()).contains(p.zone()));
      if (better(found, best.getFirst())) {
        best.set(0, found);
      }
      return;
    }
    String provider = providers.get(next);
    for (Set<String> zones : choices(provider)) {
      chosen.put(provider, zones);
      choose(providers, next + 1, chosen, best);
    }
  }

  /**
   * Every set of zones within the caps that cannot be made larger; none is worse than its parts.
   */
  private List<Set<String>> choices(String provider) {
    List<Pair> own = gate.stream().filter(p -> p.provider().equals(provider)).toList();
    List<Set<String>> within = new ArrayList<>();
    for (int bits = 0; bits < 1 << own.size(); bits++) {
      Set<String> zones = new TreeSet<>();
      Set<String> newAreas = new HashSet<>();
      for (int i = 0; i < own.size(); i++) {
        if ((bits & 1 << i) != 0) {
          zones.add(own.get(i).zone());
          newAreas.add(own.get(i).area());
        }
      }
      Set<String> held = heldAreas(provider);
      newAreas.removeAll(held);
      if (newAreas.size() <= Math.max(0, cap - held.size())
          && zones.size() <= Math.max(0, zoneCap - heldZones(provider))) {
        within.add(zones);
      }
    }
    return within.stream()
        .filter(zones ->
            within.stream().noneMatch(o -> o.size() > zones.size() && o.containsAll(zones)))
        .toList();
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

  /** After the other tiers. */
  Set<String> kept() {
    Set<String> kept = new TreeSet<>();
    for (LocationFact location : round.facts().locations()) {
      String name = location.zone() + "/" + location.provider();
      if (successful(location.provider()) && !taken.contains(name)) {
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
      boolean holds = taken.stream().anyMatch(name -> name.endsWith("/" + location.provider()));
      if (!holds && !successful(location.provider()) && location.exemption() == null) {
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
