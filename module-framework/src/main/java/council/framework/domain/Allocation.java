package council.framework.domain;

import council.framework.domain.Contest.Rulings;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.scheme.MarketModel;
import council.framework.scheme.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives out the places of a round, tier by tier, and remembers why. */
final class Allocation {
  /** A provider in a zone. */
  private record Spot(String provider, String zone) {}

  private final Round round;
  private final PlacementSolver solver;
  private final Map<Spot, Placement> placed = new LinkedHashMap<>();
  private final Map<String, Holding> counted = new HashMap<>();
  private final Map<Tier.Contested, Rulings> rulings = new LinkedHashMap<>();
  private final Map<Tier.Contested, Map<String, Integer>> rooms = new HashMap<>();

  private Allocation(Round round, PlacementSolver solver) {
    this.round = round;
    this.solver = solver;
  }

  static Allocation of(Round round, PlacementSolver solver) {
    Allocation allocation = new Allocation(round, solver);
    allocation.countHeld();
    for (Tier tier : round.vehicle().tiers()) {
      switch (tier) {
        case Tier.Contested contested -> allocation.fill(contested);
        case Tier.ExistingLocations existing -> allocation.keepLocations(existing);
      }
    }
    return allocation;
  }

  /** Places from earlier rounds count towards the caps as this round's do. */
  private void countHeld() {
    for (HeldPlace place : round.held()) {
      round
          .vehicle()
          .findTier(place.tier())
          .filter(tier -> tier instanceof Tier.Contested contested && contested.capped())
          .ifPresent(tier -> count(place.provider(), place.area(), place.zone()));
    }
  }

  private void count(String provider, String area, String zone) {
    counted.computeIfAbsent(provider, p -> new Holding()).add(area, zone);
  }

  private void fill(Tier.Contested tier) {
    List<Bid> candidates =
        round.bids().stream()
            .filter(Bid::passesGate)
            .filter(bid -> holdsNothing(bid.provider(), bid.zone()))
            .toList();
    Map<String, Integer> room = room();
    rooms.put(tier, room);
    Contest contest =
        new Contest(tier, candidates, Caps.of(round.vehicle(), tier), Map.copyOf(counted), room);
    Rulings ruled =
        switch (round.vehicle().capPolicy()) {
          case HIGHEST_SCORE_FIRST -> HighestScoreFirst.rule(contest);
          case PROVIDER_PREFERENCE -> ProviderPreference.rule(contest);
          case MAX_TOTAL_SCORE -> GreatestTotal.rule(contest, solver);
        };
    rulings.put(tier, ruled);
    candidates.stream().filter(ruled::placed).forEach(bid -> place(bid, tier));
  }

  /** What the market model leaves of each lot; who keeps existing locations is not counted. */
  private Map<String, Integer> room() {
    MarketModel market = round.vehicle().market();
    Integer most = market == null ? null : market.mostInLot();
    Map<String, Integer> room = new HashMap<>();
    if (most != null) {
      round.zones().forEach(zone -> room.put(zone.zone(), most));
      round.held().stream()
          .filter(place -> isContested(place.tier()))
          .forEach(place -> room.merge(place.zone(), -1, Integer::sum));
      placed.values().forEach(placement -> room.merge(placement.zone(), -1, Integer::sum));
      room.replaceAll((zone, left) -> Math.max(0, left));
    }
    return room;
  }

  private boolean isContested(String tier) {
    return round.vehicle().findTier(tier).filter(Tier.Contested.class::isInstance).isPresent();
  }

  /** How many more the lots took when a tier was competed for; empty where nothing limits them. */
  Map<String, Integer> roomFor(Tier.Contested tier) {
    return rooms.getOrDefault(tier, Map.of());
  }

  private boolean holdsNothing(String provider, String zone) {
    return findPlacement(provider, zone).isEmpty() && round.findHeld(provider, zone).isEmpty();
  }

  private void place(Bid bid, Tier.Contested tier) {
    put(
        new Placement(
            bid.zone(),
            bid.area(),
            tier.code(),
            bid.provider(),
            round.findRank(bid).orElse(null),
            bid.total()));
    if (tier.capped()) {
      count(bid.provider(), bid.area(), bid.zone());
    }
  }

  private void keepLocations(Tier.ExistingLocations tier) {
    Map<String, ZoneFact> zones = new HashMap<>();
    round.zones().forEach(zone -> zones.put(zone.zone(), zone));
    for (LocationFact location : round.locations()) {
      ZoneFact zone = zones.get(location.zone());
      String applicant = round.applicantFor(location.provider());
      if (zone != null && round.isSuccessful(applicant) && holdsNothing(applicant, zone.zone())) {
        keep(applicant, zone, tier);
      }
    }
  }

  private void keep(String applicant, ZoneFact zone, Tier.ExistingLocations tier) {
    Optional<Bid> bid = round.findBid(applicant, zone.zone());
    put(
        new Placement(
            zone.zone(),
            zone.area(),
            tier.code(),
            applicant,
            bid.flatMap(round::findRank).orElse(null),
            bid.map(Bid::total).orElse(null)));
  }

  private void put(Placement placement) {
    placed.put(new Spot(placement.provider(), placement.zone()), placement);
  }

  Optional<Placement> findPlacement(String provider, String zone) {
    return Optional.ofNullable(placed.get(new Spot(provider, zone)));
  }

  /** Rulings of each tier that was competed for, in the tiers' order. */
  Map<Tier.Contested, Rulings> rulings() {
    return rulings;
  }

  /** By zone in the geography's order, then tier, rank and provider. */
  List<Placement> placements() {
    List<String> zones = round.zones().stream().map(ZoneFact::zone).toList();
    List<String> tiers = round.vehicle().tiers().stream().map(Tier::code).toList();
    Comparator<Placement> order = Comparator.comparingInt(p -> zones.indexOf(p.zone()));
    List<Placement> all = new ArrayList<>(placed.values());
    all.sort(
        order
            .thenComparingInt(p -> tiers.indexOf(p.tier()))
            .thenComparing(Placement::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Placement::provider));
    return all;
  }
}
