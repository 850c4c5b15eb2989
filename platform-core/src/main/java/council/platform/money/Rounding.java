package council.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a scheme rounds an exact figure.
 *
 * @param scale decimals kept: 2 for amounts, 4 for rates
 * @param mode such as HALF_UP
 */
public record Rounding(int scale, RoundingMode mode) {
  /** Amounts, where a scheme says nothing else. */
  public static final Rounding AMOUNT = new Rounding(2, RoundingMode.HALF_UP);

  /** Rates, where a scheme says nothing else. */
  public static final Rounding RATE = new Rounding(4, RoundingMode.HALF_UP);

  public Rounding {
    if (scale < 0 || scale > 12) {
      throw new IllegalArgumentException("Expected 0 to 12 decimals, but there are " + scale);
    }
  }

  public BigDecimal round(BigDecimal exact) {
    return exact.setScale(scale, mode);
  }

  /** Numerator through denominator, worked out exactly and rounded once. */
  public BigDecimal divide(BigDecimal numerator, BigDecimal denominator) {
    return numerator.divide(denominator, scale, mode);
  }
}
