package council.framework.scheme;

import council.platform.scheme.Doc;
import council.platform.scheme.GeographySection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a framework is cut into the lots that places are given out for. The code of a lot is the
 * zone's, the category's, or {@code ZONE:CATEGORY}.
 */
@Doc(
    value = "How the framework is cut into the lots that places are given out for",
    rules = {"LAN-FW-07", "HAM-FW-28", "HAM-FW-29"})
public sealed interface Lots {
  /** What stands between zone and category in the code of a lot by both. */
  String BETWEEN = ":";

  /** Names of the categories by code; empty where lots are by zone alone. */
  default Map<String, String> categories() {
    return Map.of();
  }

  /**
   * The lots, given the zones that the framework covers.
   *
   * @param areaByZone in the geography's order
   */
  List<Lot> over(Map<String, String> areaByZone);

  /** Codes of the lots, given the zones that the framework covers, in their order. */
  default List<String> codes(List<String> zones) {
    Map<String, String> areaByZone = new LinkedHashMap<>();
    zones.forEach(zone -> areaByZone.put(zone, zone));
    return over(areaByZone).stream().map(Lot::code).toList();
  }

  /** The zone in the code of a lot; absent where lots are by category alone. */
  @Nullable String zoneOf(String code);

  /** The category in the code of a lot; absent where lots are by zone alone. */
  @Nullable String categoryOf(String code);

  /** The lots of a framework, in the geography's order and then the categories'. */
  static List<Lot> of(Vehicle vehicle, GeographySection geography) {
    return vehicle.lots().over(vehicle.covered(geography.areaByZone()));
  }

  /** {@code BY_ZONE}. */
  @Doc("Each zone is a lot")
  record ByZone() implements Lots {
    @Override
    public List<Lot> over(Map<String, String> areaByZone) {
      return areaByZone.entrySet().stream()
          .map(zone -> new Lot(zone.getKey(), zone.getKey(), null, zone.getValue()))
          .toList();
    }

    @Override
    public String zoneOf(String code) {
      return code;
    }

    @Override
    public @Nullable String categoryOf(String code) {
      return null;
    }
  }

  /** {@code BY_CATEGORY}. */
  @Doc(value = "Each category of need or specialism is a lot", rules = "HAM-FW-28")
  record ByCategory(@Doc("Names of the categories by code") Map<String, String> categories)
      implements Lots {
    public ByCategory {
      categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    @Override
    public List<Lot> over(Map<String, String> areaByZone) {
      return categories.keySet().stream()
          .map(category -> new Lot(category, null, category, category))
          .toList();
    }

    @Override
    public @Nullable String zoneOf(String code) {
      return null;
    }

    @Override
    public String categoryOf(String code) {
      return code;
    }
  }

  /** {@code BY_ZONE_AND_CATEGORY}. */
  @Doc(value = "Each category in each zone is a lot of its own", rules = "HAM-FW-28")
  record ByZoneAndCategory(@Doc("Names of the categories by code") Map<String, String> categories)
      implements Lots {
    public ByZoneAndCategory {
      categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    @Override
    public List<Lot> over(Map<String, String> areaByZone) {
      return areaByZone.entrySet().stream()
          .flatMap(zone ->
              categories.keySet().stream()
                  .map(category ->
                      new Lot(
                          zone.getKey() + BETWEEN + category,
                          zone.getKey(),
                          category,
                          zone.getValue())))
          .toList();
    }

    @Override
    public String zoneOf(String code) {
      return code.split(BETWEEN, 2)[0];
    }

    @Override
    public String categoryOf(String code) {
      String[] parts = code.split(BETWEEN, 2);
      return parts[parts.length - 1];
    }
  }
}
