package council.config.simulation;

import council.platform.decision.Effect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One effect of a decision that comes out differently. It concerns one provider: an effect that
 * passes from one provider to another goes for the one and appears for the other.
 *
 * @param before absent exactly where it appears
 * @param after absent exactly where it goes
 */
public record EffectChange(Change change, @Nullable Effect before, @Nullable Effect after) {
  /** What becomes of the effect. */
  public enum Change {
    APPEARS,
    GOES,
    CHANGES
  }

  public EffectChange {
    if ((before == null) != (change == Change.APPEARS)
        || (after == null) != (change == Change.GOES)) {
      throw new IllegalArgumentException(
          "Expected what was before and what comes after of an effect that " + change);
    }
  }

  static EffectChange appears(Effect after) {
    return new EffectChange(Change.APPEARS, null, after);
  }

  static EffectChange goes(Effect before) {
    return new EffectChange(Change.GOES, before, null);
  }

  static EffectChange changes(Effect before, Effect after) {
    return new EffectChange(Change.CHANGES, before, after);
  }

  /** What tells which effect it is: as it comes out after the change, if it does. */
  public Effect effect() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  /** Pounds and pence, absent where no money hung on it. */
  public @Nullable BigDecimal amountBefore() {
    return inPence(before);
  }

  /** Pounds and pence, absent where no money hangs on it. */
  public @Nullable BigDecimal amountAfter() {
    return inPence(after);
  }

  /** Whether it is an obligation that falls due on another day, or is given a day, or loses it. */
  public boolean moves() {
    return before != null
        && after != null
        && after.kind() == Effect.Kind.OBLIGATION
        && !Objects.equals(before.due(), after.due());
  }

  private static @Nullable BigDecimal inPence(@Nullable Effect side) {
    return side == null || side.amount() == null
        ? null
        : side.amount().setScale(2, RoundingMode.HALF_UP);
  }
}
