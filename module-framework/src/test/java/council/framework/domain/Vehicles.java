package council.framework.domain;

import council.framework.scheme.CallOff;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of a vehicle with one thing changed. */
final class Vehicles {
  private Vehicles() {}

  static Vehicle with(Vehicle v, CapPolicy policy) {
    return copy(v, v.tiers(), v.areaCap(), v.zoneCap(), policy, v.hourlyRate());
  }

  static Vehicle with(Vehicle v, List<Tier> tiers) {
    return copy(v, tiers, v.areaCap(), v.zoneCap(), v.capPolicy(), v.hourlyRate());
  }

  static Vehicle withCaps(Vehicle v, @Nullable Integer areaCap, @Nullable Integer zoneCap) {
    return copy(v, v.tiers(), areaCap, zoneCap, v.capPolicy(), v.hourlyRate());
  }

  static Vehicle withRate(Vehicle v, String pounds) {
    return copy(v, v.tiers(), v.areaCap(), v.zoneCap(), v.capPolicy(), new BigDecimal(pounds));
  }

  static Vehicle withTieBreakers(Vehicle v, List<String> tieBreakers) {
    return rebuilt(
        v,
        v.tiers(),
        v.areaCap(),
        v.zoneCap(),
        v.capPolicy(),
        v.hourlyRate(),
        tieBreakers,
        v.newBusiness());
  }

  static Vehicle withCriteria(Vehicle v, List<Criterion> criteria) {
    return new Vehicle(
        v.title(),
        v.frameworkStart(),
        v.frameworkEnd(),
        v.zones(),
        criteria,
        v.qualityThresholdPercent(),
        v.tiers(),
        v.areaCap(),
        v.zoneCap(),
        v.capPolicy(),
        v.tieBreakers(),
        v.admitsConsortia(),
        v.transition(),
        v.newBusiness(),
        v.award(),
        v.admission(),
        v.hourlyRate());
  }

  static Vehicle withDueDiligence(Vehicle v, Map<String, DueDiligence> checks) {
    return new Vehicle(
        v.title(),
        v.frameworkStart(),
        v.frameworkEnd(),
        v.zones(),
        v.criteria(),
        v.qualityThresholdPercent(),
        v.tiers(),
        v.areaCap(),
        v.zoneCap(),
        v.capPolicy(),
        v.tieBreakers(),
        v.admitsConsortia(),
        v.transition(),
        v.newBusiness(),
        v.award(),
        v.admission(),
        v.hourlyRate(),
        v.lots(),
        v.market(),
        v.term(),
        v.spend(),
        v.evaluation(),
        checks,
        v.placeSteps(),
        v.exemptions(),
        v.callOff(),
        v.tierReviews(),
        v.openData());
  }

  static Vehicle withNewBusiness(Vehicle v, Map<RequestKind, List<NewBusinessRule>> rules) {
    return rebuilt(
        v,
        v.tiers(),
        v.areaCap(),
        v.zoneCap(),
        v.capPolicy(),
        v.hourlyRate(),
        v.tieBreakers(),
        rules);
  }

  private static Vehicle copy(
      Vehicle v,
      List<Tier> tiers,
      @Nullable Integer areaCap,
      @Nullable Integer zoneCap,
      CapPolicy policy,
      @Nullable BigDecimal rate) {
    return rebuilt(v, tiers, areaCap, zoneCap, policy, rate, v.tieBreakers(), v.newBusiness());
  }

  private static Vehicle rebuilt(
      Vehicle v,
      List<Tier> tiers,
      @Nullable Integer areaCap,
      @Nullable Integer zoneCap,
      CapPolicy policy,
      @Nullable BigDecimal rate,
      List<String> tieBreakers,
      Map<RequestKind, List<NewBusinessRule>> newBusiness) {
    return new Vehicle(
        v.title(),
        v.frameworkStart(),
        v.frameworkEnd(),
        v.zones(),
        v.criteria(),
        v.qualityThresholdPercent(),
        tiers,
        areaCap,
        zoneCap,
        policy,
        tieBreakers,
        v.admitsConsortia(),
        v.transition(),
        newBusiness,
        v.award(),
        v.admission(),
        rate,
        v.lots(),
        v.market(),
        v.term(),
        v.spend(),
        v.evaluation(),
        v.dueDiligence(),
        v.placeSteps(),
        v.exemptions(),
        v.callOff(),
        v.tierReviews(),
        v.openData());
  }

  static Vehicle withCallOff(Vehicle v, Map<RequestKind, CallOff> callOff) {
    return new Vehicle(
        v.title(),
        v.frameworkStart(),
        v.frameworkEnd(),
        v.zones(),
        v.criteria(),
        v.qualityThresholdPercent(),
        v.tiers(),
        v.areaCap(),
        v.zoneCap(),
        v.capPolicy(),
        v.tieBreakers(),
        v.admitsConsortia(),
        v.transition(),
        v.newBusiness(),
        v.award(),
        v.admission(),
        v.hourlyRate(),
        v.lots(),
        v.market(),
        v.term(),
        v.spend(),
        v.evaluation(),
        v.dueDiligence(),
        v.placeSteps(),
        v.exemptions(),
        callOff,
        v.tierReviews(),
        v.openData());
  }
}
