package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A kind of place. Tiers are filled in the order of the document. */
@Doc(value = "A kind of place on the framework", rules = "LAN-FW-05")
public sealed interface Tier {
  String code();

  String title();

  /** A fixed number of places in each zone, given to the best ranked: {@code RANKED_PLACES}. */
  @Doc(
      value = "A fixed number of places in each zone, given to the best ranked",
      rules = {"LAN-FW-08", "LAN-FW-09", "HAM-FW-23", "HAM-REA-04"})
  record RankedPlaces(
      @Doc("Short name, unique within the framework, such as TIER1") String code,
      @Doc("What people call it") String title,
      @Doc(
              value = "Places in a zone that has no number of its own",
              affects = DecisionKinds.ALLOCATION)
          @Range(min = "0")
          int places,
      @Doc(value = "Places by zone where it differs", affects = DecisionKinds.ALLOCATION)
          Map<String, Integer> placesByZone,
      @Doc(value = "Whether its places count towards the area cap", rules = "LAN-FW-11")
          @Default("true")
          boolean capped)
      implements Tier {
    public RankedPlaces {
      placesByZone = Collections.unmodifiableMap(new LinkedHashMap<>(placesByZone));
    }

    public int placesIn(String zone) {
      return placesByZone.getOrDefault(zone, places);
    }
  }

  /**
   * Successful providers keep the locations that they have in a zone where they hold no other
   * place: {@code EXISTING_LOCATIONS}.
   */
  @Doc(
      value =
          "Successful providers without another place in a zone keep the locations they have there",
      rules = {"LAN-FW-17", "LAN-FW-18"})
  record ExistingLocations(
      @Doc("Short name, unique within the framework, such as TIER2") String code,
      @Doc("What people call it") String title)
      implements Tier {}
}
