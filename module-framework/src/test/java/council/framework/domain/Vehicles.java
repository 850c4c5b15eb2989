package council.framework.domain;

import council.framework.scheme.CapPolicy;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of a vehicle with one thing changed. */
final class Vehicles {
  private Vehicles() {}

  static Vehicle with(Vehicle v, CapPolicy policy) {
    return copy(v, v.tiers(), v.areaCap(), policy, v.newBusiness());
  }

  static Vehicle with(Vehicle v, List<Tier> tiers) {
    return copy(v, tiers, v.areaCap(), v.capPolicy(), v.newBusiness());
  }

  static Vehicle withCap(Vehicle v, @Nullable Integer cap) {
    return copy(v, v.tiers(), cap, v.capPolicy(), v.newBusiness());
  }

  static Vehicle withNewBusiness(Vehicle v, Map<RequestKind, List<NewBusinessRule>> rules) {
    return copy(v, v.tiers(), v.areaCap(), v.capPolicy(), rules);
  }

  private static Vehicle copy(
      Vehicle v,
      List<Tier> tiers,
      @Nullable Integer cap,
      CapPolicy policy,
      Map<RequestKind, List<NewBusinessRule>> newBusiness) {
    return new Vehicle(
        v.title(),
        v.frameworkStart(),
        v.frameworkEnd(),
        v.zones(),
        v.criteria(),
        v.qualityThresholdPercent(),
        tiers,
        cap,
        policy,
        v.tieBreakers(),
        v.admitsConsortia(),
        v.transition(),
        newBusiness,
        v.award());
  }
}
