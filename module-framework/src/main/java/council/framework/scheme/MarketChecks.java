package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market model and the tiers and applicants that it goes with. */
final class MarketChecks {
  private MarketChecks() {}

  /**
   * @param lots codes of the lots; empty where they are not known
   */
  static void check(String code, Vehicle vehicle, Collection<String> lots, Problems problems) {
    switch (vehicle.market()) {
      case null -> {}
      case MarketModel.Providers model -> {}
      case MarketModel.LeadProvider model -> checkOne(code, vehicle, lots, problems);
      case MarketModel.Alliance model -> checkOne(code, vehicle, lots, problems);
      case MarketModel.JointUndertaking model -> {
        checkOne(code, vehicle, lots, problems);
        if (model.form().isBlank()) {
          problems.add(
              "BLANK_FORM",
              FrameworkSection.path(code, "market.form"),
              "Expected the legal form of the undertaking, but it is blank.");
        }
      }
    }
  }

  private static void checkOne(
      String code, Vehicle vehicle, Collection<String> lots, Problems problems) {
    if (vehicle.admitsConsortia()) {
      problems.add(
          "CONSORTIA_OF_ONE_CONTRACTOR",
          FrameworkSection.path(code, "admitsConsortia"),
          true,
          "false",
          "The market model says who delivers behind the contractor; consortia are for providers"
              + " side by side.");
    }
    List<Tier> tiers = vehicle.tiers();
    for (int i = 0; i < tiers.size(); i++) {
      String path = FrameworkSection.path(code, "tiers[" + i + "]");
      switch (tiers.get(i)) {
        case Tier.RankedPlaces tier -> {}
        case Tier.AllWhoPass tier -> tellMany(path, null, problems);
        case Tier.ExistingLocations tier -> tellMany(path, null, problems);
      }
    }
    checkPlaces(code, vehicle, lots, problems);
  }

  private static void checkPlaces(
      String code, Vehicle vehicle, Collection<String> lots, Problems problems) {
    List<Tier.RankedPlaces> ranked =
        vehicle.tiers().stream()
            .filter(Tier.RankedPlaces.class::isInstance)
            .map(Tier.RankedPlaces.class::cast)
            .toList();
    long usual = ranked.stream().mapToLong(Tier.RankedPlaces::places).sum();
    boolean exceptions = ranked.stream().anyMatch(tier -> !tier.placesByZone().isEmpty());
    long most =
        exceptions && !lots.isEmpty()
            ? lots.stream()
                .mapToLong(lot -> ranked.stream().mapToLong(tier -> tier.placesIn(lot)).sum())
                .max()
                .orElse(usual)
            : usual;
    if (most > 1) {
      tellMany(FrameworkSection.path(code, "tiers"), most, problems);
    }
  }

  private static void tellMany(String path, @Nullable Long places, Problems problems) {
    problems.add(
        "ONE_CONTRACTOR",
        path,
        places,
        "one place in each lot in all, of a tier of ranked places",
        "The market model has one contractor in each lot, but the tiers give places to more.");
  }
}
