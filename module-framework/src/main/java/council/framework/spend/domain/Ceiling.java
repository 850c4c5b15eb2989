package council.framework.spend.domain;

import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CommitmentFacts.Opening;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All limits of the scheme that count the same, added up.
 *
 * @param parts the limits, in the scheme's order
 * @param opened pounds of conditional parts that are open
 * @param amount pounds that may be committed
 */
public record Ceiling(
    LimitKind kind, List<SpendLimit> parts, BigDecimal opened, BigDecimal amount) {
  private static final int SHARE_DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** For a commitment on a day: what is open on it and stays open. */
  static List<Ceiling> forCommitment(@Nullable Spend spend, List<Opening> openings, LocalDate day) {
    return spend == null
        ? List.of()
        : of(spend, new Opened(spend.limits(), openings).leastFrom(day));
  }

  /** At the end of a day. */
  static List<Ceiling> asAt(@Nullable Spend spend, List<Opening> openings, LocalDate day) {
    return spend == null ? List.of() : of(spend, new Opened(spend.limits(), openings).on(day));
  }

  private static List<Ceiling> of(Spend spend, BigDecimal opened) {
    return Arrays.stream(LimitKind.values())
        .map(kind -> of(kind, spend.limits(), opened))
        .filter(ceiling -> !ceiling.parts().isEmpty())
        .toList();
  }

  private static Ceiling of(LimitKind kind, List<SpendLimit> limits, BigDecimal opened) {
    List<SpendLimit> parts = limits.stream().filter(limit -> kindOf(limit) == kind).toList();
    BigDecimal open = kind == LimitKind.AUTHORITY ? opened : BigDecimal.ZERO;
    BigDecimal amount =
        parts.stream()
            .filter(part -> !(part instanceof SpendLimit.Conditional))
            .map(SpendLimit::amount)
            .reduce(open, BigDecimal::add);
    return new Ceiling(kind, parts, open, amount);
  }

  private static LimitKind kindOf(SpendLimit limit) {
    return switch (limit) {
      case SpendLimit.Total _ -> LimitKind.TOTAL;
      case SpendLimit.Authority _, SpendLimit.Conditional _ -> LimitKind.AUTHORITY;
      case SpendLimit.PartnerGrowth _ -> LimitKind.PARTNER_GROWTH;
    };
  }

  List<String> codes() {
    return parts.stream().map(SpendLimit::code).toList();
  }

  String title() {
    return String.join(" and ", parts.stream().map(SpendLimit::title).toList());
  }

  /** In percent, rounded for people; null where nothing may be committed. */
  @Nullable BigDecimal share(BigDecimal used) {
    return amount.signum() <= 0
        ? null
        : used.multiply(HUNDRED).divide(amount, SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** Exact, not by the rounded share. */
  boolean reaches(BigDecimal used, BigDecimal percent) {
    return amount.signum() > 0 && used.multiply(HUNDRED).compareTo(amount.multiply(percent)) >= 0;
  }
}
