package council.framework.spend.domain;

import council.framework.scheme.Spend;
import council.framework.scheme.SpendLimit;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Opening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a framework stands against its limits at the end of a day.
 *
 * @param committed by who pays
 * @param lots by code; what is for no lot has the empty code and comes first
 * @param providers by reference
 */
public record SpendStanding(
    Committed committed, List<Used> limits, List<Share> lots, List<Share> providers) {

  /** Pounds that a payer has committed with a provider for a lot, or for none. */
  public record Line(@Nullable String lot, String provider, Funder funder, BigDecimal amount) {}

  /** Pounds of one lot or one provider. */
  public record Share(String code, Committed committed) {}

  /**
   * @param reached the highest share to warn at that is reached; absent where none is
   */
  public record Used(
      LimitKind kind,
      List<Part> parts,
      BigDecimal amount,
      BigDecimal opened,
      BigDecimal used,
      BigDecimal left,
      @Nullable BigDecimal sharePercent,
      @Nullable BigDecimal reached) {}

  /**
   * A limit of the scheme.
   *
   * @param amount pounds, for a conditional part the most that can be opened
   * @param opened pounds that are open; absent where the limit has no condition
   * @param condition what must be shown; absent where there is none
   */
  public record Part(
      String code,
      String title,
      BigDecimal amount,
      @Nullable BigDecimal opened,
      @Nullable String condition) {}

  /**
   * @param lines what is committed up to the day, in any order
   * @param openings of any day
   */
  public static SpendStanding of(
      @Nullable Spend spend, List<Line> lines, List<Opening> openings, LocalDate day) {
    Committed committed = total(lines);
    List<Used> limits =
        Ceiling.asAt(spend, openings, day).stream()
            .map(ceiling -> used(ceiling, spend, committed, openings, day))
            .toList();
    return new SpendStanding(
        committed,
        limits,
        shares(lines, line -> line.lot() == null ? "" : line.lot()),
        shares(lines, Line::provider));
  }

  private static Committed total(List<Line> lines) {
    Committed sum = Committed.NOTHING;
    for (Line line : lines) {
      sum = sum.plus(line.funder(), line.amount());
    }
    return sum;
  }

  private static List<Share> shares(List<Line> lines, Function<Line, String> code) {
    Map<String, Committed> byCode = new TreeMap<>();
    lines.forEach(line ->
        byCode.merge(
            code.apply(line),
            Committed.NOTHING.plus(line.funder(), line.amount()),
            (one, other) ->
                new Committed(
                    one.byCouncil().add(other.byCouncil()),
                    one.byPartners().add(other.byPartners()))));
    return byCode.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Used used(
      Ceiling ceiling,
      @Nullable Spend spend,
      Committed committed,
      List<Opening> openings,
      LocalDate day) {
    BigDecimal used = committed.countedBy(ceiling.kind());
    List<BigDecimal> warnAt = spend == null ? List.of() : spend.warnAtPercent();
    Opened opened = new Opened(ceiling.parts(), openings);
    return new Used(
        ceiling.kind(),
        ceiling.parts().stream().map(part -> part(part, opened, day)).toList(),
        ceiling.amount(),
        ceiling.opened(),
        used,
        ceiling.amount().subtract(used),
        ceiling.share(used),
        warnAt.stream()
            .filter(percent -> ceiling.reaches(used, percent))
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  private static Part part(SpendLimit limit, Opened opened, LocalDate day) {
    return limit instanceof SpendLimit.Conditional conditional
        ? new Part(
            limit.code(),
            limit.title(),
            limit.amount(),
            opened.on(conditional, day),
            conditional.condition())
        : new Part(limit.code(), limit.title(), limit.amount(), null, null);
  }
}
