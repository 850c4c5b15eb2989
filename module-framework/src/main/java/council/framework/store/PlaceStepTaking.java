package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.PlaceStepFacts;
import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepFacts.Site;
import council.framework.domain.PlaceStepResult;
import council.framework.domain.ReasonTexts;
import council.framework.domain.Rules;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.Vehicle;
import council.framework.store.StoredPlaceSteps.Words;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.decision.Decisions;
import council.platform.decision.Reason;
import council.platform.directory.Directory;
import council.platform.directory.DirectoryEntries;
import council.platform.directory.ImportMode;
import council.platform.directory.Location;
import council.platform.directory.LocationEntry;
import council.platform.directory.Provider;
import council.platform.identity.Actor;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides a step, keeps it, and changes the places, locations and cases that it is about. */
@Singleton
final class PlaceStepTaking {
  private final Schemes schemes;
  private final PlaceStepStore store;
  private final CaseOpening cases;
  private final TierReviewStore reviews;
  private final Directory directory;
  private final Decisions decisions;
  private final Audit audit;
  private final OptionStore options;
  private final Optional<PassedChecks> checks;

  PlaceStepTaking(
      Schemes schemes,
      PlaceStepStore store,
      CaseOpening cases,
      TierReviewStore reviews,
      Directory directory,
      Decisions decisions,
      Audit audit,
      OptionStore options,
      Optional<PassedChecks> checks) {
    this.schemes = schemes;
    this.store = store;
    this.cases = cases;
    this.reviews = reviews;
    this.directory = directory;
    this.decisions = decisions;
    this.audit = audit;
    this.options = options;
    this.checks = checks;
  }

  /** Which step of which vehicle, and from when on. */
  record Which(String vehicle, String step, LocalDate on) {}

  /**
   * @param kinds of which one the step must be
   * @param rows the places, locked
   * @param due last day by which locations have moved, absent where the scheme's time holds
   */
  record Asked(
      Which which,
      Set<Class<? extends PlaceStep>> kinds,
      Provider provider,
      @Nullable Provider buyer,
      @Nullable Site site,
      List<PlaceRecord> rows,
      Words words,
      @Nullable LocalDate due) {}

  /** The version that holds on the day of the step for places that were given before it. */
  SchemeVersion getScheme(Which which) {
    return schemes
        .findInForceForExisting(which.on())
        .orElseThrow(() ->
            new Refused("NO_SCHEME", "input.on", "No scheme is in force on " + which.on() + "."));
  }

  /**
   * @param problems what is wrong with the command so far
   */
  UUID take(Actor actor, Asked asked, Problems problems) {
    var scheme = getScheme(asked.which());
    var step = findStep(asked, scheme, problems);
    problems.throwIfAny();
    var vehicle = scheme.getSection(FrameworkSection.class).getVehicle(asked.which().vehicle());
    var id = Ids.next();
    var recorded =
        decisions.decide(
            actor,
            FrameworkModule.DECIDE_PLACE_STEP,
            scheme,
            factsOf(actor, asked, vehicle),
            "PlaceStep",
            id,
            null);
    PlaceStepResult result = recorded.decided().result();
    if (!result.allowed()) {
      throw new Refused(refusals(recorded.decided().reasons().getFirst()).list());
    }
    var taken = keep(asked, step.orElseThrow(), id, recorded.id(), result);
    store.insert(taken);
    store.change(taken, providers(asked));
    if (asked.buyer() != null) {
      passLocations(actor, asked, asked.buyer(), vehicle);
    }
    reviews.addMissing(
        actor,
        taken.vehicle(),
        scheme.getSection(FrameworkSection.class).getVehicle(taken.vehicle()));
    var opened = openCases(actor, asked, taken, result);
    tell(actor, asked, taken.withCases(opened));
    return id;
  }

  private static Optional<PlaceStep> findStep(
      Asked asked, SchemeVersion scheme, Problems problems) {
    var which = asked.which();
    var vehicle = scheme.getSection(FrameworkSection.class).vehicles().get(which.vehicle());
    if (vehicle == null) {
      problems.add(
          "UNKNOWN_VEHICLE",
          "input.vehicle",
          which.vehicle(),
          "a framework of the scheme in force on " + which.on(),
          "The scheme has no provider framework " + which.vehicle() + ".");
      return Optional.empty();
    }
    var step = vehicle.placeSteps().get(which.step());
    var fitting =
        vehicle.placeSteps().entrySet().stream()
            .filter(entry -> isOneOf(asked.kinds(), entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (step == null || !isOneOf(asked.kinds(), step)) {
      problems.add(
          step == null ? "UNKNOWN_STEP" : "WRONG_STEP",
          "input.step",
          which.step(),
          "one of " + String.join(", ", fitting),
          "The framework %s has no such step %s%s"
              .formatted(which.vehicle(), which.step(), NearestName.hint(which.step(), fitting)));
    }
    return Optional.ofNullable(step);
  }

  private static boolean isOneOf(Set<Class<? extends PlaceStep>> kinds, PlaceStep step) {
    return kinds.stream().anyMatch(kind -> kind.isInstance(step));
  }

  /** Absent where no option moves the scheme's. */
  private @Nullable LocalDate movedEnd(Vehicle vehicle, Which which) {
    LocalDate end = options.endOf(which.vehicle(), vehicle.frameworkEnd());
    return Objects.equals(end, vehicle.frameworkEnd()) ? null : end;
  }

  private PlaceStepFacts factsOf(Actor actor, Asked asked, Vehicle vehicle) {
    var which = asked.which();
    Set<String> zones = new HashSet<>();
    asked.rows().forEach(row -> zones.add(row.getZone()));
    if (asked.site() != null) {
      zones.add(asked.site().zone());
    }
    Set<String> providers = new HashSet<>(Set.of(asked.provider().reference()));
    if (asked.buyer() != null) {
      providers.add(asked.buyer().reference());
    }
    String checked =
        asked.buyer() == null ? asked.provider().reference() : asked.buyer().reference();
    return new PlaceStepFacts(
        which.vehicle(),
        which.step(),
        which.on(),
        asked.provider().reference(),
        asked.buyer() == null ? null : asked.buyer().reference(),
        asked.site(),
        asked.words().ground(),
        asked.words().evidence() != null,
        asked.rows().stream().map(row -> row.getId().toString()).toList(),
        store.listTouched(which.vehicle(), zones, providers),
        locations(actor, asked, vehicle).stream()
            .map(l -> new HeldLocation(l.reference(), l.provider(), l.zone()))
            .toList(),
        checks.map(all -> all.list(which.vehicle(), checked, which.on())).orElse(List.of()),
        asked.due(),
        movedEnd(vehicle, which));
  }

  /** Those of the provider in the zones that are touched; all, where lots have no zone. */
  private List<Location> locations(Actor actor, Asked asked, Vehicle vehicle) {
    Set<@Nullable String> zones = new HashSet<>();
    asked.rows().forEach(row -> zones.add(vehicle.lots().zoneOf(row.getZone())));
    if (asked.site() != null) {
      zones.add(asked.site().zone());
    }
    return directory.locationsAsOf(actor, asked.which().on()).stream()
        .filter(location -> location.provider().equals(asked.provider().reference()))
        .filter(location -> zones.contains(null) || zones.contains(location.zone()))
        .toList();
  }

  private static StepTaken keep(
      Asked asked, PlaceStep step, UUID id, UUID decision, PlaceStepResult result) {
    var which = asked.which();
    var buyer = asked.buyer();
    return new StepTaken(
        id,
        which.vehicle(),
        which.step(),
        kindOf(step),
        asked.provider().id().value(),
        asked.provider().reference(),
        buyer == null ? null : buyer.id().value(),
        buyer == null ? null : buyer.reference(),
        asked.site() == null ? null : asked.site().location(),
        which.on(),
        asked.words().ground(),
        asked.words().reason(),
        asked.words().evidence(),
        result.casesDue(),
        decision,
        result.ends(),
        result.begins(),
        List.of());
  }

  private static String kindOf(PlaceStep step) {
    return switch (step) {
      case PlaceStep.Move _ -> "MOVE";
      case PlaceStep.Remove _ -> "REMOVE";
      case PlaceStep.Resign _ -> "RESIGN";
      case PlaceStep.Novate _ -> "NOVATE";
      case PlaceStep.Recommission _ -> "RECOMMISSION";
      case PlaceStep.AdmitAtSite _ -> "ADMIT_AT_SITE";
    };
  }

  private static String eventOf(StepTaken taken) {
    return switch (taken.kind()) {
      case "MOVE" -> "PlaceMoved";
      case "REMOVE" -> "PlacesRemoved";
      case "RESIGN" -> "PlacesResigned";
      case "NOVATE" -> "PlacesNovated";
      case "RECOMMISSION" -> "PlacesRecommissioned";
      default -> "AdmittedAtSite";
    };
  }

  private static Map<String, UUID> providers(Asked asked) {
    Map<String, UUID> ids = new HashMap<>();
    ids.put(asked.provider().reference(), asked.provider().id().value());
    if (asked.buyer() != null) {
      ids.put(asked.buyer().reference(), asked.buyer().id().value());
    }
    return ids;
  }

  /** Whoever takes over the places in a zone delivers at the seller's locations there. */
  private void passLocations(Actor actor, Asked asked, Provider buyer, Vehicle vehicle) {
    List<LocationEntry> entries =
        locations(actor, asked, vehicle).stream()
            .map(l ->
                new LocationEntry(l.reference(), buyer.reference(), l.zone(), null, null, null))
            .toList();
    if (!entries.isEmpty()) {
      directory.importEntries(
          actor,
          new DirectoryEntries(asked.which().on(), List.of(), List.of(), entries),
          ImportMode.APPLY);
    }
  }

  private List<String> openCases(
      Actor actor, Asked asked, StepTaken taken, PlaceStepResult result) {
    if (result.locationsThatMove().isEmpty()) {
      return List.of();
    }
    return cases.open(
        actor,
        new CaseOpening.Opening(
            CaseOpening.Origin.PLACE_STEP,
            taken.id(),
            taken.vehicle(),
            asked.provider(),
            _ -> true,
            result.locationsThatMove()::contains,
            taken.on(),
            Objects.requireNonNull(result.casesDue(), "Locations that move have a day")));
  }

  /** What a step changes, as the audit keeps it. */
  record Before(List<KnownPlace> places) {}

  private void tell(Actor actor, Asked asked, StepTaken taken) {
    var before = new Before(asked.rows().stream().map(PlaceStepStore::known).toList());
    audit.record(
        actor,
        new Change(
            "PlaceStep",
            taken.id(),
            eventOf(taken),
            before.places().isEmpty() ? null : before,
            taken,
            taken.reason(),
            taken.providerId()));
  }

  private static Problems refusals(Reason root) {
    var problems = new Problems();
    List<String> told = new ArrayList<>();
    for (Reason reason : root.because()) {
      String sentence = ReasonTexts.sentence(reason);
      if (reason.failed() && !told.contains(sentence)) {
        told.add(sentence);
        problems.add(codeOf(reason.rule()), pathOf(reason.rule()), sentence);
      }
    }
    return problems;
  }

  private static String codeOf(String rule) {
    return switch (rule) {
      case Rules.FRAMEWORK_IS_IN_FORCE -> "FRAMEWORK_NOT_IN_FORCE";
      case Rules.GROUND_IS_KNOWN -> "UNKNOWN_GROUND";
      case Rules.EVIDENCE_IS_NAMED -> "EVIDENCE_MISSING";
      case Rules.PLACE_HOLDS_THEN -> "PLACE_NOT_IN_FORCE";
      case Rules.STEP_LEADS_FROM_TIER -> "WRONG_TIER";
      case Rules.HOLDS_IN_THE_WHOLE_ZONE -> "PLACE_AT_SITE";
      case Rules.DELIVERS_IN_ZONE -> "NO_LOCATION_IN_ZONE";
      case Rules.DELIVERS_AT_SITE -> "NOT_AT_LOCATION";
      case Rules.ALL_PLACES_ARE_NAMED -> "NOT_ALL_PLACES";
      case Rules.BUYER_IS_ANOTHER -> "SAME_PROVIDER";
      case Rules.HAS_PASSED_CHECK -> "CHECK_NOT_PASSED";
      case Rules.ZONE_KEEPS_ITS_NUMBER -> "NO_PLACE_LEFT";
      case Rules.LOT_KEEPS_ITS_NUMBER -> "NO_PLACE_LEFT";
      case Rules.STAYS_WITHIN_CAPS -> "CAP_EXCEEDED";
      case Rules.HOLDS_NOTHING_ELSE_THERE -> "HOLDS_PLACE_THERE";
      default -> "STEP_NOT_ALLOWED";
    };
  }

  private static String pathOf(String rule) {
    return switch (rule) {
      case Rules.FRAMEWORK_IS_IN_FORCE, Rules.PLACE_HOLDS_THEN -> "input.on";
      case Rules.GROUND_IS_KNOWN -> "input.ground";
      case Rules.EVIDENCE_IS_NAMED -> "input.evidence";
      case Rules.DELIVERS_AT_SITE -> "input.location";
      case Rules.ALL_PLACES_ARE_NAMED -> "input.places";
      case Rules.BUYER_IS_ANOTHER -> "input.buyer";
      default -> "input.step";
    };
  }
}
