package council.framework.domain;

import council.framework.scheme.RequestKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for business and what is known of those to whom it could go.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param candidates everybody on the framework, eligible or not
 * @param answered who has answered an offer of this request already, or let it lapse
 * @param responses what came in to a mini-competition; absent until it is decided
 */
public record CallOffFacts(
    String vehicle,
    Asked request,
    List<Candidate> candidates,
    List<Answered> answered,
    @Nullable List<Response> responses) {

  public CallOffFacts {
    candidates = List.copyOf(candidates);
    answered = List.copyOf(answered);
    responses = responses == null ? null : List.copyOf(responses);
  }

  /**
   * What is asked for.
   *
   * @param lot code of the lot
   * @param weeklyHours hours in a week
   */
  public record Asked(RequestKind kind, String lot, LocalDate startsOn, BigDecimal weeklyHours) {}

  /**
   * A provider and what it was given before.
   *
   * @param eligible whether it may take this business
   * @param tier its place in the lot; absent where it has none
   * @param rank its rank in the lot; absent where it has none
   * @param callOffs how many call-offs of the lot it was awarded so far
   * @param weeklyHours hours a week of its call-offs of the lot that run on the day of the start
   * @param lastCallOff the day of its latest award in the lot; absent where it had none
   */
  public record Candidate(
      String provider,
      boolean eligible,
      @Nullable String tier,
      @Nullable Integer rank,
      int callOffs,
      BigDecimal weeklyHours,
      @Nullable LocalDate lastCallOff) {}

  /**
   * @param answer DECLINED, LAPSED or RECALLED
   */
  public record Answered(String provider, String answer) {}

  /**
   * A response to a mini-competition.
   *
   * @param scores agreed scores by criterion; not those that are worked out from the price
   * @param hourlyRate pounds an hour; absent where none was offered
   */
  public record Response(
      String provider, List<CriterionScore> scores, @Nullable BigDecimal hourlyRate) {
    public Response {
      scores = List.copyOf(scores);
    }
  }

  /** One score. */
  public record CriterionScore(String criterion, BigDecimal score) {}
}
