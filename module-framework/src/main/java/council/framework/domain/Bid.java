package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One application in one zone.
 *
 * @param scores the score of every criterion, as it holds in this zone
 * @param total percent, rounded once to 4 decimals
 * @param missedPassMarks criteria whose pass mark was not reached
 */
record Bid(
    ApplicationFact application,
    ZoneFact place,
    Map<String, BigDecimal> scores,
    BigDecimal total,
    boolean reachesThreshold,
    List<Criterion> missedPassMarks) {

  static Bid of(Vehicle vehicle, ApplicationFact application, ZoneFact place) {
    var scores = new LinkedHashMap<String, BigDecimal>();
    for (Criterion criterion : vehicle.criteria()) {
      scores.put(criterion.code(), scoreOf(application, criterion, place));
    }
    BigDecimal total = WeightedScore.percent(vehicle.criteria(), c -> score(scores, c));
    return new Bid(
        application,
        place,
        scores,
        total,
        total.compareTo(vehicle.qualityThresholdPercent()) >= 0,
        vehicle.criteria().stream().filter(c -> misses(c, scores)).toList());
  }

  private static BigDecimal scoreOf(
      ApplicationFact application, Criterion criterion, ZoneFact place) {
    return application
        .findScore(criterion.code(), place.zone())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Expected a score of %s for %s in %s, but there is none"
                    .formatted(application.provider(), criterion.code(), place.zone())));
  }

  private static boolean misses(Criterion criterion, Map<String, BigDecimal> scores) {
    BigDecimal mark = criterion.passMark();
    return mark != null && score(scores, criterion.code()).compareTo(mark) < 0;
  }

  private static BigDecimal score(Map<String, BigDecimal> scores, String criterion) {
    BigDecimal score = scores.get(criterion);
    if (score == null) {
      throw new IllegalArgumentException("Expected criterion " + criterion + ", but it is unknown");
    }
    return score;
  }

  BigDecimal score(String criterion) {
    return score(scores, criterion);
  }

  String provider() {
    return application.provider();
  }

  String zone() {
    return place.zone();
  }

  String area() {
    return place.area();
  }

  boolean passesGate() {
    return reachesThreshold && missedPassMarks.isEmpty();
  }

  /** A pair is the same pair whatever else is known of it; also much cheaper to look up. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Bid bid
        && provider().equals(bid.provider())
        && zone().equals(bid.zone());
  }

  @Override
  public int hashCode() {
    return 31 * provider().hashCode() + zone().hashCode();
  }
}
