package council.framework.domain;

import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An allocation as a table: the places zone by zone, then who was not placed, then who was
 * unsuccessful.
 *
 * @param zone absent where no zone applies
 * @param tier code of the tier, or the outcome of a provider without a place
 */
public record AllocationLine(
    @Nullable String zone,
    String provider,
    String tier,
    @Nullable Integer rank,
    @Nullable BigDecimal score) {

  /** The lines of a result, in the order in which they are told. */
  public static List<AllocationLine> of(RoundResult result) {
    return Stream.of(
            result.placements().stream().map(AllocationLine::placed),
            without(result, RoundResult.NOT_PLACED),
            without(result, RoundResult.UNSUCCESSFUL))
        .flatMap(lines -> lines)
        .toList();
  }

  private static AllocationLine placed(Placement p) {
    return new AllocationLine(p.zone(), p.provider(), p.tier(), p.rank(), p.score());
  }

  private static Stream<AllocationLine> without(RoundResult result, String outcome) {
    return result.outcomes().stream()
        .filter(o -> o.outcome().equals(outcome))
        .map(ProviderOutcome::provider)
        .map(provider -> new AllocationLine(null, provider, outcome, null, null));
  }
}
