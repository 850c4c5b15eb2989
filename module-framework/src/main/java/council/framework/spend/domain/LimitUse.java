package council.framework.spend.domain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a limit is used by a commitment.
 *
 * @param limits codes of the scheme's limits that make it up
 * @param amount pounds that may be committed, with what is opened of conditional parts
 * @param usedBefore pounds committed without this commitment
 * @param usedAfter pounds committed with it
 * @param sharePercent the latter in percent of the amount, 4 decimals half up; absent where nothing
 *     may be committed
 * @param reached the shares to warn at that it newly reaches, ascending
 */
public record LimitUse(
    LimitKind kind,
    List<String> limits,
    BigDecimal amount,
    BigDecimal usedBefore,
    BigDecimal usedAfter,
    @Nullable BigDecimal sharePercent,
    List<BigDecimal> reached,
    CommitmentResult.Verdict verdict) {
  public LimitUse {
    limits = List.copyOf(limits);
    reached = List.copyOf(reached);
  }

  /** Pounds left without the commitment; below 0 where an override went above the limit. */
  public BigDecimal leftBefore() {
    return amount.subtract(usedBefore);
  }
}
