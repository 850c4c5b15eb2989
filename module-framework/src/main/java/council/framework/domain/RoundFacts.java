package council.framework.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one evaluation round. The order of the lists does not matter for the outcome,
 * except that the zones' order is the geography's.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param zones the zones that places are given out for, in the geography's order
 * @param providers everybody who applied or delivers services at present
 * @param applications one for each applicant
 * @param locations where services are delivered at present
 * @param held places that earlier rounds of an open list gave; absent where no list is open
 * @param checks what is known of checks without which nobody is ranked; absent where there are none
 */
public record RoundFacts(
    String vehicle,
    List<ZoneFact> zones,
    List<ProviderFact> providers,
    List<ApplicationFact> applications,
    List<LocationFact> locations,
    @Nullable List<HeldPlace> held,
    @Nullable RoundChecks checks) {

  public RoundFacts {
    zones = List.copyOf(zones);
    providers = List.copyOf(providers);
    applications = List.copyOf(applications);
    locations = List.copyOf(locations);
    held = held == null ? null : List.copyOf(held);
  }

  /** A round to which no other round gave anything. */
  public RoundFacts(
      String vehicle,
      List<ZoneFact> zones,
      List<ProviderFact> providers,
      List<ApplicationFact> applications,
      List<LocationFact> locations) {
    this(vehicle, zones, providers, applications, locations, null, null);
  }

  /** A round without checks. */
  public RoundFacts(
      String vehicle,
      List<ZoneFact> zones,
      List<ProviderFact> providers,
      List<ApplicationFact> applications,
      List<LocationFact> locations,
      @Nullable List<HeldPlace> held) {
    this(vehicle, zones, providers, applications, locations, held, null);
  }

  /**
   * Checks of the applicants.
   *
   * @param on the day of the evaluation, on which a pass must hold
   */
  public record RoundChecks(LocalDate on, List<CheckFact> answers) {
    public RoundChecks {
      answers = List.copyOf(answers);
    }
  }

  /** A zone and the area that it lies in. */
  public record ZoneFact(String zone, String area) {}

  /**
   * A provider.
   *
   * @param existing whether it delivers services already when the round is advertised
   * @param consortiumMembers references of the providers that apply through it; empty for a
   *     provider that stands for itself
   */
  public record ProviderFact(String reference, boolean existing, List<String> consortiumMembers) {
    public ProviderFact {
      consortiumMembers = List.copyOf(consortiumMembers);
    }
  }

  /**
   * An application.
   *
   * @param areaPreference area codes, most preferred first; areas left out come after, by code
   * @param zones codes of the zones applied for
   * @param offers what was offered for zones; absent where nothing was
   */
  public record ApplicationFact(
      String provider,
      Instant submittedAt,
      List<String> areaPreference,
      List<String> zones,
      List<ScoreFact> scores,
      @Nullable List<OfferFact> offers) {
    public ApplicationFact {
      areaPreference = List.copyOf(areaPreference);
      zones = List.copyOf(zones);
      scores = List.copyOf(scores);
      offers = offers == null ? null : List.copyOf(offers);
    }

    /** One without prices or shares of the market. */
    public ApplicationFact(
        String provider,
        Instant submittedAt,
        List<String> areaPreference,
        List<String> zones,
        List<ScoreFact> scores) {
      this(provider, submittedAt, areaPreference, zones, scores, null);
    }

    Optional<OfferFact> findOffer(String zone) {
      return offers == null
          ? Optional.empty()
          : offers.stream().filter(offer -> offer.zone().equals(zone)).findFirst();
    }

    /** The score of a criterion that holds in a zone. */
    Optional<BigDecimal> findScore(String criterion, String zone) {
      return scores.stream()
          .filter(s -> s.criterion().equals(criterion))
          .filter(s -> s.zone() == null || s.zone().equals(zone))
          .map(ScoreFact::score)
          .findFirst();
    }
  }

  /**
   * One score.
   *
   * @param zone the zone that it is for; absent where the criterion has one score per application
   */
  public record ScoreFact(String criterion, @Nullable String zone, BigDecimal score) {}

  /**
   * What was offered for a zone.
   *
   * @param price pounds an hour
   * @param marketSharePercent the provider's share of the market before the round
   */
  public record OfferFact(
      String zone, @Nullable BigDecimal price, @Nullable BigDecimal marketSharePercent) {}

  /**
   * A location at which a provider delivers at present.
   *
   * @param exemption why it may stay with its provider whatever comes of the round; absent where it
   *     may not
   * @param weeklyHours hours of support delivered there in a week; absent where they are not known
   */
  public record LocationFact(
      String location,
      String provider,
      String zone,
      @Nullable String exemption,
      @Nullable BigDecimal weeklyHours) {}

  /** A place that a provider, or a consortium, holds from another round. */
  public record HeldPlace(String provider, String zone, String area, String tier) {}
}
