package council.framework.domain;

import council.framework.scheme.Criterion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** Sum over the criteria of weight x score / maximum, exact until it is rounded once. */
final class WeightedScore {
  static final int DECIMALS = 4;

  private WeightedScore() {}

  /** Percent with 4 decimals, HALF_UP. */
  static BigDecimal percent(List<Criterion> criteria, Function<String, BigDecimal> scores) {
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ONE;
    for (Criterion criterion : criteria) {
      BigDecimal weighted =
          scores.apply(criterion.code()).multiply(BigDecimal.valueOf(criterion.weightPercent()));
      numerator = numerator.multiply(criterion.maximumScore()).add(weighted.multiply(denominator));
      denominator = denominator.multiply(criterion.maximumScore());
    }
    return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
  }
}
