package council.framework.domain;

import council.framework.domain.CallOffFacts.Answered;
import council.framework.domain.CallOffFacts.Candidate;
import council.framework.domain.CallOffFacts.CriterionScore;
import council.framework.domain.CallOffFacts.Response;
import council.framework.scheme.CallOff;
import council.framework.scheme.CallOff.MiniCompetition;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What each candidate's standing and response come to; no order yet. */
final class CallOffTrial {
  private final Map<String, Answered> answered = new HashMap<>();
  private final Map<String, Scored> scored = new HashMap<>();
  private final Optional<MiniCompetition> competition;
  private final boolean decidesResponses;
  private final int responses;

  /**
   * A response and what it comes to.
   *
   * @param scores by criterion, in the scheme's order; a criterion without a score is not there
   */
  record Scored(Response response, Map<String, BigDecimal> scores, BigDecimal percent) {}

  CallOffTrial(Vehicle vehicle, CallOffFacts facts) {
    CallOff callOff = vehicle.callOff().get(facts.request().kind());
    competition = callOff instanceof MiniCompetition m ? Optional.of(m) : Optional.empty();
    facts.answered().forEach(one -> answered.putIfAbsent(one.provider(), one));
    List<Response> given = facts.responses() == null ? List.of() : facts.responses();
    decidesResponses = competition.isPresent() && facts.responses() != null;
    List<String> eligible =
        facts.candidates().stream().filter(Candidate::eligible).map(Candidate::provider).toList();
    List<Response> counted = given.stream().filter(r -> eligible.contains(r.provider())).toList();
    responses = counted.size();
    competition.ifPresent(terms -> score(terms, counted));
  }

  private void score(MiniCompetition terms, List<Response> counted) {
    Optional<BigDecimal> lowest =
        counted.stream()
            .map(Response::hourlyRate)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    for (Response response : counted) {
      Map<String, BigDecimal> scores = new HashMap<>();
      for (Criterion criterion : terms.criteria()) {
        findScore(criterion, response, lowest).ifPresent(s -> scores.put(criterion.code(), s));
      }
      BigDecimal percent =
          WeightedScore.percent(
              terms.criteria(), code -> scores.getOrDefault(code, BigDecimal.ZERO));
      scored.putIfAbsent(response.provider(), new Scored(response, scores, percent));
    }
  }

  private static Optional<BigDecimal> findScore(
      Criterion criterion, Response response, Optional<BigDecimal> lowest) {
    if (criterion.source() instanceof CriterionSource.Price price) {
      return Optional.ofNullable(response.hourlyRate())
          .map(rate -> PriceScore.of(price, criterion, lowest.orElseThrow(), rate));
    }
    return response.scores().stream()
        .filter(score -> score.criterion().equals(criterion.code()))
        .map(CriterionScore::score)
        .findFirst();
  }

  Optional<MiniCompetition> competition() {
    return competition;
  }

  /** Whether responses are there to be compared; before that, all who are eligible are invited. */
  boolean decidesResponses() {
    return decidesResponses;
  }

  /** Responses of those who may take the business. */
  int responses() {
    return responses;
  }

  /** An offer is made to nobody twice; a response, once given, says all. */
  Optional<Answered> findAnswer(Candidate candidate) {
    return Optional.ofNullable(answered.get(candidate.provider()));
  }

  Optional<Scored> findScored(Candidate candidate) {
    return Optional.ofNullable(scored.get(candidate.provider()));
  }

  Optional<BigDecimal> findScore(Candidate candidate) {
    return decidesResponses ? findScored(candidate).map(Scored::percent) : Optional.empty();
  }

  Comparator<Candidate> bestFirst() {
    return Comparator.comparing(
        (Candidate candidate) -> findScore(candidate).orElse(BigDecimal.ZERO),
        Comparator.reverseOrder());
  }

  boolean passes(Candidate candidate) {
    if (!candidate.eligible()) {
      return false;
    }
    if (!decidesResponses) {
      return findAnswer(candidate).isEmpty();
    }
    return findScored(candidate).filter(this::passes).isPresent();
  }

  private boolean passes(Scored one) {
    MiniCompetition terms = competition.orElseThrow();
    return reachesThreshold(terms, one)
        && terms.criteria().stream().allMatch(criterion -> reachesPassMark(criterion, one));
  }

  static boolean reachesThreshold(MiniCompetition terms, Scored one) {
    return one.percent().compareTo(terms.thresholdPercent()) >= 0;
  }

  /** A criterion without a score is not passed, whatever its mark. */
  static boolean reachesPassMark(Criterion criterion, Scored one) {
    BigDecimal score = one.scores().get(criterion.code());
    BigDecimal mark = criterion.passMark();
    return score != null && (mark == null || score.compareTo(mark) >= 0);
  }

  /** Whether as many responded as the scheme asks for. */
  boolean stands() {
    Integer fewest = competition.map(MiniCompetition::fewestResponses).orElse(null);
    return !decidesResponses || fewest == null || responses >= fewest;
  }
}
