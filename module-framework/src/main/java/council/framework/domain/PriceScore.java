package council.framework.domain;

import council.framework.scheme.CriterionSource.Formula;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The score of a price among others, rounded once to 4 decimals (HAM-FW-28). */
final class PriceScore {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private PriceScore() {}

  /**
   * @param maximum highest score of the criterion
   * @param lowest the lowest price of all who offered one, above 0
   * @param price above 0
   */
  static BigDecimal of(Formula formula, BigDecimal maximum, BigDecimal lowest, BigDecimal price) {
    return switch (formula) {
      case LOWEST_OVER_PRICE -> divided(maximum.multiply(lowest), price);
      case LINEAR ->
          divided(maximum.multiply(TWO.multiply(lowest).subtract(price)), lowest)
              .max(BigDecimal.ZERO);
    };
  }

  private static BigDecimal divided(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, WeightedScore.DECIMALS, RoundingMode.HALF_UP);
  }
}
