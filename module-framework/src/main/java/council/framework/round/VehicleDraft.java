package council.framework.round;

import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.Tier;
import council.framework.scheme.Transition;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vehicle of the scheme in which the files of a round replace some values. */
final class VehicleDraft {
  private final Vehicle scheme;
  private final Set<String> pinned;
  private List<String> zones;
  private List<Criterion> criteria;
  private BigDecimal threshold;
  private List<Tier> tiers;
  private @Nullable Integer areaCap;
  private @Nullable Integer zoneCap;
  private CapPolicy capPolicy;
  private LocalDate start;
  private List<String> tieBreakers;
  private @Nullable Transition transition;

  /**
   * @param pinned components of the vehicle that were set by hand and that no file replaces
   */
  VehicleDraft(Vehicle scheme, Set<String> pinned) {
    this.scheme = scheme;
    this.pinned = pinned;
    zones = scheme.zones();
    criteria = scheme.criteria();
    threshold = scheme.qualityThresholdPercent();
    tiers = scheme.tiers();
    areaCap = scheme.areaCap();
    zoneCap = scheme.zoneCap();
    capPolicy = scheme.capPolicy();
    start = scheme.frameworkStart();
    tieBreakers = scheme.tieBreakers();
    transition = scheme.transition();
  }

  boolean mayReplace(String component) {
    return !pinned.contains(component);
  }

  /** The zones come from the files, so all of them are covered. */
  void coverAllZones() {
    zones = List.of();
  }

  void criteria(List<Criterion> replaced) {
    criteria = mayReplace("criteria") ? replaced : criteria;
  }

  void threshold(BigDecimal percent) {
    threshold = mayReplace("qualityThresholdPercent") ? percent : threshold;
  }

  void areaCap(@Nullable Integer cap) {
    areaCap = mayReplace("areaCap") ? cap : areaCap;
  }

  void zoneCap(@Nullable Integer cap) {
    zoneCap = mayReplace("zoneCap") ? cap : zoneCap;
  }

  void capPolicy(CapPolicy policy) {
    capPolicy = mayReplace("capPolicy") ? policy : capPolicy;
  }

  void start(LocalDate day) {
    start = mayReplace("frameworkStart") ? day : start;
  }

  void tieBreakers(List<String> replaced) {
    tieBreakers = mayReplace("tieBreakers") ? replaced : tieBreakers;
  }

  void transitionMonths(int months) {
    if (mayReplace("transition")) {
      transition =
          transition == null
              ? new Transition(months, List.of())
              : new Transition(months, transition.exemptionKinds(), transition.cases());
    }
  }

  boolean hasRankedPlaces() {
    return tiers.stream().anyMatch(Tier.RankedPlaces.class::isInstance);
  }

  /** Places of the first tier with ranked places; exceptions of the scheme go with its default. */
  void places(@Nullable Integer usual, @Nullable Map<String, Integer> exceptions) {
    if (!mayReplace("tiers")) {
      return;
    }
    List<Tier> replaced = new ArrayList<>(tiers);
    for (int i = 0; i < replaced.size(); i++) {
      if (replaced.get(i) instanceof Tier.RankedPlaces tier) {
        int places = usual == null ? tier.places() : usual;
        Map<String, Integer> byZone = usual == null ? tier.placesByZone() : Map.of();
        replaced.set(
            i,
            new Tier.RankedPlaces(
                tier.code(),
                tier.title(),
                places,
                exceptions == null ? byZone : new LinkedHashMap<>(exceptions),
                tier.capped()));
        break;
      }
    }
    tiers = replaced;
  }

  Vehicle vehicle() {
    return new Vehicle(
        scheme.title(),
        start,
        scheme.frameworkEnd(),
        zones,
        criteria,
        threshold,
        tiers,
        areaCap,
        zoneCap,
        capPolicy,
        tieBreakers,
        scheme.admitsConsortia(),
        transition,
        scheme.newBusiness(),
        scheme.award(),
        scheme.admission(),
        scheme.hourlyRate(),
        scheme.lots(),
        scheme.market(),
        scheme.term(),
        scheme.spend(),
        scheme.evaluation(),
        scheme.dueDiligence(),
        scheme.placeSteps(),
        scheme.exemptions(),
        scheme.callOff(),
        scheme.tierReviews(),
        scheme.openData());
  }
}
