package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void thirdsAreAddedExactlyAndRoundedOnce() {
    // 33 x 1/3 + 33 x 1/3 + 34 x 1/3 = 33.33...; rounded piece by piece it would be 33.3333 too,
    // but 3 x 16.66665 would not.
    assertThat(percent(Map.of("A", 1, "B", 1, "C", 1), 3)).isEqualTo("33.3333");
    assertThat(percent(Map.of("A", 2, "B", 2, "C", 2), 3)).isEqualTo("66.6667");
  }

  @Test
  void halfOfTheLastDecimalIsRoundedUp() {
    List<Criterion> one = List.of(criterion("A", 100, "80000"));
    assertThat(WeightedScore.percent(one, code -> new BigDecimal("0.04")).toPlainString())
        .isEqualTo("0.0001");
    assertThat(WeightedScore.percent(one, code -> new BigDecimal("0.0399")).toPlainString())
        .isEqualTo("0.0000");
  }

  @Test
  void piecesThatWouldRoundUpEachDoNotAddUp() {
    // Each piece is 16.66665 or 16.6667 when rounded alone; together they are exactly 50.
    List<Criterion> six =
        List.of(criterion("A", 25, "3"), criterion("B", 25, "3"), criterion("C", 50, "3"));
    assertThat(WeightedScore.percent(six, code -> new BigDecimal("1.5")).toPlainString())
        .isEqualTo("50.0000");
    assertThat(WeightedScore.percent(six, code -> BigDecimal.ONE).toPlainString())
        .isEqualTo("33.3333");
  }

  private static String percent(Map<String, Integer> scores, int maximum) {
    List<Criterion> criteria =
        List.of(
            criterion("A", 33, "" + maximum),
            criterion("B", 33, "" + maximum),
            criterion("C", 34, "" + maximum));
    return WeightedScore.percent(
            criteria, code -> new BigDecimal(Objects.requireNonNull(scores.get(code))))
        .toPlainString();
  }

  private static Criterion criterion(String code, int weight, String maximum) {
    return new Criterion(
        code, code, weight, new BigDecimal(maximum), null, CriterionScope.FRAMEWORK);
  }
}
