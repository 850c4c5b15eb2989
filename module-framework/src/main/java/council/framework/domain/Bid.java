package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One application in one zone.
 *
 * @param scores the score of every criterion, as it holds in this zone; 0 where none can be used
 * @param total percent, rounded once to 4 decimals
 * @param missedPassMarks criteria whose pass mark was not reached
 * @param unscored criteria without a score that can be used, which happens only where other
 *     criteria are tried on a round than those that it was scored by, or where a price or share
 *     that is needed was not offered; the gate is then not passed
 * @param missingChecks codes of checks without a pass that holds, of those that nobody is ranked
 *     without
 */
record Bid(
    ApplicationFact application,
    ZoneFact place,
    Map<String, BigDecimal> scores,
    BigDecimal total,
    boolean reachesThreshold,
    List<Criterion> missedPassMarks,
    List<Criterion> unscored,
    boolean existing,
    int existingLocations,
    List<String> missingChecks) {

  /**
   * @param offers what all applicants of the round offered
   * @param existing whether the applicant delivers services already
   * @param existingLocations how many locations it has in the zone
   */
  static Bid of(
      Vehicle vehicle,
      ApplicationFact application,
      ZoneFact place,
      Offers offers,
      boolean existing,
      int existingLocations,
      List<String> missingChecks) {
    var scores = new LinkedHashMap<String, BigDecimal>();
    var unscored = new ArrayList<Criterion>();
    for (Criterion criterion : vehicle.criteria()) {
      Optional<BigDecimal> score = usableScore(application, criterion, place, offers);
      scores.put(criterion.code(), score.orElse(BigDecimal.ZERO));
      if (score.isEmpty()) {
        unscored.add(criterion);
      }
    }
    BigDecimal total = WeightedScore.percent(vehicle.criteria(), c -> score(scores, c));
    return new Bid(
        application,
        place,
        scores,
        total,
        total.compareTo(vehicle.qualityThresholdPercent()) >= 0,
        vehicle.criteria().stream().filter(c -> misses(c, scores)).toList(),
        List.copyOf(unscored),
        existing,
        existingLocations,
        List.copyOf(missingChecks));
  }

  private static Optional<BigDecimal> usableScore(
      ApplicationFact application, Criterion criterion, ZoneFact place, Offers offers) {
    if (!criterion.isScored()) {
      return offers.findScore(criterion, application, place.zone());
    }
    return application
        .findScore(criterion.code(), place.zone())
        .filter(score -> score.signum() >= 0)
        .filter(score -> score.compareTo(criterion.maximumScore()) <= 0);
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
    return reachesThreshold
        && missedPassMarks.isEmpty()
        && unscored.isEmpty()
        && missingChecks.isEmpty();
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
