package council.platform.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount into parts that add up to it to the penny, by largest remainder: each line gets
 * its exact share without the fraction of a penny, and the pennies left over go one each to the
 * largest fractions, ties to the earlier line. A negative amount is split as its opposite and
 * turned round.
 */
public final class Allocation {
  private Allocation() {}

  /**
   * @param weights not negative; a line of weight zero gets nothing
   * @return as many parts as weights, in their order
   * @throws IllegalArgumentException where there is no line, a weight is negative, or all are zero
   *     though there is something to split
   */
  public static List<Money> byWeights(Money total, List<BigDecimal> weights) {
    List<BigInteger> whole = asIntegers(weights);
    BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      return nothing(total, weights.size());
    }
    BigInteger pence = total.amount().unscaledValue();
    BigInteger[] parts = split(pence.abs(), whole, sum);
    boolean negative = pence.signum() < 0;
    return IntStream.range(0, parts.length)
        .mapToObj(
            line -> new Money(new BigDecimal(negative ? parts[line].negate() : parts[line], 2)))
        .toList();
  }

  /** Splits into equal parts; the earlier ones get the pennies left over. */
  public static List<Money> equally(Money total, int lines) {
    return byWeights(total, Collections.nCopies(lines, BigDecimal.ONE));
  }

  private static BigInteger[] split(BigInteger pence, List<BigInteger> weights, BigInteger sum) {
    BigInteger[] parts = new BigInteger[weights.size()];
    BigInteger[] remainders = new BigInteger[weights.size()];
    BigInteger left = pence;
    for (int line = 0; line < parts.length; line++) {
      BigInteger[] share = pence.multiply(weights.get(line)).divideAndRemainder(sum);
      parts[line] = share[0];
      remainders[line] = share[1];
      left = left.subtract(share[0]);
    }
    largestFirst(remainders).stream()
        .limit(left.intValueExact())
        .forEach(line -> parts[line] = parts[line].add(BigInteger.ONE));
    return parts;
  }

  /** Sorting is stable, so ties stay in the order of the lines. */
  private static List<Integer> largestFirst(BigInteger[] remainders) {
    List<Integer> lines = new ArrayList<>(IntStream.range(0, remainders.length).boxed().toList());
    lines.sort(Comparator.comparing((Integer line) -> remainders[line]).reversed());
    return lines;
  }

  /** Weights in a common unit, so that shares are exact. */
  private static List<BigInteger> asIntegers(List<BigDecimal> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one line, but there is none");
    }
    int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    return weights.stream().map(weight -> asInteger(weight, Math.max(scale, 0))).toList();
  }

  private static BigInteger asInteger(BigDecimal weight, int scale) {
    if (weight.signum() < 0) {
      throw new IllegalArgumentException("Expected no negative weight, but there is " + weight);
    }
    return weight.setScale(scale).unscaledValue();
  }

  private static List<Money> nothing(Money total, int lines) {
    if (total.amount().signum() != 0) {
      throw new IllegalArgumentException(
          "Expected a weight above zero to split " + total + " by, but all are zero");
    }
    return Collections.nCopies(lines, Money.ZERO);
  }
}
