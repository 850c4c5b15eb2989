package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many areas and zones a provider may hold. */
final class CapChecks {
  private CapChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    checkSize(vehicle.areaCap(), FrameworkSection.path(code, "areaCap"), problems);
    checkSize(vehicle.zoneCap(), FrameworkSection.path(code, "zoneCap"), problems);
    boolean capped =
        vehicle.tiers().stream()
            .anyMatch(tier -> tier instanceof Tier.Contested contested && contested.capped());
    if (!capped && vehicle.areaCap() != null) {
      warn("areaCap", code, problems);
    }
    if (!capped && vehicle.zoneCap() != null) {
      warn("zoneCap", code, problems);
    }
  }

  private static void warn(String component, String code, Problems problems) {
    problems.warn(
        "CAP_ON_NOTHING",
        FrameworkSection.path(code, component),
        null,
        "a tier with capped: true, or no cap",
        "No tier is capped, so the cap has no effect.");
  }

  private static void checkSize(@Nullable Integer cap, String path, Problems problems) {
    if (cap != null && cap < 1) {
      problems.add(
          "CAP_TOO_SMALL",
          path,
          cap,
          "at least 1",
          "A cap of " + cap + " would leave nobody a place.");
    }
  }

  /**
   * A cap that nobody can reach is a mistake.
   *
   * @param areaByZone the geography; empty where it is not known, then nothing can be said
   */
  static void checkEffect(
      String code, Vehicle vehicle, Map<String, String> areaByZone, Problems problems) {
    long areas = areaByZone.values().stream().distinct().count();
    List<String> covered =
        vehicle.zones().isEmpty() ? List.copyOf(areaByZone.keySet()) : vehicle.zones();
    boolean byZone = vehicle.lots() instanceof Lots.ByZone;
    long lots = vehicle.lots().codes(covered).size();
    String areaPath = FrameworkSection.path(code, "areaCap");
    if (!(vehicle.lots() instanceof Lots.ByCategory)) {
      checkReached(vehicle.areaCap(), areas, "area(s)", areaPath, problems);
    }
    if (!areaByZone.isEmpty()) {
      String zonePath = FrameworkSection.path(code, "zoneCap");
      checkReached(vehicle.zoneCap(), lots, byZone ? "zone(s)" : "lot(s)", zonePath, problems);
    }
  }

  private static void checkReached(
      @Nullable Integer cap, long most, String what, String path, Problems problems) {
    if (cap != null && most > 0 && cap > most) {
      problems.add(
          "CAP_TOO_LARGE",
          path,
          cap,
          "at most " + most + ", or no cap",
          "A cap of %d has no effect among %d %s.".formatted(cap, most, what));
    }
  }
}
