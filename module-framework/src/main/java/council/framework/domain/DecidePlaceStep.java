package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepResult.Begin;
import council.framework.domain.PlaceStepResult.End;
import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a step of places may be taken, and which places end and begin by it (LAN-FW-15,
 * LAN-FW-16, LAN-FW-23, LAN-FW-37 to LAN-FW-40).
 */
public final class DecidePlaceStep
    implements DecisionEngine<FrameworkSection, PlaceStepFacts, PlaceStepResult> {
  @Override
  public String kind() {
    return DecisionKinds.PLACE_STEP;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<PlaceStepFacts> factsType() {
    return PlaceStepFacts.class;
  }

  @Override
  public Class<PlaceStepResult> resultType() {
    return PlaceStepResult.class;
  }

  /**
   * The reasons are one tree.
   *
   * @throws IllegalArgumentException for a step that the scheme does not know, or facts that do not
   *     fit its kind
   */
  @Override
  public Decided<PlaceStepResult> decide(FrameworkSection section, PlaceStepFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    PlaceStep step = vehicle.placeSteps().get(facts.step());
    if (step == null) {
      throw new IllegalArgumentException(
          "Expected a step of " + facts.vehicle() + ", but there is no " + facts.step());
    }
    PlaceChange change = PlaceChange.of(step, vehicle, facts);
    List<Reason> tried = new ArrayList<>(new PlaceStepRules(vehicle, step, facts).tried());
    tried.addAll(change.noted());
    tried.addAll(new PlacesKept(vehicle, facts, change).tried());
    boolean allowed = tried.stream().noneMatch(Reason::failed);
    List<String> moving = allowed ? locationsThatMove(step, vehicle, facts, change) : List.of();
    LocalDate due = moving.isEmpty() ? null : due(vehicle, facts);
    PlaceStepResult result =
        allowed
            ? new PlaceStepResult(true, change.ends(), change.begins(), moving, due)
            : new PlaceStepResult(false, List.of(), List.of(), List.of(), null);
    if (due != null) {
      tried.add(locationsAreDue(facts, moving, due));
    }
    Seen seen =
        Seen.of("step", facts.step())
            .and("title", step.title())
            .and("provider", facts.provider())
            .and("buyer", facts.buyer())
            .and("on", facts.on());
    return new Decided<>(
        result,
        List.of(
            new Reason(
                Rules.STEP_IS_ALLOWED, path(facts, ""), seen.map(), verdict(allowed), tried)));
  }

  static String path(PlaceStepFacts facts, String component) {
    String step = "placeSteps." + facts.step();
    return FrameworkSection.path(
        facts.vehicle(), component.isEmpty() ? step : step + "." + component);
  }

  private static boolean locationsMove(PlaceStep step) {
    return switch (step) {
      case PlaceStep.Remove remove -> remove.locationsMove();
      case PlaceStep.Resign resign -> resign.locationsMove();
      case PlaceStep.Recommission _ -> true;
      case PlaceStep.Move _, PlaceStep.Novate _, PlaceStep.AdmitAtSite _ -> false;
    };
  }

  private static List<String> locationsThatMove(
      PlaceStep step, Vehicle vehicle, PlaceStepFacts facts, PlaceChange change) {
    if (!locationsMove(step)) {
      return List.of();
    }
    List<KnownPlace> left =
        change.applyTo(facts.places()).stream().filter(p -> p.inForceOn(facts.on())).toList();
    return facts.locations().stream()
        .filter(location -> isCovered(location, chosen(facts), vehicle))
        .filter(location -> !isCovered(location, left, vehicle))
        .map(HeldLocation::location)
        .sorted()
        .toList();
  }

  private static boolean isCovered(
      HeldLocation location, List<KnownPlace> places, Vehicle vehicle) {
    return places.stream()
        .anyMatch(place -> place.covers(location, vehicle.lots().zoneOf(place.zone())));
  }

  /** The months that the scheme gives to locations that move, counted from the step (LAN-FW-24). */
  private static @Nullable LocalDate due(Vehicle vehicle, PlaceStepFacts facts) {
    var transition = vehicle.transition();
    if (facts.casesDue() != null || transition == null) {
      return facts.casesDue();
    }
    return facts.on().plusMonths(transition.months());
  }

  private static Reason locationsAreDue(
      PlaceStepFacts facts, List<String> locations, LocalDate due) {
    return Reason.of(
        Rules.LOCATIONS_ARE_DUE,
        facts.casesDue() == null ? FrameworkSection.path(facts.vehicle(), "transition.months") : "",
        Reason.Verdict.NOTED,
        Seen.of("locations", locations).and("due", due).map());
  }

  static List<KnownPlace> chosen(PlaceStepFacts facts) {
    return facts.places().stream().filter(p -> facts.chosen().contains(p.place())).toList();
  }

  /** One for each place that ends or begins. */
  @Override
  public List<Effect> effects(PlaceStepFacts facts, Decided<PlaceStepResult> decided) {
    List<Effect> effects = new ArrayList<>();
    for (End end : decided.result().ends()) {
      effects.add(effect("ends", end.zone(), end.provider(), "until " + end.until(), decided));
    }
    for (Begin begin : decided.result().begins()) {
      effects.add(
          effect(
              "begins",
              begin.zone(),
              begin.provider(),
              begin.tier() + " from " + begin.from(),
              decided));
    }
    return effects;
  }

  private static Effect effect(
      String what, String zone, String provider, String value, Decided<PlaceStepResult> decided) {
    return new Effect(
        what + "/" + zone + "/" + provider,
        Effect.Kind.OUTCOME,
        provider,
        "Place in " + zone + " " + what,
        value,
        null,
        null,
        decided.reasons());
  }
}
