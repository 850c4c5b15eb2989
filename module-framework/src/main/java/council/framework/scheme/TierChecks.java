package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tiers and the rules that name them. */
final class TierChecks {
  /** Codes that an outcome has where it is not a tier's. */
  private static final Set<String> RESERVED = Set.of("NOT_PLACED", "UNSUCCESSFUL");

  private TierChecks() {}

  static void check(String code, Vehicle vehicle, Set<String> lots, Problems problems) {
    String path = FrameworkSection.path(code, "tiers");
    if (vehicle.tiers().isEmpty()) {
      problems.add("NO_TIER", path, "Expected at least one tier, but found none.");
    }
    var codes = new LinkedHashSet<String>();
    for (int i = 0; i < vehicle.tiers().size(); i++) {
      checkTier(vehicle.tiers().get(i), codes, path + "[" + i + "]", problems);
      checkLots(vehicle.tiers().get(i), vehicle.lots(), lots, path + "[" + i + "]", problems);
    }
    checkOneKindOfExisting(vehicle, path, problems);
    checkSomebodyIsLeft(vehicle, path, problems);
    vehicle
        .newBusiness()
        .forEach((kind, rules) ->
            checkRules(rules, codes, FrameworkSection.path(code, "newBusiness." + kind), problems));
    checkTransition(code, vehicle, problems);
  }

  private static void checkTier(Tier tier, Set<String> codes, String path, Problems problems) {
    FrameworkChecks.checkCode(tier.code(), path + ".code", problems);
    FrameworkChecks.checkTitle(tier.title(), path, problems);
    if (!codes.add(tier.code())) {
      problems.add(
          "DUPLICATE_TIER", path + ".code", "Tier " + tier.code() + " is there more than once.");
    }
    if (RESERVED.contains(tier.code())) {
      problems.add(
          "RESERVED_CODE",
          path + ".code",
          tier.code(),
          "another code",
          "The code " + tier.code() + " says that a provider holds no place.");
    }
  }

  private static void checkLots(
      Tier tier, Lots cut, Set<String> lots, String tierPath, Problems problems) {
    if (tier instanceof Tier.RankedPlaces ranked) {
      boolean zones = cut instanceof Lots.ByZone;
      ranked
          .placesByZone()
          .forEach((lot, places) -> {
            String path = tierPath + ".placesByZone." + lot;
            FrameworkChecks.checkKnown(
                zones ? "UNKNOWN_ZONE" : "UNKNOWN_LOT",
                zones ? "zone" : "lot",
                lot,
                lots,
                path,
                problems);
            checkPlaces(places, path, problems);
          });
    }
  }

  private static void checkPlaces(int places, String path, Problems problems) {
    if (places < 0) {
      problems.add(
          "NEGATIVE_PLACES",
          path,
          places,
          "0 or more",
          "A zone cannot have " + places + " places.");
    }
  }

  private static void checkOneKindOfExisting(Vehicle vehicle, String path, Problems problems) {
    long existing =
        vehicle.tiers().stream().filter(Tier.ExistingLocations.class::isInstance).count();
    boolean last =
        vehicle.tiers().isEmpty() || vehicle.tiers().getLast() instanceof Tier.ExistingLocations;
    if (existing > 1 || (existing == 1 && !last)) {
      problems.add(
          "EXISTING_LOCATIONS_NOT_LAST",
          path,
          "At most one tier can be of the kind EXISTING_LOCATIONS, and it must be the last one.");
    }
  }

  /** Whoever passes the gate has a place by then, so nobody is left for a further tier of them. */
  private static void checkSomebodyIsLeft(Vehicle vehicle, String path, Problems problems) {
    boolean everybodyPlaced = false;
    for (int i = 0; i < vehicle.tiers().size(); i++) {
      Tier tier = vehicle.tiers().get(i);
      if (everybodyPlaced && tier instanceof Tier.Contested) {
        problems.add(
            "NOBODY_LEFT_FOR_TIER",
            path + "[" + i + "]",
            tier.code(),
            "a place before the tier that takes everybody",
            "Everybody who could hold a place of %s is placed before it.".formatted(tier.code()));
      }
      everybodyPlaced |= tier instanceof Tier.AllWhoPass all && !all.capped();
    }
  }

  private static void checkRules(
      List<NewBusinessRule> rules, Set<String> tiers, String path, Problems problems) {
    if (rules.isEmpty()) {
      problems.add(
          "NO_RULE", path, "Expected at least one rule; leave the kind out to give it to nobody.");
    }
    for (int i = 0; i < rules.size(); i++) {
      String rulePath = path + "[" + i + "]";
      switch (rules.get(i)) {
        case NewBusinessRule.HoldsPlace rule -> checkTiers(rule.tiers(), tiers, rulePath, problems);
        case NewBusinessRule.HoldsLocation rule ->
            checkTiers(rule.tiers(), tiers, rulePath, problems);
        case NewBusinessRule.NotSuspended rule -> {}
        case NewBusinessRule.WithinAreaCap rule -> {}
        case NewBusinessRule.WithinZoneCap rule -> {}
        case NewBusinessRule.ChecksHold rule -> {} // told with the checks
        case NewBusinessRule.MeetsCondition rule -> {} // needs the whole document
      }
    }
  }

  private static void checkTiers(
      List<String> named, Set<String> tiers, String path, Problems problems) {
    if (named.isEmpty()) {
      problems.add("NO_TIER", path + ".tiers", "Expected at least one tier, but found none.");
    }
    for (int i = 0; i < named.size(); i++) {
      FrameworkChecks.checkKnown(
          "UNKNOWN_TIER", "tier", named.get(i), tiers, path + ".tiers[" + i + "]", problems);
    }
  }

  private static void checkTransition(String code, Vehicle vehicle, Problems problems) {
    var transition = vehicle.transition();
    if (transition == null) {
      return;
    }
    if (vehicle.isOpenList()) {
      problems.warn(
          "TRANSITION_OF_OPEN_LIST",
          FrameworkSection.path(code, "transition"),
          null,
          "no transition",
          "Who does not apply to an open list today can apply tomorrow, but each of its rounds"
              + " makes the locations of the unsuccessful providers in its files move.");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < transition.exemptionKinds().size(); i++) {
      if (!seen.add(transition.exemptionKinds().get(i))) {
        problems.add(
            "DUPLICATE_EXEMPTION_KIND",
            FrameworkSection.path(code, "transition.exemptionKinds[" + i + "]"),
            transition.exemptionKinds().get(i) + " is there more than once.");
      }
    }
  }
}
