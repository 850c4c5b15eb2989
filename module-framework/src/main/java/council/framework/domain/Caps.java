package council.framework.domain;

import council.framework.domain.Contest.Ruling;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a provider may hold, what it holds already included.
 *
 * @param areas most areas
 * @param zones most zones
 */
record Caps(int areas, int zones) {
  /** More than any geography has. */
  private static final int NO_CAP = Integer.MAX_VALUE;

  private static final Caps NONE = new Caps(NO_CAP, NO_CAP);

  static Caps of(Vehicle vehicle, Tier.Contested tier) {
    return tier.capped() ? new Caps(most(vehicle.areaCap()), most(vehicle.zoneCap())) : NONE;
  }

  private static int most(@Nullable Integer cap) {
    return cap == null ? NO_CAP : cap;
  }

  /** The cap that keeps a provider with this holding from a place there, the areas' first. */
  Optional<Ruling> inTheWay(Holding held, Bid bid) {
    if (!held.areas().contains(bid.area()) && held.areas().size() >= areas) {
      return Optional.of(Ruling.AREA_CAP);
    }
    if (!held.zones().contains(bid.zone()) && held.zones().size() >= zones) {
      return Optional.of(Ruling.ZONE_CAP);
    }
    return Optional.empty();
  }

  int areasLeft(Holding held) {
    return Math.max(0, areas - held.areas().size());
  }

  int zonesLeft(Holding held) {
    return Math.max(0, zones - held.zones().size());
  }
}
