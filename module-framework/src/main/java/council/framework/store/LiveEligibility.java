package council.framework.store;

import council.framework.FrameworkModule;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityResult;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.round.RoundReader;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Vehicle;
import council.platform.decision.DecisionEngine;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeView;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.Span;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may take business at present: one case for each framework, lot and kind of request of either
 * scheme, asked about on the span's first day or on the framework's, whichever comes later.
 * Vacancies in locations are left out: there is one question for each location, and the scheme's
 * zones and tiers are tried by the other kinds.
 */
@Singleton
final class LiveEligibility
    implements LiveFacts<FrameworkSection, EligibilityFacts, EligibilityResult> {
  private static final String BETWEEN = "/";
  private static final List<RequestKind> KINDS = List.of(RequestKind.NEW, RequestKind.RE_PROCURED);

  private final StandingStore standings;
  private final OptionStore options;
  private final ConditionFacts conditions;
  private final CheckFacts checks;

  LiveEligibility(
      StandingStore standings, OptionStore options, ConditionFacts conditions, CheckFacts checks) {
    this.standings = standings;
    this.options = options;
    this.conditions = conditions;
    this.checks = checks;
  }

  @Override
  public DecisionEngine<FrameworkSection, EligibilityFacts, EligibilityResult> engine() {
    return FrameworkModule.ANSWER_ELIGIBILITY;
  }

  @Override
  public List<Case> listCases(
      Span span, SchemeView before, SchemeView after, @Nullable String seen, int limit) {
    SortedMap<String, Case> all = cases(span, before, after);
    Collection<Case> left = seen == null ? all.values() : all.tailMap(seen + "\0").values();
    return left.stream().limit(limit).toList();
  }

  @Override
  public long countCases(Span span, SchemeView before, SchemeView after) {
    return cases(span, before, after).size();
  }

  /** As many as the schemes name, whatever the council has. */
  private SortedMap<String, Case> cases(Span span, SchemeView before, SchemeView after) {
    Map<String, LocalDate> firstDays = new TreeMap<>();
    for (SchemeView scheme : List.of(before, after)) {
      vehicles(scheme)
          .forEach((code, vehicle) -> {
            if (span.meets(vehicle.frameworkStart(), Days.dayAfter(endOf(code, vehicle)))) {
              firstDays.merge(code, vehicle.frameworkStart(), LiveEligibility::earlier);
            }
          });
    }
    SortedMap<String, Case> cases = new TreeMap<>();
    for (SchemeView scheme : List.of(before, after)) {
      vehicles(scheme)
          .forEach((code, vehicle) -> {
            LocalDate start = firstDays.get(code);
            if (start != null) {
              questions(code, vehicle, scheme, later(start, span.from()))
                  .forEach(question -> cases.put(question.key(), question));
            }
          });
    }
    return cases;
  }

  private @Nullable LocalDate endOf(String code, Vehicle vehicle) {
    return options.endOf(code, vehicle.frameworkEnd());
  }

  private static Map<String, Vehicle> vehicles(SchemeView scheme) {
    return scheme
        .findSection(FrameworkSection.class)
        .map(FrameworkSection::vehicles)
        .orElse(Map.of());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<Case> questions(
      String code, Vehicle vehicle, SchemeView scheme, LocalDate on) {
    List<Case> questions = new ArrayList<>();
    for (ZoneFact zone : zones(vehicle, scheme)) {
      for (RequestKind kind : KINDS) {
        if (vehicle.newBusiness().containsKey(kind)) {
          questions.add(
              new Case(
                  String.join(BETWEEN, code, zone.zone(), kind.name(), on.toString()),
                  "%s: %s in %s on %s".formatted(code, kind, zone.zone(), on)));
        }
      }
    }
    return questions;
  }

  private static List<ZoneFact> zones(Vehicle vehicle, SchemeView scheme) {
    return scheme
        .findSection(GeographySection.class)
        .map(geography -> RoundReader.zonesOf(vehicle, geography))
        .orElse(List.of());
  }

  /** Codes of vehicles and lots hold no slash. */
  @Override
  public Optional<EligibilityFacts> findFacts(Case which, SchemeView scheme) {
    String[] parts = which.key().split(BETWEEN, -1);
    Vehicle vehicle = vehicles(scheme).get(parts[0]);
    if (vehicle == null) {
      return Optional.empty();
    }
    return zones(vehicle, scheme).stream()
        .filter(zone -> zone.zone().equals(parts[1]))
        .findFirst()
        .map(zone ->
            new EligibilityFacts.Request(
                zone.zone(),
                zone.area(),
                RequestKind.valueOf(parts[2]),
                LocalDate.parse(parts[3]),
                null))
        .map(request -> facts(parts[0], vehicle, request, scheme));
  }

  private EligibilityFacts facts(
      String code, Vehicle vehicle, EligibilityFacts.Request request, SchemeView scheme) {
    Standing standing = standings.loadOnce(code);
    List<NewBusinessRule> rules = vehicle.newBusiness().getOrDefault(request.kind(), List.of());
    return standing.facts(
        vehicle,
        request,
        List.of(),
        conditions.collectOnce(scheme, rules, standing),
        checks.ofRequestOnce(vehicle, rules, standing, request.date()));
  }
}
