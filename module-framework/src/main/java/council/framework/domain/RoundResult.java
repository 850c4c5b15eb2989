package council.framework.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an evaluation round.
 *
 * @param rankings one for each zone, in the geography's order
 * @param placements by zone in the geography's order, then tier, rank and provider
 * @param outcomes one for each applicant, each existing provider and each member of a consortium
 *     that applied, by reference
 * @param transitionCases by location
 */
public record RoundResult(
    String vehicle,
    List<ZoneRanking> rankings,
    List<Placement> placements,
    List<ProviderOutcome> outcomes,
    List<TransitionCase> transitionCases) {

  /** Outcome of a provider that reaches the gate somewhere but holds no place. */
  public static final String NOT_PLACED = "NOT_PLACED";

  /** Outcome of a provider that reaches the gate nowhere or did not apply. */
  public static final String UNSUCCESSFUL = "UNSUCCESSFUL";

  public RoundResult {
    rankings = List.copyOf(rankings);
    placements = List.copyOf(placements);
    outcomes = List.copyOf(outcomes);
    transitionCases = List.copyOf(transitionCases);
  }

  /**
   * The applicants of a zone: the ranked ones by rank, then the others by reference.
   *
   * @param candidates everybody who applied for the zone
   */
  public record ZoneRanking(String zone, String area, List<Candidate> candidates) {
    public ZoneRanking {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * An applicant in a zone.
   *
   * @param score percent with 4 decimals
   * @param rank 1 is the best; absent where the quality gate was not passed
   */
  public record Candidate(String provider, BigDecimal score, @Nullable Integer rank) {}

  /**
   * A place in a zone.
   *
   * @param tier code of the tier
   * @param rank in the zone, absent where the provider is not ranked there
   * @param score percent with 4 decimals, absent where the provider did not apply for the zone
   */
  public record Placement(
      String zone,
      String area,
      String tier,
      String provider,
      @Nullable Integer rank,
      @Nullable BigDecimal score) {}

  /**
   * A provider's outcome as a whole.
   *
   * @param outcome code of the first tier in which it holds a place, {@link #NOT_PLACED} or {@link
   *     #UNSUCCESSFUL}
   * @param appliedThrough the consortium whose outcome it shares, absent for everybody else
   */
  public record ProviderOutcome(String provider, String outcome, @Nullable String appliedThrough) {}

  /**
   * A location of an unsuccessful provider.
   *
   * @param due day by which its service has moved, absent where it is exempt
   * @param exemption why it stays, absent where it moves
   * @param yearlyValue pounds that its support costs in a year of 52 weeks at the vehicle's hourly
   *     rate; absent where it stays, and where hours or rate are not known
   */
  public record TransitionCase(
      String location,
      String provider,
      String zone,
      @Nullable LocalDate due,
      @Nullable String exemption,
      @Nullable BigDecimal yearlyValue) {}
}
