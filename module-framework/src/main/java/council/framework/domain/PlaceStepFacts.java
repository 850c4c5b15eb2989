package council.framework.domain;

import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that is to be taken with places of a provider, and what is known of those that it touches.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param step code of the step in the scheme
 * @param on first day on which things are as the step leaves them
 * @param provider reference of the provider whose places they are, or who is admitted
 * @param buyer reference of the provider that has bought the business; for a novation only
 * @param site where a provider is admitted; for an admission at one site only
 * @param ground the ground that is given, absent where none is
 * @param evidenceNamed whether evidence is named
 * @param chosen ids of the places that the step is about
 * @param places at least all places of the provider and the buyer, and all of the zones touched
 * @param locations at least those of the provider on the day
 * @param checksPassed codes of the checks that the provider (of a novation: the buyer) has passed
 * @param casesDue last day by which locations have moved, absent where the scheme's time holds
 * @param frameworkEnd last day of the framework with the options that were taken; absent where it
 *     is the scheme's
 */
public record PlaceStepFacts(
    String vehicle,
    String step,
    LocalDate on,
    String provider,
    @Nullable String buyer,
    @Nullable Site site,
    @Nullable String ground,
    boolean evidenceNamed,
    List<String> chosen,
    List<KnownPlace> places,
    List<HeldLocation> locations,
    List<String> checksPassed,
    @Nullable LocalDate casesDue,
    @Nullable LocalDate frameworkEnd) {

  /** For a framework whose end is the scheme's. */
  public PlaceStepFacts(
      String vehicle,
      String step,
      LocalDate on,
      String provider,
      @Nullable String buyer,
      @Nullable Site site,
      @Nullable String ground,
      boolean evidenceNamed,
      List<String> chosen,
      List<KnownPlace> places,
      List<HeldLocation> locations,
      List<String> checksPassed,
      @Nullable LocalDate casesDue) {
    this(
        vehicle,
        step,
        on,
        provider,
        buyer,
        site,
        ground,
        evidenceNamed,
        chosen,
        places,
        locations,
        checksPassed,
        casesDue,
        null);
  }

  public PlaceStepFacts {
    chosen = List.copyOf(chosen);
    places = List.copyOf(places);
    locations = List.copyOf(locations);
    checksPassed = List.copyOf(checksPassed);
  }

  /** The last day of the framework. */
  @Nullable LocalDate endOf(Vehicle terms) {
    return frameworkEnd == null ? terms.frameworkEnd() : frameworkEnd;
  }

  /** A location and where it lies. */
  public record Site(String location, String zone, String area) {}

  /**
   * A place.
   *
   * @param place its id
   * @param from first day in force
   * @param until first day no longer in force, absent where no end is set
   * @param site reference of the only location at which it holds, absent where it holds in the
   *     whole zone
   */
  public record KnownPlace(
      String place,
      String provider,
      String tier,
      String zone,
      String area,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable String site,
      @Nullable Integer rank) {

    boolean inForceOn(LocalDate day) {
      return !day.isBefore(from) && holdsAfter(day);
    }

    /** Whether a day from that one on is left to it. */
    boolean holdsAfter(LocalDate day) {
      return until == null || day.isBefore(until);
    }

    /**
     * Whether it is good for a location.
     *
     * @param zoneOfLot the zone of its lot; absent where lots have none
     */
    boolean covers(HeldLocation location, @Nullable String zoneOfLot) {
      return provider.equals(location.provider())
          && (zoneOfLot == null || zoneOfLot.equals(location.zone()))
          && (site == null || site.equals(location.location()));
    }

    /** Whether a provider needs no two of them on one day. */
    boolean standsInFor(KnownPlace other) {
      return provider.equals(other.provider)
          && zone.equals(other.zone)
          && (site == null || other.site == null || site.equals(other.site));
    }

    boolean overlaps(KnownPlace other) {
      return isNotEmpty()
          && other.isNotEmpty()
          && (until == null || other.from.isBefore(until))
          && (other.until == null || from.isBefore(other.until));
    }

    private boolean isNotEmpty() {
      return until == null || from.isBefore(until);
    }

    KnownPlace endedOn(LocalDate day) {
      return new KnownPlace(place, provider, tier, zone, area, from, day, site, rank);
    }
  }
}
