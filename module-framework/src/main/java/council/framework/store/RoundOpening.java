package council.framework.store;

import council.framework.api.Rounds.OpenRound;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.Keys;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.data.Unique;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a round under the scheme in force. */
@Singleton
final class RoundOpening {
  private static final int LONGEST_REFERENCE = 60;
  private static final int LONGEST_TITLE = 200;
  private final RoundStore rounds;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  RoundOpening(RoundStore rounds, Schemes schemes, Audit audit, Clock clock) {
    this.rounds = rounds;
    this.schemes = schemes;
    this.audit = audit;
    this.clock = clock;
  }

  UUID open(Actor actor, OpenRound command) {
    var scheme =
        schemes
            .findInForce(LocalDate.now(clock))
            .orElseThrow(
                () -> new Refused("NO_SCHEME", "input.vehicle", "No scheme is in force today."));
    var section = scheme.getSection(FrameworkSection.class);
    var vehicle = section.vehicles().get(command.vehicle());
    check(command, section, vehicle);
    var round = newRound(command, scheme, Objects.requireNonNull(vehicle));
    Unique.orRefuse(
        Keys.ROUND_TENANT_ID_REFERENCE_KEY,
        () -> new Refused(List.of(taken(command.reference()))),
        () -> rounds.insert(round));
    audit.record(
        actor, new Change("EvaluationRound", round.id(), "RoundOpened", null, round, null, null));
    return round.id();
  }

  private void check(OpenRound command, FrameworkSection section, @Nullable Vehicle vehicle) {
    var problems = new Problems();
    if (vehicle == null) {
      problems.add(
          "UNKNOWN_VEHICLE",
          "input.vehicle",
          command.vehicle(),
          "one of " + String.join(", ", section.listCodes()),
          "The scheme in force has no provider framework " + command.vehicle() + ".");
    }
    Texts.check(problems, "input.reference", command.reference(), LONGEST_REFERENCE);
    Texts.check(problems, "input.title", command.title(), LONGEST_TITLE);
    if (rounds.hasReference(command.reference())) {
      problems.add(taken(command.reference()));
    }
    problems.throwIfAny();
  }

  private static Problem taken(String reference) {
    return new Problem(
        "DUPLICATE_REFERENCE",
        "input.reference",
        "There is a round " + reference + " already.",
        reference,
        "a reference that no other round has");
  }

  private static Round newRound(OpenRound command, SchemeVersion scheme, Vehicle vehicle) {
    return Round.opened(Ids.next(), command, scheme.id(), vehicle);
  }
}
