package council.config.simulation;

import static council.config.simulation.SampleEffects.because;
import static council.config.simulation.SampleEffects.obligation;
import static council.config.simulation.SampleEffects.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import council.config.simulation.EffectChange.Change;
import council.platform.decision.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectComparisonTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);

  @Test
  void whatComesOutTheSameIsNotTold() {
    Effect place = outcome("place/1", "P001", "TIER1", "10.50");
    Effect sameMoney = outcome("place/1", "P001", "TIER1", "10.5");
    assertThat(compare(List.of(place), List.of(because(sameMoney, "anotherRule")))).isEmpty();
  }

  @Test
  void effectsAppearGoAndChange() {
    Effect kept = outcome("place/1", "P001", "TIER1", "10");
    Effect gone = outcome("place/2", "P002", "TIER1", "20");
    Effect lower = outcome("place/1", "P001", "TIER2", "5");
    Effect fresh = outcome("place/3", "P003", "TIER1", "7");
    assertThat(compare(List.of(gone, kept), List.of(fresh, lower)))
        .containsExactly(
            EffectChange.changes(kept, lower),
            EffectChange.goes(gone),
            EffectChange.appears(fresh));
  }

  @Test
  void moneyAloneIsAChange() {
    Effect before = outcome("fee", null, "paid", "10.00");
    Effect after = outcome("fee", null, "paid", "10.01");
    assertThat(compare(List.of(before), List.of(after)))
        .singleElement()
        .satisfies(change -> assertThat(change.amountAfter()).isEqualByComparingTo("10.01"));
  }

  @Test
  void whatPassesToAnotherProviderGoesForTheOneAndAppearsForTheOther() {
    Effect before = outcome("place/1", "P001", "TIER1", "10");
    Effect after = outcome("place/1", "P002", "TIER1", "10");
    assertThat(compare(List.of(before), List.of(after)))
        .containsExactly(EffectChange.goes(before), EffectChange.appears(after));
  }

  @Test
  void anObligationMovesToAnotherDay() {
    Effect before = obligation("return/Q1", "P001", FIRST);
    Effect after = obligation("return/Q1", "P001", FIRST.plusDays(10));
    List<EffectChange> changes = compare(List.of(before), List.of(after));
    assertThat(changes).singleElement().satisfies(one -> assertThat(one.moves()).isTrue());
    assertThat(Tally.nothing().plusDecided(changes))
        .satisfies(tally -> {
          assertThat(tally.obligationsMoving()).isEqualTo(1);
          assertThat(tally.changing()).isEqualTo(1);
          assertThat(tally.decisionsChanged()).isEqualTo(1);
        });
  }

  @Test
  void twoEffectsOfOneKeyCannotBeToldApart() {
    Effect effect = outcome("place/1", "P001", "TIER1", "10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(List.of(effect, effect), List.of()))
        .withMessageContaining("place/1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDecisionDiffersFromItselfInNothing(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Effect> effects = SampleEffects.random(random);
      List<Effect> shuffled = new ArrayList<>(effects);
      Collections.shuffle(shuffled, random);
      assertThat(compare(effects, shuffled)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOtherWayRoundIsTheMirrorImage(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Effect> before = SampleEffects.random(random);
      List<Effect> after = SampleEffects.random(random);
      List<EffectChange> mirrored =
          compare(after, before).stream().map(EffectComparisonTest::mirrored).toList();
      assertThat(compare(before, after)).containsExactlyInAnyOrderElementsOf(mirrored);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theMoneyThatMovesIsTheDifferenceOfAllMoney(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<Effect> before = SampleEffects.random(random);
      List<Effect> after = SampleEffects.random(random);
      List<EffectChange> changes = compare(before, after);
      Tally tally = Tally.nothing().plusDecided(changes);
      List<EffectChange> unpriced =
          changes.stream().filter(EffectComparisonTest::isUnpriced).toList();
      assertThat(tally.unpriced()).isEqualTo(unpriced.size());
      BigDecimal leftOut =
          sum(unpriced.stream().map(EffectChange::after).toList(), Effect::amount)
              .subtract(sum(unpriced.stream().map(EffectChange::before).toList(), Effect::amount));
      assertThat(tally.amountAfter().subtract(tally.amountBefore()))
          .isEqualByComparingTo(
              sum(after, Effect::amount).subtract(sum(before, Effect::amount)).subtract(leftOut));
      assertThat(tally.appearing() - tally.going()).isEqualTo(after.size() - before.size());
    }
  }

  /** What an unknown amount would have been worth is nobody's guess. */
  private static boolean isUnpriced(EffectChange change) {
    return change.change() == Change.CHANGES
        && (change.amountBefore() == null) != (change.amountAfter() == null);
  }

  private static EffectChange mirrored(EffectChange change) {
    return new EffectChange(
        switch (change.change()) {
          case APPEARS -> Change.GOES;
          case GOES -> Change.APPEARS;
          case CHANGES -> Change.CHANGES;
        },
        change.after(),
        change.before());
  }

  private static BigDecimal sum(
      List<Effect> effects, Function<Effect, @Nullable BigDecimal> amount) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Effect effect : effects) {
      BigDecimal one = amount.apply(effect);
      sum = one == null ? sum : sum.add(one);
    }
    return sum;
  }

  private static List<EffectChange> compare(List<Effect> before, List<Effect> after) {
    return EffectComparison.compare(before, after);
  }
}
