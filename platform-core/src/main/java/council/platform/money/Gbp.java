package council.platform.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes pounds as people in Britain read them. */
public final class Gbp {
  private static final int GROUP = 3;

  private Gbp() {}

  /** Such as {@code £129,522,100.00} or {@code -£0.50}. */
  public static String format(Money money) {
    BigDecimal size = money.amount().abs();
    String pence = size.remainder(BigDecimal.ONE).toPlainString().substring(1);
    return (money.isNegative() ? "-£" : "£") + grouped(size.toBigInteger()) + pence;
  }

  private static String grouped(BigInteger pounds) {
    StringBuilder digits = new StringBuilder(pounds.toString());
    for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
