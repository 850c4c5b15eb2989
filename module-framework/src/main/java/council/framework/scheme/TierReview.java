package council.framework.scheme;

import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A review of every place of a tier within a time of the framework's start. */
@Doc(
    value = "A review of every place of a tier, ending in a recommendation",
    rules = {"LAN-FW-21", "LAN-FW-22", "LAN-FW-28"})
public record TierReview(
    @Doc("Code of the tier") String tier,
    @Doc(value = "Months from the framework's start by which it is done", rules = "LAN-FW-21")
        @Range(min = "1", max = "600")
        int withinMonths,
    @Doc("What can be recommended, by code") Map<String, Recommendation> recommendations) {
  public TierReview {
    recommendations = Collections.unmodifiableMap(new LinkedHashMap<>(recommendations));
  }

  /** What can come of a review. */
  @Doc(value = "What can come of a review", rules = "LAN-FW-22")
  public record Recommendation(
      @Doc("What people call it") String title, @Doc("What follows from it") Effect effect) {}

  /** What follows. */
  public enum Effect {
    /** The place stays as it is. */
    STAYS,
    /** The provider's locations in the zone become transition cases. */
    LOCATIONS_MOVE
  }
}
