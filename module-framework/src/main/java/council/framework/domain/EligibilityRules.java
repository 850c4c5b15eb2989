package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.Request;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.NewBusinessRule.ChecksHold;
import council.framework.scheme.NewBusinessRule.HoldsLocation;
import council.framework.scheme.NewBusinessRule.HoldsPlace;
import council.framework.scheme.NewBusinessRule.MeetsCondition;
import council.framework.scheme.NewBusinessRule.NotSuspended;
import council.framework.scheme.NewBusinessRule.WithinAreaCap;
import council.framework.scheme.NewBusinessRule.WithinZoneCap;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import council.platform.expression.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules for new business, tried for one provider. */
final class EligibilityRules {
  private final String provider;
  private final Conditions conditions;
  private final Vehicle vehicle;
  private final String vehicleCode;
  private final Request request;
  private final List<PlaceFact> inForce;
  private final List<SuspensionFact> suspensions;
  private final List<HeldLocation> locations;
  private final MemberRules members;
  private final HeldChecks checks;

  EligibilityRules(
      String provider, Vehicle vehicle, EligibilityFacts facts, Conditions conditions) {
    this.provider = provider;
    this.conditions = conditions;
    this.vehicle = vehicle;
    this.vehicleCode = facts.vehicle();
    this.request = facts.request();
    this.inForce =
        facts.places().stream()
            .filter(place -> place.provider().equals(provider))
            .filter(place -> place.inForceOn(request.date()))
            .toList();
    this.suspensions =
        facts.suspensions().stream()
            .filter(suspension -> suspension.provider().equals(provider))
            .filter(suspension -> suspension.inForceOn(request.date()))
            .toList();
    this.members = new MemberRules(vehicle, facts);
    List<CheckFact> answers = facts.checks();
    this.checks = new HeldChecks(answers == null ? List.of() : answers, request.date());
    this.locations = facts.locations().stream().filter(l -> l.provider().equals(provider)).toList();
  }

  /** What one rule of the scheme says: one reason, or two where members come in. */
  List<Reason> reasons(NewBusinessRule rule, String path) {
    return switch (rule) {
      case HoldsPlace holds -> List.of(holdsPlace(holds, path));
      case HoldsLocation holds -> List.of(holdsLocation(holds, path));
      case NotSuspended not ->
          Stream.concat(
                  Stream.of(notSuspended(not, path)),
                  members.of(provider, not.scope(), request.date()).stream())
              .toList();
      case WithinAreaCap within -> List.of(withinAreaCap());
      case WithinZoneCap within -> List.of(withinZoneCap());
      case ChecksHold asked -> List.of(checksHold(asked, path));
      case MeetsCondition condition -> List.of(meetsCondition(condition, path));
    };
  }

  private Reason checksHold(ChecksHold rule, String path) {
    List<Reason> each =
        rule.checks().stream()
            .map(check -> checks.reason(provider, check, vehicleCode, vehicle))
            .toList();
    return new Reason(
        Rules.CHECKS_HOLD,
        path,
        Seen.of("checks", rule.checks()).and("date", request.date()).map(),
        verdict(each.stream().noneMatch(Reason::failed)),
        each);
  }

  private Reason holdsPlace(HoldsPlace rule, String path) {
    Set<String> held = tiersHeldIn(request.zone());
    Seen seen =
        Seen.of("zone", request.zone())
            .and("date", request.date())
            .and("tiersWanted", rule.tiers())
            .and("tiersHeld", held);
    boolean holds = held.stream().anyMatch(rule.tiers()::contains);
    return Reason.of(Rules.HOLDS_PLACE_IN_ZONE, path, verdict(holds), seen.map());
  }

  private Reason holdsLocation(HoldsLocation rule, String path) {
    Optional<HeldLocation> location =
        locations.stream().filter(l -> l.location().equals(request.location())).findFirst();
    Set<String> held = location.map(this::tiersHeldAt).orElse(new TreeSet<>());
    Seen seen =
        Seen.nothing()
            .and("location", request.location() == null ? "none" : request.location())
            .and("holdsIt", location.isPresent() ? "yes" : "no")
            .and("tiersWanted", rule.tiers())
            .and("tiersHeld", held);
    boolean holds =
        location.filter(l -> l.zone().equals(request.zone())).isPresent()
            && held.stream().anyMatch(rule.tiers()::contains);
    return Reason.of(Rules.HOLDS_THE_LOCATION, path, verdict(holds), seen.map());
  }

  /** A place at one site is worth nothing elsewhere in the zone (LAN-FW-40). */
  private Set<String> tiersHeldIn(String zone) {
    return tiersHeld(p -> p.zone().equals(zone) && p.site() == null);
  }

  private Set<String> tiersHeldAt(HeldLocation location) {
    return tiersHeld(p ->
        p.zone().equals(location.zone())
            && (p.site() == null || p.site().equals(location.location())));
  }

  private Set<String> tiersHeld(Predicate<PlaceFact> which) {
    Set<String> tiers = new TreeSet<>();
    inForce.stream().filter(which).forEach(place -> tiers.add(place.tier()));
    return tiers;
  }

  private Reason notSuspended(NotSuspended rule, String path) {
    Optional<SuspensionFact> inTheWay =
        suspensions.stream().filter(s -> s.scope().covers(rule.scope())).findFirst();
    Seen seen = Seen.of("scope", rule.scope()).and("date", request.date());
    inTheWay.ifPresent(
        s -> seen.and("suspended", s.scope()).and("from", s.from()).and("until", s.until()));
    return Reason.of(Rules.IS_NOT_SUSPENDED, path, verdict(inTheWay.isEmpty()), seen.map());
  }

  /** Only capped places count: business held elsewhere does not (LAN-FW-12). */
  private Reason withinAreaCap() {
    Set<String> areas = new TreeSet<>();
    inForce.stream().filter(this::isCapped).forEach(place -> areas.add(place.area()));
    areas.add(request.area());
    Integer cap = vehicle.areaCap();
    Seen seen = Seen.of("area", request.area()).and("areasWithIt", areas).and("areaCap", cap);
    return Reason.of(
        Rules.STAYS_WITHIN_AREA_CAP,
        FrameworkSection.path(vehicleCode, "areaCap"),
        verdict(cap == null || areas.size() <= cap),
        seen.map());
  }

  private Reason withinZoneCap() {
    Set<String> zones = new TreeSet<>();
    inForce.stream().filter(this::isCapped).forEach(place -> zones.add(place.zone()));
    zones.add(request.zone());
    Integer cap = vehicle.zoneCap();
    Seen seen = Seen.of("zone", request.zone()).and("zonesWithIt", zones).and("zoneCap", cap);
    return Reason.of(
        Rules.STAYS_WITHIN_ZONE_CAP,
        FrameworkSection.path(vehicleCode, "zoneCap"),
        verdict(cap == null || zones.size() <= cap),
        seen.map());
  }

  private Reason meetsCondition(MeetsCondition rule, String path) {
    Conditions.Tried tried = conditions.evaluate(rule, provider);
    Seen seen = Seen.of("title", rule.title()).and("when", rule.when());
    new TreeMap<>(tried.values()).forEach(seen::and);
    switch (tried.result()) {
      case Result.Answer answer -> {}
      case Result.Unknown(SortedSet<String> names) -> seen.and("missing", names);
      case Result.Failed(String why) -> seen.and("why", why);
    }
    return Reason.of(
        Rules.MEETS_CONDITION, path + ".when", verdict(tried.result().holds()), seen.map());
  }

  private boolean isCapped(PlaceFact place) {
    return place.site() == null
        && vehicle
            .findTier(place.tier())
            .filter(tier -> tier instanceof Tier.Contested contested && contested.capped())
            .isPresent();
  }
}
