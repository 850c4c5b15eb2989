package council.framework.store;

import council.framework.scheme.Lot;
import council.framework.scheme.Lots;
import council.framework.scheme.Vehicle;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the lot that a zone and a category name, and says what is missing or unknown. */
final class LotSearch {
  private final Vehicle vehicle;
  private final GeographySection geography;
  private final Problems problems;

  /**
   * @param problems where it is told what is missing or unknown, under {@code zone} and {@code
   *     category}
   */
  LotSearch(Vehicle vehicle, GeographySection geography, Problems problems) {
    this.vehicle = vehicle;
    this.geography = geography;
    this.problems = problems;
  }

  /**
   * @param zone a zone, or the code of a lot; absent where lots are by category
   * @param category absent where lots are by zone
   */
  Optional<Lot> find(@Nullable String zone, @Nullable String category) {
    Map<String, Lot> lots =
        Lots.of(vehicle, geography).stream()
            .collect(Collectors.toMap(Lot::code, lot -> lot, (a, b) -> a, LinkedHashMap::new));
    if (zone != null && category == null && lots.containsKey(zone)) {
      return Optional.ofNullable(lots.get(zone));
    }
    return switch (vehicle.lots()) {
      case Lots.ByZone by -> byZone(zone, category);
      case Lots.ByCategory by -> byCategory(zone, category, lots);
      case Lots.ByZoneAndCategory by -> byBoth(zone, category, lots);
    };
  }

  /** A zone that the framework does not cover has no places, which is an answer. */
  private Optional<Lot> byZone(@Nullable String zone, @Nullable String category) {
    if (category != null) {
      problems.add(
          "CATEGORY_NOT_EXPECTED",
          "category",
          category,
          "no category",
          "The framework's lots are zones and have no category.");
    }
    boolean known = isKnown("zone", zone, geography.zoneCodes());
    return zone == null || !known
        ? Optional.empty()
        : geography.findAreaOf(zone).map(area -> new Lot(zone, zone, null, area));
  }

  /** The zone of a need is looked at, but says nothing about the lot. */
  private Optional<Lot> byCategory(
      @Nullable String zone, @Nullable String category, Map<String, Lot> lots) {
    if (zone != null) {
      isKnown("zone", zone, geography.zoneCodes());
    }
    return isKnown("category", category, vehicle.lots().categories().keySet())
        ? Optional.ofNullable(lots.get(category))
        : Optional.empty();
  }

  private Optional<Lot> byBoth(
      @Nullable String zone, @Nullable String category, Map<String, Lot> lots) {
    List<String> zones = List.copyOf(vehicle.covered(geography.areaByZone()).keySet());
    boolean known = isKnown("zone", zone, zones);
    known &= isKnown("category", category, vehicle.lots().categories().keySet());
    return known ? Optional.ofNullable(lots.get(zone + Lots.BETWEEN + category)) : Optional.empty();
  }

  private boolean isKnown(String what, @Nullable String code, Collection<String> known) {
    String expected = "one of " + String.join(", ", known);
    String upper = what.toUpperCase(Locale.ROOT);
    if (code == null) {
      problems.add(
          upper + "_MISSING",
          what,
          null,
          expected,
          "The framework's lots need a %s, but there is none.".formatted(what));
    } else if (!known.contains(code)) {
      problems.add(
          "UNKNOWN_" + upper,
          what,
          code,
          expected,
          "There is no %s '%s'%s".formatted(what, code, NearestName.hint(code, known)));
    }
    return code != null && known.contains(code);
  }
}
