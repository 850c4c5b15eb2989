package council.framework.store;

import council.framework.api.Evaluations.ModerateAnswer;
import council.framework.store.generated.tables.records.AnswerRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Somebody who does not score agrees the score of an answer. */
@Singleton
final class AnswerModeration {
  private final ScoredRounds rounds;
  private final AnswerStore answers;
  private final AnswerTally tally;
  private final Audit audit;

  AnswerModeration(ScoredRounds rounds, AnswerStore answers, AnswerTally tally, Audit audit) {
    this.rounds = rounds;
    this.answers = answers;
    this.tally = tally;
    this.audit = audit;
  }

  /** What was agreed, as the audit keeps it. */
  private record Agreed(BigDecimal score, String rationale, @Nullable String fewerBecause) {}

  void moderate(Actor actor, ModerateAnswer command) {
    var known =
        answers
            .find(command.answer())
            .orElseThrow(
                () -> new Refused("UNKNOWN_ANSWER", "input.answer", "There is no such answer."));
    var scored = rounds.get(known.getRoundId(), "input.answer");
    AnswerRecord answer = tally.getLocked(command.answer());
    Revisions.check(command.revision(), answer.getRevision());
    check(actor, command, scored, answer);
    AnswerTally.Told before = AnswerTally.told(answer);
    answers.insertModeration(
        actor, answer.getId(), command.score(), command.rationale(), command.fewerBecause());
    tally.agree(answer, command.score());
    var agreed = new Agreed(command.score(), command.rationale(), command.fewerBecause());
    audit.record(
        actor,
        new Change(
            "EvaluationAnswer",
            answer.getId(),
            "AnswerModerated",
            before,
            new AnswerTally.Changed<>(AnswerTally.told(answer), agreed),
            command.rationale(),
            null));
  }

  private void check(
      Actor actor, ModerateAnswer command, ScoredRounds.Scored scored, AnswerRecord answer) {
    Problems problems = new Problems();
    if (!scored.evaluation().moderated()) {
      problems.add(
          "NOT_MODERATED",
          "input.answer",
          "Nobody moderates here: the scheme takes the mean of the scores.");
    }
    if (answers.hasScored(answer.getId(), actor.principalId())) {
      problems.add(
          "OWN_SCORE", "input.answer", "Whoever has scored an answer does not agree its score.");
    }
    checkEnough(command, scored.evaluation().evaluatorsPerAnswer(), answer, problems);
    ScoredRounds.checkScore(
        command.score(),
        scored.vehicle().findCriterion(answer.getCriterion()).orElseThrow(),
        problems);
    Texts.check(problems, "input.rationale", command.rationale(), Texts.LONGEST_REASON);
    problems.throwIfAny();
  }

  private static void checkEnough(
      ModerateAnswer command, int needed, AnswerRecord answer, Problems problems) {
    String because = command.fewerBecause();
    boolean fewer = answer.getScoreCount() < needed;
    if (because != null) {
      Texts.check(problems, "input.fewerBecause", because, Texts.LONGEST_REASON);
    }
    if (fewer && because == null) {
      problems.add(
          "TOO_FEW_SCORES",
          "input.fewerBecause",
          answer.getScoreCount(),
          needed + " scores, or why fewer are enough",
          "%d of %d evaluators have scored this answer.".formatted(answer.getScoreCount(), needed));
    } else if (!fewer && because != null) {
      problems.add(
          "NOT_FEWER",
          "input.fewerBecause",
          because,
          "nothing",
          "As many evaluators as the scheme asks for have scored this answer.");
    }
  }
}
