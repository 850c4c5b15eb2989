package council.framework.domain;

import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The score of a price among others, rounded once to 4 decimals (HAM-FW-28). */
final class PriceScore {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private PriceScore() {}

  /**
   * @param lowest the lowest price of all who offered one, above 0
   * @param price above 0
   */
  static BigDecimal of(
      CriterionSource.Price source, Criterion criterion, BigDecimal lowest, BigDecimal price) {
    BigDecimal maximum = criterion.maximumScore();
    return switch (source.formula()) {
      case LOWEST_OVER_PRICE -> rounded(maximum.multiply(lowest), price);
      case LINEAR ->
          rounded(maximum.multiply(TWO.multiply(lowest).subtract(price)), lowest)
              .max(BigDecimal.ZERO.setScale(WeightedScore.DECIMALS));
    };
  }

  private static BigDecimal rounded(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, WeightedScore.DECIMALS, RoundingMode.HALF_UP);
  }
}
