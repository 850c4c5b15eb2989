package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.api.NewBusiness;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityResult;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lot;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Vehicle;
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
import org.jspecify.annotations.Nullable;

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

  /** What is asked, under the scheme in force on the day asked about. */
  record Question(SchemeVersion scheme, Lot lot, EligibilityFacts facts) {}

  @Override
  public Answer ask(Actor actor, Request request) {
    var question = question(actor, request);
    var scheme = question.scheme();
    var facts = question.facts();
    var lot = question.lot();
    var decided =
        FrameworkModule.ANSWER_ELIGIBILITY.decide(scheme.getSection(FrameworkSection.class), facts);
    var names = directory.findProvidersByReference(actor, new HashSet<>(facts.providers()));
    return new Answer(
        request.vehicle(),
        lot.code(),
        lot.category(),
        request.kind(),
        request.on(),
        scheme.id(),
        answers(decided, names));
  }

  /** Checks what is asked and collects what the answer rests on. */
  Question question(Actor actor, Request request) {
    var scheme =
        schemes
            .findInForce(request.on())
            .orElseThrow(() ->
                new Refused("NO_SCHEME", "on", "No scheme is in force on " + request.on() + "."));
    var location = findLocation(actor, request);
    var lot = check(request, scheme, location);
    return new Question(scheme, lot, factsOf(request, lot, scheme, location));
  }

  Optional<Location> findLocation(Actor actor, Request request) {
    return request.location() == null
        ? Optional.empty()
        : directory.locationsAsOf(actor, request.on()).stream()
            .filter(location -> location.reference().equals(request.location()))
            .findFirst();
  }

  static Lot check(Request request, SchemeVersion scheme, Optional<Location> location) {
    var problems = new Problems();
    var section = scheme.getSection(FrameworkSection.class);
    var vehicle = section.vehicles().get(request.vehicle());
    if (vehicle == null) {
      problems.add(
          "UNKNOWN_VEHICLE",
          "vehicle",
          request.vehicle(),
          "one of " + String.join(", ", section.listCodes()),
          "The scheme has no provider framework " + request.vehicle() + ".");
    }
    var geography = scheme.getSection(GeographySection.class);
    Optional<Lot> lot =
        vehicle == null
            ? Optional.empty()
            : new LotSearch(vehicle, geography, problems).find(request.zone(), request.category());
    checkLocation(request, vehicle, location, problems);
    problems.throwIfAny();
    return lot.orElseThrow(() -> new IllegalStateException("What is unknown was told"));
  }

  private static void checkLocation(
      Request request, @Nullable Vehicle vehicle, Optional<Location> location, Problems problems) {
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
    } else if (location.isPresent() && liesElsewhere(location.get(), request, vehicle)) {
      problems.add(
          "WRONG_ZONE",
          "zone",
          request.zone(),
          location.get().zone(),
          "The location %s lies in zone %s, not in %s."
              .formatted(request.location(), location.get().zone(), request.zone()));
    }
  }

  /** The zone may be given by the code of a lot. */
  private static boolean liesElsewhere(
      Location location, Request request, @Nullable Vehicle vehicle) {
    String given = request.zone();
    String zone = given == null || vehicle == null ? given : vehicle.lots().zoneOf(given);
    return zone != null && !location.zone().equals(zone);
  }

  EligibilityFacts factsOf(
      Request request, Lot lot, SchemeVersion scheme, Optional<Location> location) {
    var kind = RequestKind.valueOf(request.kind());
    var vehicle = scheme.getSection(FrameworkSection.class).getVehicle(request.vehicle());
    var standing =
        request.knownAt() == null
            ? standings.load(request.vehicle())
            : standings.loadAsKnown(request.vehicle(), request.knownAt());
    var rules = vehicle.newBusiness().getOrDefault(kind, List.of());
    return standing.facts(
        vehicle,
        new EligibilityFacts.Request(
            lot.code(), lot.area(), kind, request.on(), request.location()),
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
