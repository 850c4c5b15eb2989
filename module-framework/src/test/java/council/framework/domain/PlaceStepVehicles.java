package council.framework.domain;

import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.ExemptionKind;
import council.framework.scheme.Lots;
import council.framework.scheme.NewBusinessRule.HoldsLocation;
import council.framework.scheme.NewBusinessRule.HoldsPlace;
import council.framework.scheme.NewBusinessRule.NotSuspended;
import council.framework.scheme.NewBusinessRule.WithinAreaCap;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import council.framework.scheme.Tier;
import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A framework with two tiers and every kind of step. */
final class PlaceStepVehicles {
  static final int PLACES = 2;
  static final LocalDate START = LocalDate.of(2015, 6, 1);
  static final LocalDate DAY_AFTER = LocalDate.of(2018, 6, 1);

  private PlaceStepVehicles() {}

  static Vehicle twoTiers() {
    return twoTiers(
        Map.of(
            "DOWN",
            new PlaceStep.Move("Down", List.of("TIER1"), "TIER2", true, List.of("QUALITY"), true),
            "UP",
            new PlaceStep.Move("Up", List.of("TIER2"), "TIER1", false, List.of(), false),
            "REMOVE",
            new PlaceStep.Remove(
                "Removed", List.of("TIER1", "TIER2"), true, List.of("QUALITY"), true),
            "RESIGN",
            new PlaceStep.Resign("Resigned", List.of("TIER1", "TIER2"), true, List.of(), false),
            "NOVATE",
            new PlaceStep.Novate("Sold", List.of(), List.of(), true),
            "RECOMMISSION",
            new PlaceStep.Recommission("Anew", List.of(), true),
            "ADMIT",
            new PlaceStep.AdmitAtSite("Home", "TIER2", List.of(), List.of(), true)));
  }

  static Vehicle twoTiers(Map<String, PlaceStep> steps) {
    return new Vehicle(
        "Framework",
        START,
        DAY_AFTER.minusDays(1),
        List.of(),
        List.of(),
        BigDecimal.ZERO,
        List.of(
            new Tier.RankedPlaces("TIER1", "Tier 1", PLACES, Map.of(), true),
            new Tier.ExistingLocations("TIER2", "Tier 2")),
        2,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        List.of(),
        false,
        new Transition(18, List.of("NHS")),
        Map.of(
            RequestKind.NEW,
            List.of(
                new HoldsPlace(List.of("TIER1")),
                new NotSuspended(SuspensionScope.NEW_BUSINESS),
                new WithinAreaCap()),
            RequestKind.NEW_TENANT_AT_EXISTING_LOCATION,
            List.of(
                new HoldsLocation(List.of("TIER1", "TIER2")),
                new NotSuspended(SuspensionScope.FILLING_VOIDS))),
        new Award(10),
        new Admission.Round(),
        null,
        new Lots.ByZone(),
        null,
        null,
        null,
        null,
        Map.of(),
        steps,
        Map.of("NHS", new ExemptionKind("Former NHS scheme", 12, List.of(30, 7))),
        Map.of(),
        List.of(),
        null);
  }
}
