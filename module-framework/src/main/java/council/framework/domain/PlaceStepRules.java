package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold of a step itself and of the places that it is about. */
final class PlaceStepRules {
  private final Vehicle vehicle;
  private final PlaceStep step;
  private final PlaceStepFacts facts;
  private final List<Reason> tried = new ArrayList<>();

  PlaceStepRules(Vehicle vehicle, PlaceStep step, PlaceStepFacts facts) {
    this.vehicle = vehicle;
    this.step = step;
    this.facts = facts;
  }

  List<Reason> tried() {
    frameworkIsInForce();
    groundIsKnown();
    evidenceIsNamed();
    switch (step) {
      case PlaceStep.Move move -> {
        each(move.from());
        DecidePlaceStep.chosen(facts).forEach(this::holdsInTheWholeZone);
        if (move.locationNeeded()) {
          DecidePlaceStep.chosen(facts).forEach(this::deliversInZone);
        }
      }
      case PlaceStep.Remove remove -> each(remove.from());
      case PlaceStep.Resign resign -> each(resign.from());
      case PlaceStep.Novate novate -> {
        buyerIsAnother();
        allPlacesAreNamed();
        novate.checks().forEach(check -> hasPassed(check, facts.buyer()));
      }
      case PlaceStep.Recommission _ -> allPlacesAreNamed();
      case PlaceStep.AdmitAtSite admit -> {
        deliversAtSite();
        admit.checks().forEach(check -> hasPassed(check, facts.provider()));
      }
    }
    return List.copyOf(tried);
  }

  private void add(String rule, String path, boolean passed, Seen seen) {
    tried.add(Reason.of(rule, path, verdict(passed), seen.map()));
  }

  private void frameworkIsInForce() {
    add(
        Rules.FRAMEWORK_IS_IN_FORCE,
        FrameworkSection.path(facts.vehicle(), "frameworkStart"),
        vehicle.inForceOn(facts.on(), facts.endOf(vehicle)),
        Seen.of("date", facts.on())
            .and("frameworkStart", vehicle.frameworkStart())
            .and("frameworkEnd", facts.endOf(vehicle)));
  }

  private void groundIsKnown() {
    List<String> grounds = step.grounds();
    boolean known = grounds.isEmpty() || grounds.contains(String.valueOf(facts.ground()));
    add(
        Rules.GROUND_IS_KNOWN,
        DecidePlaceStep.path(facts, "grounds"),
        known,
        Seen.of("ground", facts.ground() == null ? "" : facts.ground()).and("grounds", grounds));
  }

  private void evidenceIsNamed() {
    add(
        Rules.EVIDENCE_IS_NAMED,
        DecidePlaceStep.path(facts, "evidenceNeeded"),
        facts.evidenceNamed() || !step.evidenceNeeded(),
        Seen.of("named", facts.evidenceNamed() ? "yes" : "no")
            .and("needed", step.evidenceNeeded() ? "yes" : "no"));
  }

  private void each(List<String> tiers) {
    for (KnownPlace place : DecidePlaceStep.chosen(facts)) {
      add(
          Rules.PLACE_HOLDS_THEN,
          "",
          place.inForceOn(facts.on()),
          of(place).and("from", place.from()).and("until", place.until()).and("on", facts.on()));
      add(
          Rules.STEP_LEADS_FROM_TIER,
          DecidePlaceStep.path(facts, "from"),
          tiers.contains(place.tier()),
          of(place).and("tier", place.tier()).and("tiers", tiers));
    }
  }

  private static Seen of(KnownPlace place) {
    return Seen.of("provider", place.provider()).and("zone", place.zone());
  }

  private void holdsInTheWholeZone(KnownPlace place) {
    add(
        Rules.HOLDS_IN_THE_WHOLE_ZONE,
        "",
        place.site() == null,
        of(place).and("site", place.site()));
  }

  /** Whether the entry test of the other tier holds for who comes from above (LAN-FW-17). */
  private void deliversInZone(KnownPlace place) {
    List<String> there =
        facts.locations().stream()
            .filter(l -> place.covers(l, vehicle.lots().zoneOf(place.zone())))
            .map(EligibilityFacts.HeldLocation::location)
            .sorted()
            .toList();
    add(
        Rules.DELIVERS_IN_ZONE,
        DecidePlaceStep.path(facts, "locationNeeded"),
        !there.isEmpty(),
        of(place).and("locations", there));
  }

  private void deliversAtSite() {
    String site = Objects.requireNonNull(facts.site()).location();
    boolean there =
        facts.locations().stream()
            .anyMatch(l -> l.location().equals(site) && l.provider().equals(facts.provider()));
    add(
        Rules.DELIVERS_AT_SITE,
        "",
        there,
        Seen.of("provider", facts.provider()).and("site", site).and("on", facts.on()));
  }

  /** Whoever is sold keeps nothing back. */
  private void allPlacesAreNamed() {
    List<String> left =
        facts.places().stream()
            .filter(p -> p.provider().equals(facts.provider()) && p.holdsAfter(facts.on()))
            .filter(p -> !facts.chosen().contains(p.place()))
            .map(KnownPlace::zone)
            .distinct()
            .sorted()
            .toList();
    boolean hold = DecidePlaceStep.chosen(facts).stream().allMatch(p -> p.holdsAfter(facts.on()));
    add(
        Rules.ALL_PLACES_ARE_NAMED,
        "",
        left.isEmpty() && hold,
        Seen.of("provider", facts.provider())
            .and("on", facts.on())
            .and("left", left)
            .and("stillHold", hold ? "yes" : "no"));
  }

  private void buyerIsAnother() {
    String buyer = Objects.requireNonNull(facts.buyer());
    add(
        Rules.BUYER_IS_ANOTHER,
        "",
        !buyer.equals(facts.provider()),
        Seen.of("buyer", buyer).and("provider", facts.provider()));
  }

  private void hasPassed(String check, @Nullable String provider) {
    add(
        Rules.HAS_PASSED_CHECK,
        FrameworkSection.path(facts.vehicle(), "dueDiligence." + check),
        facts.checksPassed().contains(check),
        Seen.of("check", check).and("provider", provider).and("on", facts.on()));
  }
}
