package council.framework.round;

import council.framework.domain.RoundFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted to a round, as it stands in its files.
 *
 * @param facts what the engine sees
 * @param rowsByFile rows without the heading, by file name
 */
public record Submission(
    RoundFacts facts,
    List<ProviderRow> providers,
    List<LocationRow> locations,
    Map<String, Integer> rowsByFile) {

  /** A row of providers.csv. */
  public record ProviderRow(
      String reference,
      String name,
      @Nullable String companiesHouseNumber,
      @Nullable String cqcProviderId,
      @Nullable String cqcRating,
      @Nullable Boolean notForProfit,
      boolean existing,
      List<String> consortiumMembers) {}

  /**
   * A row of locations.csv.
   *
   * @param people how many people are supported there
   * @param exemption why it stays with its provider, absent where it may move
   */
  public record LocationRow(
      String location,
      String provider,
      String zone,
      @Nullable Integer people,
      @Nullable BigDecimal weeklyHours,
      @Nullable String exemption) {}
}
