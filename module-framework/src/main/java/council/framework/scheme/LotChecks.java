package council.framework.scheme;

import council.framework.scheme.NewBusinessRule.HoldsLocation;
import council.framework.scheme.NewBusinessRule.WithinAreaCap;
import council.platform.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lots and what goes with them: a location lies in a zone, but in no category. */
final class LotChecks {
  private final String code;
  private final Vehicle vehicle;
  private final Problems problems;

  private LotChecks(String code, Vehicle vehicle, Problems problems) {
    this.code = code;
    this.vehicle = vehicle;
    this.problems = problems;
  }

  static void check(String code, Vehicle vehicle, Set<String> zones, Problems problems) {
    LotChecks checks = new LotChecks(code, vehicle, problems);
    switch (vehicle.lots()) {
      case Lots.ByZone lots -> {}
      case Lots.ByCategory lots -> {
        checks.checkCategories(lots.categories(), zones);
        checks.checkNothingByLocation();
        checks.checkNoAreas();
      }
      case Lots.ByZoneAndCategory lots -> {
        checks.checkCategories(lots.categories(), Set.of());
        checks.checkNothingByLocation();
      }
    }
  }

  private void checkCategories(Map<String, String> categories, Set<String> zones) {
    String path = path("lots.categories");
    if (categories.isEmpty()) {
      problems.add("NO_CATEGORY", path, "Expected at least one category, but found none.");
    }
    categories.forEach((category, title) -> {
      FrameworkChecks.checkCode(category, path + "." + category, problems);
      if (title.isBlank()) {
        problems.add("BLANK_TITLE", path + "." + category, "Expected a name, but it is blank.");
      }
      if (zones.contains(category)) {
        problems.add(
            "CATEGORY_IS_ZONE",
            path + "." + category,
            category,
            "a code that no zone has",
            "A lot %s could be the category or the zone of that code.".formatted(category));
      }
    });
  }

  private void checkNothingByLocation() {
    for (int i = 0; i < vehicle.tiers().size(); i++) {
      if (vehicle.tiers().get(i) instanceof Tier.ExistingLocations tier) {
        tellLocation(path("tiers[" + i + "]"), tier.code(), "a tier of another kind");
      }
    }
    for (int i = 0; i < vehicle.tieBreakers().size(); i++) {
      if (vehicle.tieBreakers().get(i).equals("existingLocations")) {
        tellLocation(path("tieBreakers[" + i + "]"), "existingLocations", "existing");
      }
    }
    tellRules(HoldsLocation.class, "a rule of another kind");
  }

  private void tellRules(Class<? extends NewBusinessRule> kind, String expected) {
    vehicle
        .newBusiness()
        .forEach((request, rules) -> {
          for (int i = 0; i < rules.size(); i++) {
            if (kind.isInstance(rules.get(i))) {
              tellLocation(path("newBusiness." + request + "[" + i + "]"), null, expected);
            }
          }
        });
  }

  private void tellLocation(String path, @Nullable String value, String expected) {
    problems.add(
        "LOCATION_HAS_NO_CATEGORY",
        path,
        value,
        expected + ", or lots by zone",
        "A location lies in a zone and in no category, so lots by category cannot go by it.");
  }

  /** Each lot by category is an area by itself, so a cap on areas would be one on lots. */
  private void checkNoAreas() {
    if (vehicle.areaCap() != null) {
      tellNoAreas(path("areaCap"), "zoneCap");
    }
    vehicle.newBusiness().forEach((request, rules) -> checkNoAreas(request, rules));
  }

  private void checkNoAreas(RequestKind request, List<NewBusinessRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof WithinAreaCap) {
        tellNoAreas(path("newBusiness." + request + "[" + i + "]"), "WITHIN_ZONE_CAP");
      }
    }
  }

  private void tellNoAreas(String path, String expected) {
    problems.add(
        "NO_AREAS_TO_CAP",
        path,
        null,
        expected + ", which counts lots",
        "Lots by category lie in no area, so areas cannot be counted.");
  }

  private String path(String rest) {
    return FrameworkSection.path(code, rest);
  }
}
