package council.platform.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in pounds sterling, exact to the penny: always two decimals. May be negative. */
public record Money(@JsonValue BigDecimal amount) implements Comparable<Money> {
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  private static final int PENCE = 2;

  /**
   * @throws ArithmeticException where the amount has a fraction of a penny: round it first
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Money {
    amount = amount.setScale(PENCE, RoundingMode.UNNECESSARY);
  }

  public static Money of(String amount) {
    return new Money(new BigDecimal(amount));
  }

  public static Money ofPence(long pence) {
    return new Money(BigDecimal.valueOf(pence, PENCE));
  }

  /** Rounds an exact figure to the penny. */
  public static Money rounded(BigDecimal exact, RoundingMode mode) {
    return new Money(exact.setScale(PENCE, mode));
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money negated() {
    return new Money(amount.negate());
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  /** Plain figures without currency, such as {@code -1234.50}; {@link Gbp} is for people. */
  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
