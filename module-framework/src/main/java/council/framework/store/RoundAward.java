package council.framework.store;

import council.framework.api.Rounds.DatedStep;
import council.framework.api.Rounds.EndRound;
import council.framework.domain.RoundResult;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.platform.decision.Decisions;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the proposal to the places: standstill, award, or an end without an award. */
@Singleton
final class RoundAward {
  private final RoundSteps steps;
  private final SubmissionStore submissions;
  private final AllocationStore allocations;
  private final PlaceStore places;
  private final ExemptionStore exemptions;
  private final TierReviewStore reviews;
  private final Decisions decisions;

  RoundAward(
      RoundSteps steps,
      SubmissionStore submissions,
      AllocationStore allocations,
      PlaceStore places,
      ExemptionStore exemptions,
      TierReviewStore reviews,
      Decisions decisions) {
    this.steps = steps;
    this.submissions = submissions;
    this.allocations = allocations;
    this.places = places;
    this.exemptions = exemptions;
    this.reviews = reviews;
    this.decisions = decisions;
  }

  void startStandstill(Actor actor, DatedStep command) {
    var round = steps.begin(actor, command.round(), command.revision(), "startStandstill", null);
    var problems = new Problems();
    steps.checkHasCome("input.on", command.on(), problems);
    problems.throwIfAny();
    int days = steps.vehicleOf(round).award().standstillDays();
    submissions.showScores(round.id());
    allocations.show(round.id());
    var next = round.inStandstill(command.on(), command.on().plusDays(days));
    steps.end(actor, round, next, "StandstillStarted", null);
  }

  void award(Actor actor, DatedStep command) {
    var round = steps.begin(actor, command.round(), command.revision(), "awardRound", null);
    places.lockVehicle(actor, round.vehicle());
    check(round, command.on());
    var result = decisions.getResult(Objects.requireNonNull(round.decisionId()), RoundResult.class);
    var providers = submissions.providerIds(round.id());
    var awarded = awarded(round, result);
    places.insertPlaces(round, awarded.places(), providers, firstDay(round, command.on()));
    var cases =
        places.insertTransitionCases(
            round.awarded(command.on()),
            result.transitionCases(),
            CaseStart.of(steps.vehicleOf(round)),
            providers,
            submissions.locationIds(round.id()));
    exemptions.insert(
        RoundExemptions.of(
            round, steps.vehicleOf(round), result.transitionCases(), cases, providers));
    reviews.addMissing(actor, round.vehicle(), steps.vehicleOf(round));
    steps.endWith(
        actor,
        round,
        round.awarded(command.on()),
        "PlacesAwarded",
        new RoundSteps.Changed<>(null, awarded));
  }

  private static LocalDate firstDay(Round round, LocalDate on) {
    return round.isOfOpenList() && on.isAfter(round.frameworkStart()) ? on : round.frameworkStart();
  }

  /**
   * What an award adds to the round, as the audit keeps it.
   *
   * @param heldAlready what was proposed to providers of an open list whom another round has placed
   *     in that zone since; they keep that place and get no second one
   */
  record Awarded(
      List<Placement> places,
      List<TransitionCase> transitionCases,
      @Nullable List<Placement> heldAlready) {}

  private Awarded awarded(Round round, RoundResult result) {
    if (!round.isOfOpenList()) {
      return new Awarded(result.placements(), result.transitionCases(), null);
    }
    var held =
        places.listHeldNow(round).stream()
            .map(place -> new Spot(place.provider(), place.zone()))
            .collect(Collectors.toSet());
    var parted =
        result.placements().stream()
            .collect(
                Collectors.partitioningBy(p -> held.contains(new Spot(p.provider(), p.zone()))));
    return new Awarded(
        Objects.requireNonNull(parted.get(false)),
        result.transitionCases(),
        Objects.requireNonNull(parted.get(true)));
  }

  private record Spot(String provider, String zone) {}

  void cancel(Actor actor, EndRound command) {
    var round =
        steps.begin(actor, command.round(), command.revision(), "cancelRound", command.reason());
    steps.end(actor, round, round.cancelled(command.reason()), "RoundCancelled", command.reason());
  }

  private void check(Round round, LocalDate on) {
    var problems = new Problems();
    steps.checkHasCome("input.on", on, problems);
    var last = Objects.requireNonNull(round.standstillUntil());
    if (!on.isAfter(last)) {
      problems.add(
          "STANDSTILL_RUNS",
          "input.on",
          on,
          "a day after " + last,
          "The standstill runs until %s; an award on %s is too early.".formatted(last, on));
    }
    if (round.isOfOpenList()) {
      checkNotOver(round, on, problems);
    } else {
      checkOnlyAward(round, problems);
    }
    problems.throwIfAny();
  }

  private static void checkNotOver(Round round, LocalDate on, Problems problems) {
    var end = round.frameworkEnd();
    if (end != null && on.isAfter(end)) {
      problems.add(
          "FRAMEWORK_ENDED",
          "input.on",
          on,
          "a day up to " + end,
          "The framework %s ended on %s; no place can hold after that."
              .formatted(round.vehicle(), end));
    }
  }

  private void checkOnlyAward(Round round, Problems problems) {
    if (places.anyInForce(round.vehicle(), round.frameworkStart(), round.firstDayAfter())) {
      problems.add(
          "PLACES_IN_FORCE",
          "input.round",
          round.reference(),
          "a framework without places in the same span",
          "The framework %s has places in force from %s on already."
              .formatted(round.vehicle(), round.frameworkStart()));
    }
  }
}
