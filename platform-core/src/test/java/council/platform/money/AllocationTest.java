package council.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {
  private static final BigDecimal PENNY = new BigDecimal("0.01");

  @Test
  void pennyLeftOverGoesToTheEarlierLineOnATie() {
    assertThat(Allocation.equally(Money.of("1.00"), 3)).isEqualTo(amounts("0.34", "0.33", "0.33"));
    assertThat(Allocation.equally(Money.of("0.05"), 3)).isEqualTo(amounts("0.02", "0.02", "0.01"));
  }

  @Test
  void pennyLeftOverGoesToTheLargestRemainder() {
    assertThat(Allocation.byWeights(Money.of("1.00"), weights("1", "1", "4")))
        .isEqualTo(amounts("0.17", "0.17", "0.66"));
    assertThat(Allocation.byWeights(Money.of("0.10"), weights("0.333", "0.667")))
        .isEqualTo(amounts("0.03", "0.07"));
  }

  @Test
  void aNegativeTotalIsTheOppositeTurnedRound() {
    assertThat(Allocation.equally(Money.of("-1.00"), 3))
        .isEqualTo(amounts("-0.34", "-0.33", "-0.33"));
  }

  @Test
  void aLineWithoutWeightGetsNothing() {
    assertThat(Allocation.byWeights(Money.of("0.05"), weights("0", "1", "0.00", "1")))
        .isEqualTo(amounts("0.00", "0.03", "0.00", "0.02"));
    assertThat(Allocation.byWeights(Money.ZERO, weights("0", "0")))
        .isEqualTo(amounts("0.00", "0.00"));
  }

  @Test
  void refusesWhatCannotBeSplit() {
    assertThatThrownBy(() -> Allocation.byWeights(Money.of("1"), weights("0", "0")))
        .hasMessageContaining("all are zero");
    assertThatThrownBy(() -> Allocation.byWeights(Money.ZERO, List.of()))
        .hasMessageContaining("at least one line");
    assertThatThrownBy(() -> Allocation.byWeights(Money.of("1"), weights("2", "-1")))
        .hasMessageContaining("negative weight");
  }

  record Case(long seed, Money total, List<BigDecimal> weights) {
    static Case of(long seed) {
      Random random = new Random(seed);
      int lines = 1 + random.nextInt(40);
      List<BigDecimal> weights = new ArrayList<>();
      for (int line = 0; line < lines; line++) {
        boolean zero = random.nextInt(6) == 0 && line > 0;
        long units = zero ? 0 : 1 + random.nextInt(100_000);
        weights.add(BigDecimal.valueOf(units, random.nextInt(7) - 1));
      }
      return new Case(seed, Money.ofPence(random.nextLong(-10_000_000, 10_000_000)), weights);
    }
  }

  static Stream<Case> cases() {
    return IntStream.range(0, 500).mapToObj(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void partsAddUpAndNoneIsAPennyOff(Case given) {
    List<Money> parts = Allocation.byWeights(given.total(), given.weights());
    assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(given.total());
    BigDecimal sum = given.weights().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    for (int line = 0; line < parts.size(); line++) {
      BigDecimal exact =
          given
              .total()
              .amount()
              .multiply(given.weights().get(line))
              .divide(sum, MathContext.DECIMAL128);
      assertThat(parts.get(line).amount().subtract(exact).abs()).isLessThan(PENNY);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOrderIsStableAndTheUnitOfTheWeightsDoesNotMatter(Case given) {
    List<Money> parts = Allocation.byWeights(given.total(), given.weights());
    List<BigDecimal> scaled =
        given.weights().stream().map(weight -> weight.multiply(new BigDecimal("700"))).toList();
    assertThat(Allocation.byWeights(given.total(), scaled)).isEqualTo(parts);
    List<Money> opposite = Allocation.byWeights(given.total().negated(), given.weights());
    assertThat(opposite).isEqualTo(parts.stream().map(Money::negated).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void amongEqualLinesTheEarlierNeverGetsLess(Case given) {
    int lines = given.weights().size();
    List<Money> parts = Allocation.equally(Money.ofPence(Math.abs(given.seed() * 7919)), lines);
    assertThat(parts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  private static List<Money> amounts(String... amounts) {
    return Stream.of(amounts).map(Money::of).toList();
  }

  private static List<BigDecimal> weights(String... weights) {
    return Stream.of(weights).map(BigDecimal::new).toList();
  }
}
