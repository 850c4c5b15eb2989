package council.framework.domain;

import council.framework.scheme.CapPolicy;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of a vehicle with one thing changed. */
final class Vehicles {
  private Vehicles() {}

  static Vehicle with(Vehicle v, CapPolicy policy) {
    return copy(v, v.tiers(), v.areaCap(), policy);
  }

  static Vehicle with(Vehicle v, List<Tier> tiers) {
    return copy(v, tiers, v.areaCap(), v.capPolicy());
  }

  static Vehicle withCap(Vehicle v, @Nullable Integer cap) {
    return copy(v, v.tiers(), cap, v.capPolicy());
  }

  private static Vehicle copy(
      Vehicle v, List<Tier> tiers, @Nullable Integer cap, CapPolicy policy) {
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
        v.newBusiness(),
        v.award());
  }
}
