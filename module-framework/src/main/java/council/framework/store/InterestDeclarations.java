package council.framework.store;

import council.framework.api.Evaluations.DeclareInterests;
import council.framework.scheme.Evaluation;
import council.framework.store.generated.tables.records.AnswerRecord;
import council.framework.store.generated.tables.records.EvaluatorRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.directory.Directory;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What evaluators declare before they score, and what becomes of what they gave before. */
@Singleton
final class InterestDeclarations {
  private static final int MOST_CONFLICTS = 200;
  private final ScoredRounds rounds;
  private final EvaluatorStore evaluators;
  private final AnswerStore answers;
  private final AnswerTally tally;
  private final Directory directory;
  private final Audit audit;

  InterestDeclarations(
      ScoredRounds rounds,
      EvaluatorStore evaluators,
      AnswerStore answers,
      AnswerTally tally,
      Directory directory,
      Audit audit) {
    this.rounds = rounds;
    this.evaluators = evaluators;
    this.answers = answers;
    this.tally = tally;
    this.directory = directory;
    this.audit = audit;
  }

  /** What the audit keeps. */
  private record Declared(List<String> conflicts, @Nullable String words) {}

  void declare(Actor actor, DeclareInterests command) {
    EvaluatorRecord row =
        evaluators
            .findLocked(command.evaluator())
            .orElseThrow(() ->
                new Refused("UNKNOWN_EVALUATOR", "input.evaluator", "There is no such evaluator."));
    Revisions.check(command.revision(), row.getRevision());
    var scored = rounds.get(row.getRoundId(), "input.evaluator");
    check(actor, command, row);
    Declared before = new Declared(List.of(row.getConflicts()), null);
    evaluators.declare(row, command.conflicts(), command.words());
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change(
            "Evaluator",
            row.getId(),
            "InterestsDeclared",
            before,
            new Declared(command.conflicts(), command.words()),
            null,
            null));
    changes.addAll(setAside(row, scored.evaluation()));
    audit.recordAll(actor, changes);
  }

  private void check(Actor actor, DeclareInterests command, EvaluatorRecord row) {
    Problems problems = new Problems();
    if (!row.getPrincipalId().equals(actor.principalId())) {
      problems.add(
          "NOT_ONESELF", "input.evaluator", "Everybody declares their own interests alone.");
    }
    if (row.getStoodDownAt() != null) {
      problems.add("NOT_APPOINTED", "input.evaluator", "You score no more in this round.");
    }
    if (command.conflicts().size() > MOST_CONFLICTS) {
      problems.add(
          "TOO_MANY",
          "input.conflicts",
          command.conflicts().size(),
          "at most " + MOST_CONFLICTS,
          "At most %d providers can be named.".formatted(MOST_CONFLICTS));
      problems.throwIfAny();
    }
    Set<String> known =
        directory.findProvidersByReference(actor, new HashSet<>(command.conflicts())).keySet();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < command.conflicts().size(); i++) {
      String provider = command.conflicts().get(i);
      String path = "input.conflicts[" + i + "]";
      if (!known.contains(provider)) {
        problems.add(
            "UNKNOWN_PROVIDER",
            path,
            council.platform.problem.TextRule.shown(provider),
            "the reference of a provider",
            "There is no such provider.");
      } else if (!seen.add(provider)) {
        problems.add("DUPLICATE_PROVIDER", path, provider + " is named more than once.");
      }
    }
    checkWords(command, problems);
    problems.throwIfAny();
  }

  private static void checkWords(DeclareInterests command, Problems problems) {
    String words = command.words();
    if (words != null) {
      Texts.check(problems, "input.words", words, Texts.LONGEST_REASON);
    } else if (!command.conflicts().isEmpty()) {
      problems.add(
          "WORDS_MISSING", "input.words", "Expected what the conflict is, but there are no words.");
    }
  }

  /** What was given before the conflict was known counts no more. */
  private List<Change> setAside(EvaluatorRecord row, Evaluation evaluation) {
    List<String> providers = evaluators.listInConflict(row.getRoundId(), row.getConflicts());
    List<Change> changes = new ArrayList<>();
    for (UUID id : answers.setAside(row.getId(), providers)) {
      AnswerRecord answer = tally.getLocked(id);
      AnswerTally.Told before = AnswerTally.told(answer);
      tally.count(answer, evaluation);
      changes.add(
          new Change(
              "EvaluationAnswer",
              id,
              "ScoreSetAside",
              before,
              AnswerTally.told(answer),
              "A conflict of interest was declared.",
              null));
    }
    return changes;
  }
}
