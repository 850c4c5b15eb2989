package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.MemberRole;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of a round, scored, ordered and easy to ask. The order of the input is gone here. */
final class Round {
  private final String vehicleCode;
  private final Vehicle vehicle;
  private final List<ZoneFact> zones;
  private final SortedMap<String, ProviderFact> providers = new TreeMap<>();
  private final SortedMap<String, ApplicationFact> applications = new TreeMap<>();
  private final SortedMap<String, String> consortiumOfMember = new TreeMap<>();
  private final List<LocationFact> locations;
  private final List<Bid> bids = new ArrayList<>();
  private final Map<String, Map<String, Bid>> bidsByProvider = new HashMap<>();
  private final Map<String, Map<String, Integer>> locationsByApplicant = new HashMap<>();
  private final Map<String, Integer> rankedByZone = new HashMap<>();
  private final Map<Bid, Integer> ranks = new HashMap<>();
  private final Set<String> successful = new HashSet<>();
  private final Set<String> existing = new HashSet<>();
  private final List<HeldPlace> held;
  private final Offers offers;
  private final List<String> gates;
  private final HeldChecks checks;

  Round(Vehicle vehicle, RoundFacts facts) {
    this.vehicleCode = facts.vehicle();
    this.vehicle = vehicle;
    this.zones = facts.zones();
    facts.providers().forEach(p -> providers.put(p.reference(), p));
    facts.applications().forEach(a -> applications.put(a.provider(), a));
    providers.values().forEach(this::addMembers);
    locations =
        facts.locations().stream().sorted(Comparator.comparing(LocationFact::location)).toList();
    locations.forEach(location ->
        locationsByApplicant
            .computeIfAbsent(applicantFor(location.provider()), applicant -> new HashMap<>())
            .merge(location.zone(), 1, Integer::sum));
    held = facts.held() == null ? List.of() : facts.held();
    offers = new Offers(applications.values());
    gates =
        vehicle.dueDiligence().entrySet().stream()
            .filter(check -> check.getValue().gate())
            .map(Map.Entry::getKey)
            .toList();
    RoundChecks known = facts.checks();
    checks =
        known == null
            ? new HeldChecks(List.of(), LocalDate.EPOCH)
            : new HeldChecks(known.answers(), known.on());
    findExisting();
    addBids();
    rank();
  }

  private void addMembers(ProviderFact consortium) {
    if (MemberRole.of(vehicle).sharesTheOutcome()
        && applications.containsKey(consortium.reference())) {
      consortium.consortiumMembers().stream()
          .filter(member -> !applications.containsKey(member))
          .forEach(member -> consortiumOfMember.putIfAbsent(member, consortium.reference()));
    }
  }

  /** Whoever says so or has a location; a consortium is if a member is. */
  private void findExisting() {
    providers.values().stream()
        .filter(ProviderFact::existing)
        .forEach(provider -> existing.add(applicantFor(provider.reference())));
    locations.forEach(location -> existing.add(applicantFor(location.provider())));
  }

  private void addBids() {
    Map<String, ZoneFact> byCode = new HashMap<>();
    zones.forEach(zone -> byCode.put(zone.zone(), zone));
    for (ApplicationFact application : applications.values()) {
      List<String> missing =
          gates.stream().filter(check -> !checks.hold(application.provider(), check)).toList();
      for (String zone : application.zones()) {
        ZoneFact place = byCode.get(zone);
        if (place == null) {
          throw new IllegalArgumentException("Expected a zone of the round, but it is " + zone);
        }
        String applicant = application.provider();
        Bid bid =
            Bid.of(
                vehicle,
                application,
                place,
                offers,
                existing.contains(applicant),
                locationsOf(applicant, zone),
                missing);
        bids.add(bid);
        bidsByProvider.computeIfAbsent(bid.provider(), p -> new HashMap<>()).put(zone, bid);
      }
    }
    bids.sort(BidOrder.of(vehicle));
  }

  private void rank() {
    bids.stream()
        .filter(Bid::passesGate)
        .forEach(bid -> {
          ranks.put(bid, rankedByZone.merge(bid.zone(), 1, Integer::sum));
          successful.add(bid.provider());
        });
  }

  String vehicleCode() {
    return vehicleCode;
  }

  Vehicle vehicle() {
    return vehicle;
  }

  List<ZoneFact> zones() {
    return zones;
  }

  /** All pairs, best first. */
  List<Bid> bids() {
    return bids;
  }

  /** The pairs of a provider in the geography's order of their zones. */
  List<Bid> bidsOf(String provider) {
    Map<String, Bid> byZone = bidsByProvider.getOrDefault(provider, Map.of());
    return zones.stream().map(z -> byZone.get(z.zone())).filter(Objects::nonNull).toList();
  }

  Optional<Bid> findBid(String provider, String zone) {
    return Optional.ofNullable(bidsByProvider.getOrDefault(provider, Map.of()).get(zone));
  }

  /** How many pass the gate in a zone. */
  int rankedIn(String zone) {
    return rankedByZone.getOrDefault(zone, 0);
  }

  /** 1 is the best; empty where the gate was not passed. */
  Optional<Integer> findRank(Bid bid) {
    return Optional.ofNullable(ranks.get(bid));
  }

  SortedMap<String, ProviderFact> providers() {
    return providers;
  }

  Optional<ApplicationFact> findApplication(String provider) {
    return Optional.ofNullable(applications.get(provider));
  }

  /** Applicants by reference. */
  List<String> applicants() {
    return List.copyOf(applications.keySet());
  }

  /** Members that did not apply by themselves, each with the consortium that applied for it. */
  SortedMap<String, String> consortiumOfMember() {
    return consortiumOfMember;
  }

  /** Who applied for this provider: itself or its consortium. */
  String applicantFor(String provider) {
    return consortiumOfMember.getOrDefault(provider, provider);
  }

  /** By reference. */
  List<LocationFact> locations() {
    return locations;
  }

  /** Locations that an applicant, or a member that it applied for, has in a zone. */
  int locationsOf(String applicant, String zone) {
    return locationsByApplicant.getOrDefault(applicant, Map.of()).getOrDefault(zone, 0);
  }

  Offers offers() {
    return offers;
  }

  /** Codes of the checks without which nobody is ranked, in the scheme's order. */
  List<String> gates() {
    return gates;
  }

  HeldChecks checks() {
    return checks;
  }

  /** Places that were given by other rounds. */
  List<HeldPlace> held() {
    return held;
  }

  Optional<HeldPlace> findHeld(String applicant, String zone) {
    return held.stream()
        .filter(place -> place.provider().equals(applicant) && place.zone().equals(zone))
        .findFirst();
  }

  /** Whether it passes the quality gate in at least one zone. */
  boolean isSuccessful(String applicant) {
    return successful.contains(applicant);
  }
}
