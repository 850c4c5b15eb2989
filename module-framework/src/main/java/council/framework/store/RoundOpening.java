package council.framework.store;

import council.framework.api.Rounds.OpenRound;
import council.framework.scheme.Admission;
import council.framework.scheme.Admission.Window;
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
  private final PlaceStore places;
  private final OptionStore options;
  private final Schemes schemes;
  private final Audit audit;
  private final Clock clock;

  RoundOpening(
      RoundStore rounds,
      PlaceStore places,
      OptionStore options,
      Schemes schemes,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.places = places;
    this.options = options;
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
    places.lockVehicle(actor, command.vehicle());
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
    } else {
      checkWindow(vehicle, LocalDate.now(clock), problems);
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

  private Round newRound(OpenRound command, SchemeVersion scheme, Vehicle vehicle) {
    var end = options.endOf(command.vehicle(), vehicle.frameworkEnd());
    return Round.opened(Ids.next(), command, scheme.id(), vehicle, end);
  }

  /** An open list with windows takes applications while one is open. */
  private static void checkWindow(Vehicle vehicle, LocalDate today, Problems problems) {
    if (vehicle.admission() instanceof Admission.Windows admission
        && admission.findOpen(today).isEmpty()) {
      problems.add(
          "WINDOW_CLOSED",
          "input.vehicle",
          today,
          admission.findNext(today).map(Window::told).orElse("no further window"),
          admission
              .findNext(today)
              .map(next -> "No window is open today; the next one opens on " + next.from() + ".")
              .orElse("No window is open today, and no further one is set."));
    }
  }
}
