package council.framework.opendata.store;

import council.framework.opendata.domain.OpenFacts.Lot;
import council.framework.scheme.Lots;
import council.framework.scheme.Vehicle;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lots with the names of their zones and categories. */
final class LotTitles {
  private LotTitles() {}

  static List<Lot> of(Vehicle vehicle, SchemeView scheme) {
    GeographySection geography = scheme.findSection(GeographySection.class).orElseThrow();
    Map<String, String> zones = new HashMap<>();
    geography
        .areas()
        .values()
        .forEach(area -> area.zones().forEach((code, zone) -> zones.put(code, zone.title())));
    Map<String, String> categories = vehicle.lots().categories();
    return Lots.of(vehicle, geography).stream()
        .map(lot ->
            new Lot(
                lot.code(),
                title(find(zones, lot.zone()), find(categories, lot.category())),
                lot.zone()))
        .toList();
  }

  private static @Nullable String find(Map<String, String> titles, @Nullable String code) {
    return code == null ? null : titles.getOrDefault(code, code);
  }

  private static String title(@Nullable String zone, @Nullable String category) {
    return Stream.of(zone, category).filter(Objects::nonNull).collect(Collectors.joining(": "));
  }
}
