package council.framework.domain;

import static council.platform.decision.Reason.Verdict.FAILED;
import static council.platform.decision.Reason.Verdict.NOTED;
import static council.platform.decision.Reason.Verdict.PASSED;

import council.framework.domain.Contest.Ruling;
import council.framework.domain.Contest.Rulings;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Why an applicant got, or did not get, a place in a zone. Names no other provider. */
final class ZoneReasons {
  private final Round round;
  private final Vehicle vehicle;
  private final Allocation allocation;

  ZoneReasons(Round round, Allocation allocation) {
    this.round = round;
    this.vehicle = round.vehicle();
    this.allocation = allocation;
  }

  Reason of(Bid bid) {
    List<Reason> because = new ArrayList<>(List.of(score(bid), gate(bid)));
    round.findRank(bid).ifPresent(rank -> because.add(ranked(bid, rank)));
    allocation.rulings().forEach((tier, rulings) -> addContest(bid, tier, rulings, because));
    boolean placed =
        allocation.rulings().values().stream().anyMatch(rulings -> rulings.placed(bid));
    return new Reason(
        Rules.IS_PLACED_IN_ZONE,
        path("tiers"),
        Seen.of("zone", bid.zone()).and("area", bid.area()).and("score", bid.total()).map(),
        verdict(placed),
        because);
  }

  private Reason score(Bid bid) {
    Seen seen = Seen.of("zone", bid.zone()).and("score", bid.total());
    for (Criterion criterion : vehicle.criteria()) {
      seen.and(
          criterion.code(),
          "%s of %s x %d"
              .formatted(
                  bid.score(criterion.code()).toPlainString(),
                  criterion.maximumScore().toPlainString(),
                  criterion.weightPercent()));
    }
    return Reason.of(Rules.SCORE_IS_WEIGHTED_SUM, path("criteria"), NOTED, seen.map());
  }

  private Reason gate(Bid bid) {
    List<Reason> because = new ArrayList<>();
    because.add(
        Reason.of(
            Rules.REACHES_QUALITY_THRESHOLD,
            path("qualityThresholdPercent"),
            verdict(bid.reachesThreshold()),
            Seen.of("score", bid.total())
                .and("threshold", vehicle.qualityThresholdPercent())
                .map()));
    for (int i = 0; i < vehicle.criteria().size(); i++) {
      addPassMark(bid, i, because);
    }
    bid.unscored().forEach(criterion -> because.add(unscored(bid, criterion)));
    return new Reason(
        Rules.PASSES_QUALITY_GATE,
        "",
        Seen.of("zone", bid.zone()).map(),
        verdict(bid.passesGate()),
        because);
  }

  private void addPassMark(Bid bid, int index, List<Reason> because) {
    Criterion criterion = vehicle.criteria().get(index);
    BigDecimal mark = criterion.passMark();
    if (mark == null) {
      return;
    }
    because.add(
        Reason.of(
            Rules.REACHES_PASS_MARK,
            path("criteria[" + index + "].passMark"),
            verdict(!bid.missedPassMarks().contains(criterion)),
            Seen.of("criterion", criterion.code())
                .and("score", bid.score(criterion.code()))
                .and("passMark", mark)
                .map()));
  }

  private Reason unscored(Bid bid, Criterion criterion) {
    return Reason.of(
        Rules.HAS_SCORE_OF_CRITERION,
        path("criteria[" + vehicle.criteria().indexOf(criterion) + "]"),
        FAILED,
        Seen.of("criterion", criterion.code())
            .and("score", bid.application().findScore(criterion.code(), bid.zone()).orElse(null))
            .and("maximumScore", criterion.maximumScore())
            .map());
  }

  private Reason ranked(Bid bid, int rank) {
    return Reason.of(
        Rules.IS_RANKED_IN_ZONE,
        path("tieBreakers"),
        NOTED,
        Seen.of("zone", bid.zone()).and("rank", rank).and("of", round.rankedIn(bid.zone())).map());
  }

  private void addContest(Bid bid, Tier tier, Rulings rulings, List<Reason> because) {
    Ruling ruling = rulings.rulings().get(bid);
    if (ruling == null || !(tier instanceof Tier.RankedPlaces ranked)) {
      return;
    }
    String tierPath = path("tiers[" + vehicle.tiers().indexOf(tier) + "]");
    SortedSet<String> areas = rulings.areas().getOrDefault(bid, new TreeSet<>());
    because.add(
        new Reason(
            Rules.WINS_PLACE_OF_TIER,
            tierPath,
            Seen.of("tier", tier.code()).and("zone", bid.zone()).map(),
            verdict(ruling == Ruling.PLACED),
            contest(bid, ranked, ruling, areas, tierPath)));
  }

  private List<Reason> contest(
      Bid bid, Tier.RankedPlaces tier, Ruling ruling, SortedSet<String> areas, String tierPath) {
    List<Reason> tried = new ArrayList<>();
    if (ruling == Ruling.WITHDREW) {
      tried.add(withdrew(bid));
      return tried;
    }
    if (ruling != Ruling.AREA_CAP || vehicle.capPolicy() == CapPolicy.HIGHEST_SCORE_FIRST) {
      tried.add(
          Reason.of(
              Rules.ZONE_HAS_PLACE_LEFT,
              tierPath + ".places",
              verdict(ruling != Ruling.PLACES_FULL),
              Seen.of("zone", bid.zone())
                  .and("places", tier.placesIn(bid.zone()))
                  .and("capPolicy", vehicle.capPolicy())
                  .map()));
    }
    if (ruling != Ruling.PLACES_FULL && tier.capped() && vehicle.areaCap() != null) {
      tried.add(cap(bid, areas, ruling != Ruling.AREA_CAP));
    }
    return tried;
  }

  private Reason withdrew(Bid bid) {
    return Reason.of(
        Rules.PREFERS_THE_AREA,
        path("capPolicy"),
        FAILED,
        Seen.of("area", bid.area())
            .and("areaPreference", bid.application().areaPreference())
            .and("areaCap", vehicle.areaCap())
            .map());
  }

  private Reason cap(Bid bid, SortedSet<String> areas, boolean kept) {
    return Reason.of(
        Rules.HOLDS_AT_MOST_MAXIMUM_AREAS,
        path("areaCap"),
        verdict(kept),
        Seen.of("area", bid.area())
            .and("areasHeld", areas)
            .and("areaCap", vehicle.areaCap())
            .and("capPolicy", vehicle.capPolicy())
            .map());
  }

  private String path(String rest) {
    return FrameworkSection.path(round.vehicleCode(), rest);
  }

  static Verdict verdict(boolean passed) {
    return passed ? PASSED : FAILED;
  }
}
