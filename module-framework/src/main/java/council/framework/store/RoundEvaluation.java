package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.Rounds.EndRound;
import council.framework.api.Rounds.EvaluateRound;
import council.framework.domain.AllocationLine;
import council.framework.domain.RoundFacts;
import council.framework.domain.RoundResult;
import council.framework.round.RoundReader;
import council.platform.decision.Decided;
import council.platform.decision.Decisions;
import council.platform.decision.Reason;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates a round and proposes its allocation, or takes the proposal back. */
@Singleton
final class RoundEvaluation {
  private static final int MOST_MISSING_TOLD = 50;
  private final RoundSteps steps;
  private final SubmissionStore submissions;
  private final AllocationStore allocations;
  private final PlaceStore places;
  private final AnswerStore answers;
  private final CheckFacts checks;
  private final Decisions decisions;

  RoundEvaluation(
      RoundSteps steps,
      SubmissionStore submissions,
      AllocationStore allocations,
      PlaceStore places,
      AnswerStore answers,
      CheckFacts checks,
      Decisions decisions) {
    this.steps = steps;
    this.submissions = submissions;
    this.allocations = allocations;
    this.places = places;
    this.answers = answers;
    this.checks = checks;
    this.decisions = decisions;
  }

  void evaluate(Actor actor, EvaluateRound command) {
    var round = steps.begin(actor, command.round(), command.revision(), "evaluateRound", null);
    var facts = factsOf(round);
    if (facts.applications().isEmpty()) {
      throw new Refused("NO_APPLICATIONS", "input.round", "Nobody has applied to the round yet.");
    }
    if (steps.vehicleOf(round).evaluation() != null) {
      checkAgreed(round);
    }
    var recorded =
        decisions.decide(
            actor,
            FrameworkModule.ALLOCATE_ROUND,
            steps.schemeOf(round),
            facts,
            "EvaluationRound",
            round.id(),
            null);
    var proposed = round.proposed(recorded.id());
    keep(proposed, recorded.decided());
    steps.end(actor, round, proposed, "AllocationProposed", null);
  }

  private void checkAgreed(Round round) {
    var problems = new Problems();
    var missing = answers.listMissing(round.id(), MOST_MISSING_TOLD);
    missing.forEach(answer ->
        problems.add(
            "MISSING_SCORE",
            "input.round",
            answer.getStatus(),
            AnswerStore.AGREED,
            "No score is agreed of %s for %s%s."
                .formatted(
                    answer.getProviderReference(),
                    answer.getCriterion(),
                    answer.getZone() == null ? "" : " in " + answer.getZone())));
    if (missing.size() == MOST_MISSING_TOLD) {
      int more = answers.countMissing(round.id()) - MOST_MISSING_TOLD;
      if (more > 0) {
        problems.add(
            "MORE_MISSING_SCORES",
            "input.round",
            "No score is agreed of %d more answers.".formatted(more));
      }
    }
    problems.throwIfAny();
  }

  void withdraw(Actor actor, EndRound command) {
    var round =
        steps.begin(
            actor, command.round(), command.revision(), "withdrawProposal", command.reason());
    allocations.clear(round.id());
    steps.end(actor, round, round.collectingAgain(), "ProposalWithdrawn", command.reason());
  }

  private RoundFacts factsOf(Round round) {
    var vehicle = steps.vehicleOf(round);
    return submissions.factsOf(
        round,
        RoundReader.zonesOf(vehicle, steps.schemeOf(round).getSection(GeographySection.class)),
        round.isOfOpenList() ? places.listHeld(round) : null,
        checks.ofRound(round, vehicle, submissions.applicationIds(round.id()).keySet()));
  }

  private void keep(Round round, Decided<RoundResult> decided) {
    var result = decided.result();
    allocations.insert(
        round,
        result.outcomes(),
        reasonsByProvider(decided),
        AllocationLine.of(result),
        new AllocationStore.Known(
            submissions.providerIds(round.id()), submissions.applicationIds(round.id())));
  }

  /** The engine gives one tree for each outcome, in the outcomes' order. */
  private static Map<String, List<Reason>> reasonsByProvider(Decided<RoundResult> decided) {
    Map<String, List<Reason>> byProvider = new HashMap<>();
    var outcomes = decided.result().outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      byProvider.put(outcomes.get(i).provider(), List.of(decided.reasons().get(i)));
    }
    return byProvider;
  }
}
