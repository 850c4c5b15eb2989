package council.framework.spend.domain;

import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Opening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of a conditional part can still be opened from a day on, and how much can be taken back.
 *
 * @param left pounds that can be opened
 * @param free pounds that are open, and of which nothing is committed
 */
public record OpeningRoom(BigDecimal left, BigDecimal free) {
  /**
   * @param committed all that is committed, whatever its day
   */
  public static OpeningRoom of(
      Spend spend,
      SpendLimit.Conditional part,
      List<Opening> openings,
      Committed committed,
      LocalDate day) {
    Opened opened = new Opened(spend.limits(), openings);
    BigDecimal most = opened.mostFrom(part, day);
    BigDecimal authority =
        Ceiling.forCommitment(spend, openings, day).stream()
            .filter(ceiling -> ceiling.kind() == LimitKind.AUTHORITY)
            .map(Ceiling::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal unused = authority.subtract(committed.countedBy(LimitKind.AUTHORITY));
    BigDecimal free = opened.leastFrom(part, day).min(unused).max(BigDecimal.ZERO);
    return new OpeningRoom(part.amount().subtract(most), free);
  }
}
