package council.framework.scheme;

import council.platform.scheme.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Codes of the lots, given the zones that the framework covers, in their order. */
  List<String> codes(List<String> zones);

  /** {@code BY_ZONE}. */
  @Doc("Each zone is a lot")
  record ByZone() implements Lots {
    @Override
    public List<String> codes(List<String> zones) {
      return zones;
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
    public List<String> codes(List<String> zones) {
      return List.copyOf(categories.keySet());
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
    public List<String> codes(List<String> zones) {
      return zones.stream()
          .flatMap(zone -> categories.keySet().stream().map(category -> zone + BETWEEN + category))
          .toList();
    }
  }
}
