package council.platform.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a decision brings about, in a form in which two decisions over the same facts can
 * be compared: what a change of scheme gives, takes or alters.
 *
 * @param key tells the effect apart from all others of the same decision, and is the same whatever
 *     comes out, such as {@code place/PRE/P001}
 * @param kind an outcome, or an obligation that falls due
 * @param provider reference of the provider whom it concerns; absent where it is nobody's alone
 * @param what a short name for people, such as "Place in PRE"
 * @param value what came out, such as "TIER1, rank 3"
 * @param amount pounds that hang on it, absent where none do
 * @param due the day on which an obligation falls due, absent where none is set
 * @param reasons the rules that led to it
 */
public record Effect(
    String key,
    Kind kind,
    @Nullable String provider,
    String what,
    String value,
    @Nullable BigDecimal amount,
    @Nullable LocalDate due,
    List<Reason> reasons) {

  /** Of which nature. */
  public enum Kind {
    OUTCOME,
    OBLIGATION
  }

  public Effect {
    reasons = List.copyOf(reasons);
  }

  /** Whether the same comes out: value, money and day; reasons may differ. */
  public boolean comesOutAs(Effect other) {
    return value.equals(other.value)
        && sameAmount(other.amount)
        && Objects.equals(due, other.due)
        && Objects.equals(provider, other.provider);
  }

  private boolean sameAmount(@Nullable BigDecimal other) {
    return amount == null || other == null
        ? Objects.equals(amount, other)
        : amount.compareTo(other) == 0;
  }
}
