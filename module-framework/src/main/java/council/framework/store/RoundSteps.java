package council.framework.store;

import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.problem.Revisions;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every step of a round begins and ends with. */
@Singleton
final class RoundSteps {
  private final RoundStore rounds;
  private final RoundLifecycle lifecycle;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  RoundSteps(
      RoundStore rounds, RoundLifecycle lifecycle, Schemes schemes, Audit audit, Clock clock) {
    this.rounds = rounds;
    this.lifecycle = lifecycle;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The round, locked, if the caller saw its present revision and may take the step now. */
  Round begin(Actor actor, UUID id, int revision, String step, @Nullable String reason) {
    var round =
        rounds
            .findLocked(id)
            .orElseThrow(
                () -> new Refused("UNKNOWN_ROUND", "input.round", "There is no such round."));
    Revisions.check(revision, round.revision());
    lifecycle.check(actor, round, step, reason);
    if (reason != null) {
      var problems = new Problems();
      Texts.check(problems, "input.reason", reason, Texts.LONGEST_REASON);
      problems.throwIfAny();
    }
    return round;
  }

  /** Keeps the round as it is after the step, and tells the audit. */
  Round end(Actor actor, Round before, Round after, String action, @Nullable String why) {
    var kept = rounds.update(after);
    audit.record(actor, new Change("EvaluationRound", kept.id(), action, before, kept, why, null));
    return kept;
  }

  /** As {@link #end}, for a step that changes what belongs to the round: told before and after. */
  <T> void endWith(Actor actor, Round round, Round after, String action, Changed<T> changed) {
    var kept = rounds.update(after);
    audit.record(
        actor,
        new Change(
            "EvaluationRound",
            kept.id(),
            action,
            new WithContents<>(round, changed.before()),
            new WithContents<>(kept, changed.after()),
            null,
            null));
  }

  /** What belongs to a round, before a step and after it. */
  record Changed<T>(@Nullable T before, @Nullable T after) {}

  /** A round with what belongs to it, as the audit keeps it. */
  record WithContents<T>(Round round, @Nullable T contents) {}

  /** A step is recorded on the day on which it was taken, or later. */
  void checkHasCome(String path, LocalDate on, Problems problems) {
    var today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      problems.add(
          "DAY_NOT_COME",
          path,
          on,
          "a day up to " + today,
          "The day %s has not come yet.".formatted(on));
    }
  }

  SchemeVersion schemeOf(Round round) {
    return schemes.getVersion(round.schemeVersionId());
  }

  Vehicle vehicleOf(Round round) {
    return schemeOf(round).getSection(FrameworkSection.class).getVehicle(round.vehicle());
  }
}
