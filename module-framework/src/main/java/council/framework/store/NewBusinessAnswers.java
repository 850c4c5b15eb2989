package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.NewBusiness;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.RequestKind;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.directory.Directory;
import council.platform.directory.Location;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Works out who may take new business, from the places and suspensions that are kept. */
@Singleton
final class NewBusinessAnswers implements NewBusiness {
  private final Schemes schemes;
  private final StandingStore standings;
  private final ConditionFacts conditions;
  private final CheckFacts checks;
  private final Directory directory;

  NewBusinessAnswers(
      Schemes schemes,
      StandingStore standings,
      ConditionFacts conditions,
      CheckFacts checks,
      Directory directory) {
    this.schemes = schemes;
    this.standings = standings;
    this.conditions = conditions;
    this.checks = checks;
    this.directory = directory;
  }

  @Override
  public Answer ask(Actor actor, Request request) {
    var scheme =
        schemes
            .findInForce(request.on())
            .orElseThrow(() ->
                new Refused("NO_SCHEME", "on", "No scheme is in force on " + request.on() + "."));
    var location = findLocation(actor, request);
    check(request, scheme, location);
    var facts = factsOf(request, scheme, location);
    var decided =
        FrameworkModule.ANSWER_ELIGIBILITY.decide(scheme.getSection(FrameworkSection.class), facts);
    var names = directory.findProvidersByReference(actor, new HashSet<>(facts.providers()));
    return new Answer(
        request.vehicle(),
        request.zone(),
        request.kind(),
        request.on(),
        scheme.id(),
        answers(decided, names));
  }

  private Optional<Location> findLocation(Actor actor, Request request) {
    return request.location() == null
        ? Optional.empty()
        : directory.locationsAsOf(actor, request.on()).stream()
            .filter(location -> location.reference().equals(request.location()))
            .findFirst();
  }

  private static void check(Request request, SchemeVersion scheme, Optional<Location> location) {
    var problems = new Problems();
    var section = scheme.getSection(FrameworkSection.class);
    if (!section.vehicles().containsKey(request.vehicle())) {
      problems.add(
          "UNKNOWN_VEHICLE",
          "vehicle",
          request.vehicle(),
          "one of " + String.join(", ", section.listCodes()),
          "The scheme has no provider framework " + request.vehicle() + ".");
    }
    var zones = scheme.getSection(GeographySection.class).zoneCodes();
    if (!zones.contains(request.zone())) {
      problems.add(
          "UNKNOWN_ZONE",
          "zone",
          request.zone(),
          "one of " + String.join(", ", zones),
          "The scheme has no zone " + request.zone() + ".");
    }
    checkLocation(request, location, problems);
    problems.throwIfAny();
  }

  private static void checkLocation(
      Request request, Optional<Location> location, Problems problems) {
    boolean needed = RequestKind.valueOf(request.kind()).isAtLocation();
    if (needed && request.location() == null) {
      problems.add(
          "LOCATION_MISSING",
          "location",
          "Expected the reference of the location that the person moves into, but there is none.");
    } else if (request.location() != null && location.isEmpty()) {
      problems.add(
          "UNKNOWN_LOCATION",
          "location",
          request.location(),
          "the reference of a location on that day",
          "There is no location %s on %s.".formatted(request.location(), request.on()));
    } else if (location.isPresent() && !location.get().zone().equals(request.zone())) {
      problems.add(
          "WRONG_ZONE",
          "zone",
          request.zone(),
          location.get().zone(),
          "The location %s lies in zone %s, not in %s."
              .formatted(request.location(), location.get().zone(), request.zone()));
    }
  }

  private EligibilityFacts factsOf(
      Request request, SchemeVersion scheme, Optional<Location> location) {
    var area =
        Objects.requireNonNull(
            scheme.getSection(GeographySection.class).areaByZone().get(request.zone()));
    var kind = RequestKind.valueOf(request.kind());
    var vehicle = scheme.getSection(FrameworkSection.class).getVehicle(request.vehicle());
    var standing = standings.load(request.vehicle());
    var rules = vehicle.newBusiness().getOrDefault(kind, List.of());
    return standing.facts(
        new EligibilityFacts.Request(request.zone(), area, kind, request.on(), request.location()),
        location.stream()
            .map(l -> new HeldLocation(l.reference(), l.provider(), l.zone()))
            .toList(),
        conditions.collect(scheme, rules, standing),
        checks.ofRequest(vehicle, rules, standing, request.on()));
  }

  /** The engine gives one tree for each answer, in the answers' order. */
  private static List<ProviderEligibility> answers(
      Decided<EligibilityResult> decided, Map<String, Provider> names) {
    var answers = decided.result().answers();
    List<ProviderEligibility> told = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      var answer = answers.get(i);
      List<Reason> reasons = List.of(decided.reasons().get(i));
      told.add(
          new ProviderEligibility(
              answer.provider(),
              Objects.requireNonNull(names.get(answer.provider())).name(),
              answer.eligible(),
              reasons));
    }
    told.sort(
        Comparator.comparing((ProviderEligibility a) -> !a.eligible())
            .thenComparing(ProviderEligibility::providerReference));
    return told;
  }
}
