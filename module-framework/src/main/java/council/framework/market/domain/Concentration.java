package council.framework.market.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/**
 * The Herfindahl-Hirschman index: the sum of the squared shares in percent. 10000 is one provider
 * alone; equal shares of n providers are 10000 / n.
 */
public final class Concentration {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);
  private static final int DECIMALS = 2;

  private Concentration() {}

  /**
   * From exact shares, rounded once, half up.
   *
   * @param amounts what each provider has, 0 or more
   * @return empty where all together have nothing
   */
  public static Optional<BigDecimal> of(Collection<BigDecimal> amounts) {
    BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal squares =
        amounts.stream()
            .map(amount -> amount.multiply(amount))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        squares.multiply(WHOLE).divide(total.multiply(total), DECIMALS, RoundingMode.HALF_UP));
  }
}
