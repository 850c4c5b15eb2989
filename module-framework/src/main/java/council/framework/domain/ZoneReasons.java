package council.framework.domain;

import static council.platform.decision.Reason.Verdict.FAILED;
import static council.platform.decision.Reason.Verdict.NOTED;
import static council.platform.decision.Reason.Verdict.PASSED;

import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an applicant got, or did not get, a place in a zone. Names no other provider. */
final class ZoneReasons {
  private final Round round;
  private final Vehicle vehicle;
  private final Allocation allocation;
  private final ContestReasons contest;

  ZoneReasons(Round round, Allocation allocation) {
    this.round = round;
    this.vehicle = round.vehicle();
    this.allocation = allocation;
    this.contest = new ContestReasons(round);
  }

  Reason of(Bid bid) {
    List<Reason> because = new ArrayList<>(List.of(score(bid)));
    vehicle.criteria().forEach(criterion -> findWorkedOut(bid, criterion).ifPresent(because::add));
    because.add(gate(bid));
    round.findRank(bid).ifPresent(rank -> because.add(ranked(bid, rank)));
    if (bid.passesGate()) {
      round
          .findHeld(bid.provider(), bid.zone())
          .ifPresent(place -> because.add(holdsAlready(bid, place)));
    }
    allocation
        .rulings()
        .forEach((tier, rulings) ->
            rulings
                .find(bid)
                .ifPresent(ruling ->
                    because.add(contest.of(bid, tier, ruling, rulings, allocation.roomFor(tier)))));
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
    round
        .gates()
        .forEach(check ->
            because.add(
                round.checks().reason(bid.provider(), check, round.vehicleCode(), vehicle)));
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

  /** How a score that nobody gave came about. */
  private Optional<Reason> findWorkedOut(Bid bid, Criterion criterion) {
    if (criterion.isScored() || bid.unscored().contains(criterion)) {
      return Optional.empty();
    }
    Seen seen =
        Seen.of("criterion", criterion.code())
            .and("score", bid.score(criterion.code()))
            .and("maximumScore", criterion.maximumScore());
    String zone = bid.zone();
    String rule =
        switch (criterion.source()) {
          case CriterionSource.Price(CriterionSource.Formula formula) -> {
            seen.and("price", Offers.findPrice(bid.application(), zone).orElse(null))
                .and("lowest", round.offers().findLowest(zone).orElse(null))
                .and("formula", formula);
            yield Rules.PRICE_GIVES_SCORE;
          }
          case CriterionSource.MarketShare(boolean greaterIsBetter) -> {
            seen.and("share", Offers.findShare(bid.application(), zone).orElse(null))
                .and("better", greaterIsBetter ? "greater" : "smaller");
            yield Rules.MARKET_SHARE_GIVES_SCORE;
          }
          case CriterionSource.Scored() -> Rules.HAS_SCORE_OF_CRITERION;
        };
    return Optional.of(Reason.of(rule, sourcePath(criterion), NOTED, seen.map()));
  }

  private Reason notOffered(Bid bid, Criterion criterion) {
    String what = criterion.source() instanceof CriterionSource.Price ? "price" : "market share";
    return Reason.of(
        Rules.OFFERS_WHAT_IS_NEEDED,
        sourcePath(criterion),
        FAILED,
        Seen.of("criterion", criterion.code()).and("zone", bid.zone()).and("needed", what).map());
  }

  private String sourcePath(Criterion criterion) {
    return path("criteria[" + vehicle.criteria().indexOf(criterion) + "].source");
  }

  private Reason unscored(Bid bid, Criterion criterion) {
    if (!criterion.isScored()) {
      return notOffered(bid, criterion);
    }
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

  private Reason holdsAlready(Bid bid, HeldPlace place) {
    return Reason.of(
        Rules.HOLDS_NO_PLACE_YET,
        path("admission"),
        FAILED,
        Seen.of("zone", bid.zone()).and("tier", place.tier()).map());
  }

  private String path(String rest) {
    return FrameworkSection.path(round.vehicleCode(), rest);
  }

  static Verdict verdict(boolean passed) {
    return passed ? PASSED : FAILED;
  }
}
