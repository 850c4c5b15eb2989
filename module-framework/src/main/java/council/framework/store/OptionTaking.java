package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.Frameworks.TakeOption;
import council.framework.domain.OptionFacts;
import council.framework.domain.OptionFacts.Taken;
import council.framework.domain.OptionResult;
import council.framework.domain.ReasonTexts;
import council.framework.domain.Rules;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Term;
import council.framework.scheme.Vehicle;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decided;
import council.platform.decision.Decisions;
import council.platform.decision.Reason;
import council.platform.identity.Actor;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes an option by which a framework lasts longer (LAN-FW-02, LAN-FW-03). Its rounds are locked
 * before the vehicle, as an award does it.
 */
@Singleton
final class OptionTaking {
  private final Schemes schemes;
  private final OptionStore options;
  private final RoundStore rounds;
  private final PlaceStore places;
  private final Decisions decisions;
  private final Audit audit;
  private final Clock clock;

  OptionTaking(
      Schemes schemes,
      OptionStore options,
      RoundStore rounds,
      PlaceStore places,
      Decisions decisions,
      Audit audit,
      Clock clock) {
    this.schemes = schemes;
    this.options = options;
    this.rounds = rounds;
    this.places = places;
    this.decisions = decisions;
    this.audit = audit;
    this.clock = clock;
  }

  UUID take(Actor actor, TakeOption command) {
    var scheme =
        schemes
            .findInForce(command.on())
            .orElseThrow(() ->
                new Refused(
                    "NO_SCHEME", "input.on", "No scheme is in force on " + command.on() + "."));
    var vehicle = vehicle(scheme, command.vehicle());
    rounds.listLocked(command.vehicle());
    places.lockVehicle(actor, command.vehicle());
    var facts =
        new OptionFacts(
            command.vehicle(), command.option(), command.on(), options.list(command.vehicle()));
    var taken = check(command, scheme, vehicle, facts);
    var id = Ids.next();
    var decision =
        decisions
            .decide(
                actor, FrameworkModule.TAKE_OPTION, scheme, facts, "FrameworkOptionTaken", id, null)
            .id();
    options.insert(id, command, taken, decision);
    extend(actor, command, taken, id, decision);
    return id;
  }

  private static Vehicle vehicle(SchemeVersion scheme, String code) {
    var section = scheme.getSection(FrameworkSection.class);
    return section
        .findVehicle(code)
        .orElseThrow(() -> {
          var problems = new Problems();
          problems.add(
              "UNKNOWN_VEHICLE",
              "input.vehicle",
              code,
              "one of " + String.join(", ", section.listCodes()),
              "The scheme has no provider framework " + code + ".");
          return new Refused(problems.list());
        });
  }

  private Taken check(
      TakeOption command, SchemeVersion scheme, Vehicle vehicle, OptionFacts facts) {
    var problems = new Problems();
    var today = LocalDate.now(clock);
    if (command.on().isAfter(today)) {
      problems.add(
          "DAY_NOT_COME",
          "input.on",
          command.on(),
          "a day up to " + today,
          "The day %s has not come yet.".formatted(command.on()));
    }
    Texts.check(problems, "input.reason", command.reason(), Texts.LONGEST_REASON);
    Texts.check(problems, "input.evidence", command.evidence(), Texts.LONGEST_REASON);
    var decided =
        FrameworkModule.TAKE_OPTION.decide(scheme.getSection(FrameworkSection.class), facts);
    checkDecided(command, vehicle, decided, problems);
    problems.throwIfAny();
    var result = decided.result();
    return new Taken(
        command.option(),
        Objects.requireNonNull(result.endBefore()),
        Objects.requireNonNull(result.endAfter()));
  }

  private void checkDecided(
      TakeOption command, Vehicle vehicle, Decided<OptionResult> decided, Problems problems) {
    decided.reasons().getFirst().because().stream()
        .filter(Reason::failed)
        .forEach(reason -> tell(command, vehicle, reason, problems));
    var end = decided.result().endBefore();
    if (end != null && !end.equals(command.frameworkEnd())) {
      problems.add(
          "END_CHANGED",
          "input.frameworkEnd",
          command.frameworkEnd(),
          end.toString(),
          "The framework's last day is %s; look at it again.".formatted(end));
    }
    var after = decided.result().endAfter();
    if (end != null && after != null) {
      checkNothingFollows(command.vehicle(), end.plusDays(1), after, problems);
    }
  }

  private static void tell(TakeOption command, Vehicle vehicle, Reason reason, Problems problems) {
    boolean next = reason.rule().equals(Rules.IS_THE_NEXT_OPTION);
    Term term = vehicle.term();
    List<String> codes =
        term == null ? List.of() : term.options().stream().map(Term.Option::code).toList();
    boolean unknown = next && !codes.contains(command.option());
    String near = unknown ? " The scheme has no such option" : "";
    problems.add(
        unknown ? "UNKNOWN_OPTION" : next ? "NOT_THE_NEXT_OPTION" : "FRAMEWORK_ENDED",
        next ? "input.option" : "input.on",
        next ? command.option() : command.on(),
        next
            ? codes.isEmpty() ? "a framework with options" : "one of " + String.join(", ", codes)
            : "a day up to the framework's last",
        ReasonTexts.sentence(reason)
            + (unknown ? near + NearestName.hint(command.option(), codes) : ""));
  }

  /** What follows the framework on the days that it would last longer is not pushed aside. */
  private void checkNothingFollows(
      String vehicle, LocalDate from, LocalDate until, Problems problems) {
    if (places.anyBegins(vehicle, from, until) || rounds.anyAwardedFor(vehicle, from, until)) {
      problems.add(
          "FRAMEWORK_FOLLOWED",
          "input.option",
          "Places of %s that begin from %s to %s were awarded already."
              .formatted(vehicle, from, until));
    }
  }

  /**
   * What the option is, as the audit keeps it.
   *
   * @param places whose end moved with it
   */
  record Extension(
      UUID id, TakeOption option, Taken taken, UUID decision, List<PlaceStore.Span> places) {}

  /** The places of a round, as the audit keeps them with it. */
  record Places(List<PlaceStore.Span> places) {}

  private void extend(Actor actor, TakeOption command, Taken taken, UUID id, UUID decision) {
    var moved = places.extend(command.vehicle(), taken.endBefore(), taken.endAfter());
    audit.record(
        actor,
        new Change(
            "FrameworkOptionTaken",
            id,
            "FrameworkOptionTaken",
            null,
            new Extension(id, command, taken, decision, moved),
            command.reason(),
            null));
    Map<UUID, List<PlaceStore.Span>> byRound =
        moved.stream()
            .filter(span -> span.round() != null)
            .collect(Collectors.groupingBy(span -> Objects.requireNonNull(span.round())));
    for (Round round : rounds.listLocked(command.vehicle())) {
      boolean ends = taken.endBefore().equals(round.frameworkEnd());
      if (ends || byRound.containsKey(round.id())) {
        extend(actor, round, ends ? taken.endAfter() : round.frameworkEnd(), byRound, command);
      }
    }
  }

  private void extend(
      Actor actor,
      Round round,
      @Nullable LocalDate end,
      Map<UUID, List<PlaceStore.Span>> byRound,
      TakeOption command) {
    var kept = rounds.update(end == null ? round : round.extendedTo(end));
    audit.record(
        actor,
        new Change(
            "EvaluationRound",
            round.id(),
            "FrameworkExtended",
            new RoundSteps.WithContents<>(round, null),
            new RoundSteps.WithContents<>(
                kept, new Places(byRound.getOrDefault(round.id(), List.of()))),
            command.reason(),
            null));
  }
}
