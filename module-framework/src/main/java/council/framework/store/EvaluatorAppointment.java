package council.framework.store;

import council.framework.api.Evaluations.AppointEvaluator;
import council.framework.api.Evaluations.StandDown;
import council.framework.store.generated.tables.records.EvaluatorRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.identity.Principals;
import council.platform.identity.Principals.PrincipalView;
import council.platform.identity.Role;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who scores in a round. */
@Singleton
final class EvaluatorAppointment {
  private final ScoredRounds rounds;
  private final EvaluatorStore evaluators;
  private final Principals principals;
  private final Audit audit;

  EvaluatorAppointment(
      ScoredRounds rounds, EvaluatorStore evaluators, Principals principals, Audit audit) {
    this.rounds = rounds;
    this.evaluators = evaluators;
    this.principals = principals;
    this.audit = audit;
  }

  /** An evaluator as the audit tells it. */
  record Told(
      UUID roundId,
      String roundReference,
      UUID principalId,
      String label,
      boolean standsDown,
      List<String> conflicts) {
    static Told of(EvaluatorRecord row) {
      return new Told(
          row.getRoundId(),
          row.getRoundReference(),
          row.getPrincipalId(),
          row.getLabel(),
          row.getStoodDownAt() != null,
          List.of(row.getConflicts()));
    }
  }

  UUID appoint(Actor actor, AppointEvaluator command) {
    var round = rounds.get(command.round(), "input.round").round();
    Revisions.check(command.revision(), round.revision());
    PrincipalView principal = getPrincipal(command.evaluator());
    Optional<EvaluatorRecord> known = evaluators.findLocked(round.id(), principal.id());
    if (known.isPresent() && known.get().getStoodDownAt() == null) {
      throw new Refused(
          "APPOINTED_ALREADY", "input.evaluator", "This person scores in the round already.");
    }
    Told before = known.map(Told::of).orElse(null);
    known.ifPresent(evaluators::reinstate);
    UUID id =
        known
            .map(EvaluatorRecord::getId)
            .orElseGet(() -> evaluators.insert(round, principal.id(), principal.label()));
    Told after = Told.of(evaluators.findLocked(id).orElseThrow());
    audit.record(
        actor, new Change("Evaluator", id, "EvaluatorAppointed", before, after, null, null));
    return id;
  }

  private PrincipalView getPrincipal(String label) {
    List<PrincipalView> staff =
        principals.list().stream()
            .filter(one -> !one.disabled())
            .filter(one -> !one.roles().contains(Role.PROVIDER_USER))
            .filter(one -> !one.roles().contains(Role.API_CLIENT))
            .toList();
    return staff.stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                "UNKNOWN_EVALUATOR",
                "input.evaluator",
                "The council has nobody of its own called '%s' who can be appointed%s"
                    .formatted(
                        council.platform.problem.TextRule.shown(label),
                        NearestName.hint(
                            label, staff.stream().map(PrincipalView::label).toList()))));
  }

  void standDown(Actor actor, StandDown command) {
    EvaluatorRecord row =
        evaluators
            .findLocked(command.evaluator())
            .orElseThrow(() ->
                new Refused("UNKNOWN_EVALUATOR", "input.evaluator", "There is no such evaluator."));
    Revisions.check(command.revision(), row.getRevision());
    rounds.get(row.getRoundId(), "input.evaluator");
    Problems problems = new Problems();
    if (row.getStoodDownAt() != null) {
      problems.add("STANDS_DOWN_ALREADY", "input.evaluator", "This person scores no more already.");
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    problems.throwIfAny();
    Told before = Told.of(row);
    evaluators.standDown(row);
    audit.record(
        actor,
        new Change(
            "Evaluator",
            row.getId(),
            "EvaluatorStoodDown",
            before,
            Told.of(row),
            command.reason(),
            null));
  }
}
