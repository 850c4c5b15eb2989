package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;
import static council.platform.decision.Reason.Verdict.FAILED;
import static council.platform.decision.Reason.Verdict.NOTED;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.MarketModel;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why an applicant got, or did not get, a place of one tier in a zone. */
final class ContestReasons {
  private final Round round;
  private final Vehicle vehicle;

  ContestReasons(Round round) {
    this.round = round;
    this.vehicle = round.vehicle();
  }

  /**
   * @param room how many more each lot takes by the market model
   */
  Reason of(
      Bid bid, Tier.Contested tier, Ruling ruling, Rulings rulings, Map<String, Integer> room) {
    String tierPath = path("tiers[" + vehicle.tiers().indexOf(tier) + "]");
    return new Reason(
        Rules.WINS_PLACE_OF_TIER,
        tierPath,
        Seen.of("tier", tier.code()).and("zone", bid.zone()).map(),
        verdict(ruling == Ruling.PLACED),
        switch (ruling) {
          case WITHDREW_FROM_AREA -> List.of(withdrewFromArea(bid));
          case WITHDREW_FROM_ZONE -> List.of(withdrewFromZone(bid));
          case PLACES_FULL ->
              room.getOrDefault(bid.zone(), Integer.MAX_VALUE) < tier.placesIn(bid.zone())
                  ? List.of(lotTakesAnother(bid, false))
                  : List.of(place(bid, tier, tierPath, false));
          case PLACED, AREA_CAP, ZONE_CAP ->
              contest(bid, tier, ruling, rulings.holdingAt(bid), tierPath, room);
        });
  }

  private List<Reason> contest(
      Bid bid,
      Tier.Contested tier,
      Ruling ruling,
      Holding held,
      String tierPath,
      Map<String, Integer> room) {
    List<Reason> tried = new ArrayList<>();
    if (ruling == Ruling.PLACED || vehicle.capPolicy() == CapPolicy.HIGHEST_SCORE_FIRST) {
      tried.add(place(bid, tier, tierPath, true));
      if (room.containsKey(bid.zone())) {
        tried.add(lotTakesAnother(bid, true));
      }
    }
    if (tier.capped() && vehicle.areaCap() != null) {
      tried.add(areaCap(bid, held, ruling != Ruling.AREA_CAP));
    }
    if (tier.capped() && vehicle.zoneCap() != null && ruling != Ruling.AREA_CAP) {
      tried.add(zoneCap(bid, held, ruling != Ruling.ZONE_CAP));
    }
    return tried;
  }

  private Reason place(Bid bid, Tier.Contested tier, String tierPath, boolean left) {
    return switch (tier) {
      case Tier.RankedPlaces ranked ->
          Reason.of(
              Rules.ZONE_HAS_PLACE_LEFT,
              tierPath + ".places",
              verdict(left),
              Seen.of("zone", bid.zone())
                  .and("places", ranked.placesIn(bid.zone()))
                  .and("capPolicy", vehicle.capPolicy())
                  .map());
      case Tier.AllWhoPass all ->
          Reason.of(
              Rules.ZONE_TAKES_EVERYBODY,
              tierPath,
              NOTED,
              Seen.of("tier", all.code()).and("zone", bid.zone()).map());
    };
  }

  private Reason lotTakesAnother(Bid bid, boolean left) {
    MarketModel market = vehicle.market();
    return Reason.of(
        Rules.LOT_TAKES_ANOTHER,
        path("market"),
        verdict(left),
        Seen.of("zone", bid.zone()).and("most", market == null ? null : market.mostInLot()).map());
  }

  private Reason withdrewFromArea(Bid bid) {
    return Reason.of(
        Rules.PREFERS_THE_AREA,
        path("capPolicy"),
        FAILED,
        Seen.of("area", bid.area())
            .and("areaPreference", bid.application().areaPreference())
            .and("areaCap", vehicle.areaCap())
            .map());
  }

  private Reason withdrewFromZone(Bid bid) {
    return Reason.of(
        Rules.PREFERS_THE_ZONE,
        path("capPolicy"),
        FAILED,
        Seen.of("zone", bid.zone())
            .and("areaPreference", bid.application().areaPreference())
            .and("zoneCap", vehicle.zoneCap())
            .map());
  }

  private Reason areaCap(Bid bid, Holding held, boolean kept) {
    return Reason.of(
        Rules.HOLDS_AT_MOST_MAXIMUM_AREAS,
        path("areaCap"),
        verdict(kept),
        Seen.of("area", bid.area())
            .and("areasHeld", held.areas())
            .and("areaCap", vehicle.areaCap())
            .and("capPolicy", vehicle.capPolicy())
            .map());
  }

  private Reason zoneCap(Bid bid, Holding held, boolean kept) {
    return Reason.of(
        Rules.HOLDS_AT_MOST_MAXIMUM_ZONES,
        path("zoneCap"),
        verdict(kept),
        Seen.of("zone", bid.zone())
            .and("zonesHeld", held.zones())
            .and("zoneCap", vehicle.zoneCap())
            .and("capPolicy", vehicle.capPolicy())
            .map());
  }

  private String path(String rest) {
    return FrameworkSection.path(round.vehicleCode(), rest);
  }
}
