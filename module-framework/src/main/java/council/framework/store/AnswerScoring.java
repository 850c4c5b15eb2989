package council.framework.store;

import council.framework.api.Evaluations.ScoreAnswer;
import council.framework.scheme.Criterion;
import council.framework.store.generated.tables.records.AnswerRecord;
import council.framework.store.generated.tables.records.EvaluatorRecord;
import council.framework.store.generated.tables.records.EvaluatorScoreRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** One evaluator scores one answer. */
@Singleton
final class AnswerScoring {
  private static final String MODERATE = "framework.evaluation.moderate";
  private final ScoredRounds rounds;
  private final EvaluatorStore evaluators;
  private final AnswerStore answers;
  private final AnswerTally tally;
  private final Audit audit;

  AnswerScoring(
      ScoredRounds rounds,
      EvaluatorStore evaluators,
      AnswerStore answers,
      AnswerTally tally,
      Audit audit) {
    this.rounds = rounds;
    this.evaluators = evaluators;
    this.answers = answers;
    this.tally = tally;
    this.audit = audit;
  }

  /** What somebody gave, as the audit keeps it. */
  private record Given(String evaluator, BigDecimal score, String comment, boolean setAside) {}

  UUID score(Actor actor, ScoreAnswer command) {
    UUID roundId = getAnswer(command.answer()).getRoundId();
    var scored = rounds.get(roundId, "input.answer");
    EvaluatorRecord evaluator =
        evaluators
            .findLocked(roundId, actor.principalId())
            .filter(found -> found.getStoodDownAt() == null)
            .orElseThrow(() ->
                new Refused(
                    "NOT_APPOINTED",
                    "input.answer",
                    "You are not appointed to score in this round."));
    AnswerRecord answer = tally.getLocked(command.answer());
    Optional<EvaluatorScoreRecord> given = answers.findScore(answer.getId(), evaluator.getId());
    Revisions.check(command.revision(), given.map(EvaluatorScoreRecord::getRevision).orElse(0));
    check(actor, command, scored, evaluator, answer);
    return keep(actor, command, scored, evaluator, answer, given);
  }

  private AnswerRecord getAnswer(UUID id) {
    return answers
        .find(id)
        .orElseThrow(
            () -> new Refused("UNKNOWN_ANSWER", "input.answer", "There is no such answer."));
  }

  private void check(
      Actor actor,
      ScoreAnswer command,
      ScoredRounds.Scored scored,
      EvaluatorRecord evaluator,
      AnswerRecord answer) {
    Problems problems = new Problems();
    if (actor.may(MODERATE)) {
      problems.add(
          "MODERATOR_SCORES",
          "input.answer",
          "Whoever may moderate sees the scores of the others, and so gives none.");
    }
    if (scored.evaluation().declarationsNeeded() && evaluator.getDeclaredAt() == null) {
      problems.add(
          "NOT_DECLARED", "input.answer", "Declare your interests before you score an answer.");
    }
    if (evaluators
        .listInConflict(scored.round().id(), evaluator.getConflicts())
        .contains(answer.getProviderReference())) {
      problems.add(
          "CONFLICT_OF_INTEREST",
          "input.answer",
          answer.getProviderReference(),
          "an answer of a provider with whom there is no conflict",
          "You have declared a conflict with this provider, or with a member of it.");
    }
    if (answer.getStatus().equals(AnswerStore.AGREED)) {
      problems.add("AGREED_ALREADY", "input.answer", "The score of this answer is agreed already.");
    }
    ScoredRounds.checkScore(command.score(), criterion(scored, answer), problems);
    Texts.check(problems, "input.comment", command.comment(), Texts.LONGEST_REASON);
    problems.throwIfAny();
  }

  private static Criterion criterion(ScoredRounds.Scored scored, AnswerRecord answer) {
    return scored.vehicle().findCriterion(answer.getCriterion()).orElseThrow();
  }

  private UUID keep(
      Actor actor,
      ScoreAnswer command,
      ScoredRounds.Scored scored,
      EvaluatorRecord evaluator,
      AnswerRecord answer,
      Optional<EvaluatorScoreRecord> given) {
    var before =
        new AnswerTally.Changed<>(
            AnswerTally.told(answer),
            given
                .map(row ->
                    new Given(row.getLabel(), row.getScore(), row.getComment(), row.getSetAside()))
                .orElse(null));
    given.ifPresent(row -> answers.updateScore(row, command.score(), command.comment()));
    UUID id =
        given
            .map(EvaluatorScoreRecord::getId)
            .orElseGet(() ->
                answers.insertScore(answer.getId(), evaluator, command.score(), command.comment()));
    tally.count(answer, scored.evaluation());
    var after =
        new AnswerTally.Changed<>(
            AnswerTally.told(answer),
            new Given(evaluator.getLabel(), command.score(), command.comment(), false));
    audit.record(
        actor,
        new Change("EvaluationAnswer", answer.getId(), "AnswerScored", before, after, null, null));
    return id;
  }
}
