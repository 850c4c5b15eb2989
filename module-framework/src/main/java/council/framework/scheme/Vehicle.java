package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider framework. */
@Doc("One provider framework: who may be placed on it, where, and what a place is good for")
public record Vehicle(
    @Doc("What people call it") String title,
    @Doc("First day on which its places can be used") LocalDate frameworkStart,
    @Doc(
            value = "Last day on which its places can be used; absent means no end is set",
            affects = {DecisionKinds.ELIGIBILITY, DecisionKinds.OPTION})
        @Nullable LocalDate frameworkEnd,
    @Doc(
            value = "Codes of the geography's zones that it covers; empty means all of them",
            rules = "LAN-FW-07",
            affects = DecisionKinds.ALLOCATION)
        List<String> zones,
    @Doc(
            value = "What applications are scored on; the weights add up to 100",
            rules = "LAN-FW-06",
            affects = DecisionKinds.ALLOCATION)
        List<Criterion> criteria,
    @Doc(
            value = "Score in percent that a provider must reach in a zone to be ranked there",
            rules = "LAN-FW-05",
            affects = DecisionKinds.ALLOCATION)
        @Range(min = "0", max = "100")
        BigDecimal qualityThresholdPercent,
    @Doc(
            value = "Kinds of place in the order in which they are given out",
            rules = {"LAN-FW-05", "LAN-FW-06"},
            affects = {DecisionKinds.ALLOCATION, DecisionKinds.ELIGIBILITY})
        List<Tier> tiers,
    @Doc(
            value = "Most areas in which a provider may hold capped places; absent means no cap",
            rules = {"LAN-FW-11", "LAN-FW-12"},
            affects = {DecisionKinds.ALLOCATION, DecisionKinds.ELIGIBILITY})
        @Nullable
        @Range(min = "1")
        Integer areaCap,
    @Doc(
            value =
                "Most zones, or lots of another cut, in which a provider may hold capped places;"
                    + " absent means no cap",
            affects = {DecisionKinds.ALLOCATION, DecisionKinds.ELIGIBILITY})
        @Nullable
        @Range(min = "1")
        Integer zoneCap,
    @Doc(
            value = "How places are given out where providers reach a cap",
            rules = "LAN-FW-11",
            affects = DecisionKinds.ALLOCATION)
        @Default("HIGHEST_SCORE_FIRST")
        CapPolicy capPolicy,
    @Doc(
            value =
                "What decides between equal scores, in order: criterion:CODE (higher first),"
                    + " submittedAt (earlier first), existing (who delivers services already"
                    + " first), existingLocations (more locations in the zone first), reference"
                    + " (ascending); reference is added at the end where it is left out",
            rules = "LAN-FW-09",
            affects = DecisionKinds.ALLOCATION)
        List<String> tieBreakers,
    @Doc(
            value = "Whether providers may apply together as a consortium",
            rules = "HAM-FW-23",
            affects = DecisionKinds.ALLOCATION)
        @Default("false")
        boolean admitsConsortia,
    @Doc(
            value =
                "What happens to the locations of unsuccessful providers; absent means that they"
                    + " stay",
            rules = "LAN-FW-24",
            affects = DecisionKinds.ALLOCATION)
        @Nullable Transition transition,
    @Doc(
            value =
                "Rules that a provider must satisfy for each kind of request; a kind left out is"
                    + " not given to anybody",
            rules = {"LAN-FW-10", "LAN-FW-19", "LAN-FW-20"},
            affects = DecisionKinds.ELIGIBILITY)
        Map<RequestKind, List<NewBusinessRule>> newBusiness,
    @Doc("How a proposed allocation becomes an award") @Default("{}") Award award,
    @Doc(
            value = "When providers can be placed on it",
            rules = "LAN-APL-01",
            affects = DecisionKinds.ALLOCATION)
        @Default("ROUND")
        Admission admission,
    @Doc(
            value =
                "Fixed price of an hour in pounds, with which locations that move are valued;"
                    + " absent where none is set",
            rules = {"LAN-FW-69", "HAM-FW-31", "HAM-FW-32", "HAM-REA-05"},
            affects = DecisionKinds.ALLOCATION)
        @Nullable
        @Range(min = "0")
        BigDecimal hourlyRate,
    @Doc(
            value = "How it is cut into the lots that places are given out for",
            rules = {"LAN-FW-07", "HAM-FW-28"},
            affects = {DecisionKinds.ALLOCATION, DecisionKinds.ELIGIBILITY})
        @Default("{kind: BY_ZONE}")
        Lots lots,
    @Doc(
            value = "With whom the council contracts; absent means providers side by side",
            rules = {"HAM-FW-23", "HAM-FW-28"},
            affects = {DecisionKinds.ALLOCATION, DecisionKinds.ELIGIBILITY})
        @Nullable MarketModel market,
    @Doc(
            value = "How long it and what is called off from it may last",
            rules = "LAN-FW-02",
            affects = DecisionKinds.OPTION)
        @Nullable Term term,
    @Doc(
            value = "What may be committed through it; absent means that nothing is counted",
            rules = {"HAM-FW-01", "HAM-FW-02", "HAM-FW-14"},
            affects = DecisionKinds.COMMITMENT)
        @Nullable Spend spend,
    @Doc(
            value = "How people score answers; absent means that agreed scores are imported",
            rules = "LAN-FW-09")
        @Nullable Evaluation evaluation,
    @Doc(
            value = "Checks of providers by code",
            rules = {"LAN-FW-42", "LAN-FW-89"})
        Map<String, DueDiligence> dueDiligence,
    @Doc(
            value = "Steps by which a place changes after its award, by code",
            rules = {"LAN-FW-15", "LAN-FW-16"})
        Map<String, PlaceStep> placeSteps,
    @Doc(
            value = "Kinds of exemption by code",
            rules = {"LAN-FW-35", "LAN-FW-36"})
        Map<String, ExemptionKind> exemptions,
    @Doc(
            value =
                "How a provider is chosen for each kind of request; a kind left out is awarded to"
                    + " any eligible provider by the council",
            rules = "LAN-FW-10",
            affects = DecisionKinds.CALL_OFF)
        Map<RequestKind, CallOff> callOff,
    @Doc(value = "Reviews of the places of a tier", rules = "LAN-FW-21")
        List<TierReview> tierReviews,
    @Doc("How it is told as open data; absent means that it is not") @Nullable OpenData openData) {

  public Vehicle {
    zones = List.copyOf(zones);
    criteria = List.copyOf(criteria);
    tiers = List.copyOf(tiers);
    tieBreakers = List.copyOf(tieBreakers);
    newBusiness = Collections.unmodifiableMap(new LinkedHashMap<>(newBusiness));
    dueDiligence = Collections.unmodifiableMap(new LinkedHashMap<>(dueDiligence));
    placeSteps = Collections.unmodifiableMap(new LinkedHashMap<>(placeSteps));
    exemptions = Collections.unmodifiableMap(new LinkedHashMap<>(exemptions));
    callOff = Collections.unmodifiableMap(new LinkedHashMap<>(callOff));
    tierReviews = List.copyOf(tierReviews);
  }

  /** One with nothing but rounds, places and rules for new business. */
  public Vehicle(
      String title,
      LocalDate frameworkStart,
      @Nullable LocalDate frameworkEnd,
      List<String> zones,
      List<Criterion> criteria,
      BigDecimal qualityThresholdPercent,
      List<Tier> tiers,
      @Nullable Integer areaCap,
      @Nullable Integer zoneCap,
      CapPolicy capPolicy,
      List<String> tieBreakers,
      boolean admitsConsortia,
      @Nullable Transition transition,
      Map<RequestKind, List<NewBusinessRule>> newBusiness,
      Award award,
      Admission admission,
      @Nullable BigDecimal hourlyRate) {
    this(
        title,
        frameworkStart,
        frameworkEnd,
        zones,
        criteria,
        qualityThresholdPercent,
        tiers,
        areaCap,
        zoneCap,
        capPolicy,
        tieBreakers,
        admitsConsortia,
        transition,
        newBusiness,
        award,
        admission,
        hourlyRate,
        new Lots.ByZone(),
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null);
  }

  public Optional<Criterion> findCriterion(String code) {
    return criteria.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  public Optional<Tier> findTier(String code) {
    return tiers.stream().filter(t -> t.code().equals(code)).findFirst();
  }

  /** Whether its rounds are awarded at any time and side by side. */
  public boolean isOpenList() {
    return !(admission instanceof Admission.Round);
  }

  /** The zones that it covers of all that there are, with their areas. */
  public Map<String, String> covered(Map<String, String> areaByZone) {
    Map<String, String> covered = new LinkedHashMap<>(areaByZone);
    if (!zones.isEmpty()) {
      covered.keySet().retainAll(zones);
    }
    return covered;
  }

  /** Whether it is open for business on a date, without the options that were taken. */
  public boolean inForceOn(LocalDate date) {
    return inForceOn(date, frameworkEnd);
  }

  /**
   * Whether it is open for business on a date.
   *
   * @param end its last day with the options that were taken, absent where it has none
   */
  public boolean inForceOn(LocalDate date, @Nullable LocalDate end) {
    return !date.isBefore(frameworkStart) && (end == null || !date.isAfter(end));
  }
}
