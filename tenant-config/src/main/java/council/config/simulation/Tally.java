package council.config.simulation;

import council.platform.decision.Effect;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation has counted so far.
 *
 * @param cases that were looked at
 * @param undecided of them, those that could not be decided
 * @param decisionsChanged cases in which something comes out differently
 * @param appearing effects of both kinds; so are {@code going} and {@code changing}
 * @param obligationsAppearing of them, obligations
 * @param obligationsMoving of those that change, obligations that fall due on another day
 * @param obligationsGoing of those that go, obligations
 * @param unpriced effects that change and whose amount is known on one side only; the sums leave
 *     them out
 * @param amountBefore pounds that hang on what comes out differently, under the base
 * @param amountAfter the same under the draft
 */
public record Tally(
    long cases,
    long undecided,
    long decisionsChanged,
    long appearing,
    long going,
    long changing,
    long obligationsAppearing,
    long obligationsMoving,
    long obligationsGoing,
    long unpriced,
    BigDecimal amountBefore,
    BigDecimal amountAfter) {

  private static final BigDecimal NO_POUNDS = new BigDecimal("0.00");

  public static Tally nothing() {
    return new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NO_POUNDS, NO_POUNDS);
  }

  /** With one more case that was decided under both schemes. */
  public Tally plusDecided(List<EffectChange> changes) {
    Tally sum = plusCase(0, changes.isEmpty() ? 0 : 1);
    for (EffectChange change : changes) {
      sum = sum.plus(change);
    }
    return sum;
  }

  /** With one more case that could not be decided. */
  public Tally plusUndecided() {
    return plusCase(1, 0);
  }

  private Tally plusCase(int undecidedOnes, int changedOnes) {
    return new Tally(
        cases + 1,
        undecided + undecidedOnes,
        decisionsChanged + changedOnes,
        appearing,
        going,
        changing,
        obligationsAppearing,
        obligationsMoving,
        obligationsGoing,
        unpriced,
        amountBefore,
        amountAfter);
  }

  private Tally plus(EffectChange one) {
    boolean isObligation = one.effect().kind() == Effect.Kind.OBLIGATION;
    boolean appears = one.change() == EffectChange.Change.APPEARS;
    boolean goes = one.change() == EffectChange.Change.GOES;
    boolean isUnpriced =
        !appears && !goes && (one.amountBefore() == null) != (one.amountAfter() == null);
    return new Tally(
        cases,
        undecided,
        decisionsChanged,
        appearing + oneIf(appears),
        going + oneIf(goes),
        changing + oneIf(!appears && !goes),
        obligationsAppearing + oneIf(appears && isObligation),
        obligationsMoving + oneIf(one.moves()),
        obligationsGoing + oneIf(goes && isObligation),
        unpriced + oneIf(isUnpriced),
        amountBefore.add(isUnpriced ? NO_POUNDS : orNothing(one.amountBefore())),
        amountAfter.add(isUnpriced ? NO_POUNDS : orNothing(one.amountAfter())));
  }

  private static int oneIf(boolean condition) {
    return condition ? 1 : 0;
  }

  private static BigDecimal orNothing(@Nullable BigDecimal amount) {
    return amount == null ? NO_POUNDS : amount;
  }
}
