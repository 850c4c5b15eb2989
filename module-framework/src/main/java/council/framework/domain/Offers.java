package council.framework.domain;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.OfferFact;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.CriterionSource.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was offered for the zones of a round, and the scores that are worked out from it, each
 * rounded once to 4 decimals.
 */
final class Offers {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int DECIMALS = 4;
  private final Map<String, BigDecimal> lowest = new HashMap<>();

  Offers(Collection<ApplicationFact> applications) {
    for (ApplicationFact application : applications) {
      for (String zone : application.zones()) {
        findPrice(application, zone).ifPresent(price -> lowest.merge(zone, price, BigDecimal::min));
      }
    }
  }

  /** A price that can be used: above 0. */
  static Optional<BigDecimal> findPrice(ApplicationFact application, String zone) {
    return application.findOffer(zone).map(OfferFact::price).filter(price -> price.signum() > 0);
  }

  /** A share that can be used: from 0 to 100 percent. */
  static Optional<BigDecimal> findShare(ApplicationFact application, String zone) {
    return application
        .findOffer(zone)
        .map(OfferFact::marketSharePercent)
        .filter(share -> share.signum() >= 0 && share.compareTo(HUNDRED) <= 0);
  }

  /** Of all who offered a price in the zone, whatever else becomes of them. */
  Optional<BigDecimal> findLowest(String zone) {
    return Optional.ofNullable(lowest.get(zone));
  }

  /** Empty where people score the criterion, or where what it needs was not offered. */
  Optional<BigDecimal> findScore(Criterion criterion, ApplicationFact application, String zone) {
    BigDecimal maximum = criterion.maximumScore();
    return switch (criterion.source()) {
      case CriterionSource.Scored() -> Optional.empty();
      case CriterionSource.Price(Formula formula) ->
          findPrice(application, zone)
              .flatMap(price -> findLowest(zone).map(low -> priced(formula, maximum, low, price)));
      case CriterionSource.MarketShare(boolean greaterIsBetter) ->
          findShare(application, zone)
              .map(share -> greaterIsBetter ? share : HUNDRED.subtract(share))
              .map(share -> divided(maximum.multiply(share), HUNDRED));
    };
  }

  private static BigDecimal priced(
      Formula formula, BigDecimal maximum, BigDecimal low, BigDecimal price) {
    return switch (formula) {
      case LOWEST_OVER_PRICE -> divided(maximum.multiply(low), price);
      case LINEAR ->
          divided(maximum.multiply(TWO.multiply(low).subtract(price)), low).max(BigDecimal.ZERO);
    };
  }

  private static BigDecimal divided(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }
}
