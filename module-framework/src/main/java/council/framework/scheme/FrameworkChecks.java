package council.framework.scheme;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeView;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What types and ranges cannot say about the framework section. */
public final class FrameworkChecks {
  public static final SchemeSection<FrameworkSection> SECTION =
      new SchemeSection<>(FrameworkSection.NAME, FrameworkSection.class, FrameworkChecks::check);

  static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

  private static final int RATE_DECIMALS = 4;

  private FrameworkChecks() {}

  private static void check(FrameworkSection section, SchemeView scheme, Problems problems) {
    Optional<GeographySection> geography = scheme.findSection(GeographySection.class);
    if (geography.isEmpty()) {
      problems.add(
          "MISSING_SECTION",
          "geography",
          "Expected a geography section with the zones of the frameworks, but it is missing or"
              + " broken.");
    }
    Map<String, String> areaByZone = geography.map(GeographySection::areaByZone).orElse(Map.of());
    if (section.vehicles().isEmpty()) {
      problems.add(
          "NO_VEHICLE", "framework.vehicles", "Expected at least one vehicle, but found none.");
    }
    section
        .vehicles()
        .forEach((code, vehicle) -> {
          checkVehicle(code, vehicle, areaByZone, problems);
          ConditionChecks.check(code, vehicle, scheme, problems);
          CapChecks.checkEffect(code, vehicle, areaByZone, problems);
        });
  }

  /**
   * Checks one vehicle.
   *
   * @param areaByZone the geography; empty where it is not known, then zones are not checked
   */
  public static void checkVehicle(
      String code, Vehicle vehicle, Map<String, String> areaByZone, Problems problems) {
    checkCode(code, FrameworkSection.path(code, ""), problems);
    checkDates(code, vehicle, problems);
    checkZones(code, vehicle, areaByZone, problems);
    CapChecks.check(code, vehicle, problems);
    checkRate(code, vehicle, problems);
    CriteriaChecks.check(code, vehicle, problems);
    CallOffChecks.check(code, vehicle, problems);
    SpendChecks.check(code, vehicle, problems);
    OpenDataChecks.check(code, vehicle, problems);
    Set<String> lots = lots(vehicle, areaByZone);
    TierChecks.check(code, vehicle, lots, problems);
    LotChecks.check(code, vehicle, areaByZone.keySet(), problems);
    MarketChecks.check(code, vehicle, lots, problems);
    TermChecks.check(code, vehicle, problems);
    PlaceStepChecks.check(code, vehicle, problems);
    ExemptionChecks.check(code, vehicle, problems);
    TransitionChecks.check(code, vehicle, problems);
    TierReviewChecks.check(code, vehicle, problems);
    EvaluationChecks.check(code, vehicle, problems);
    DueDiligenceChecks.check(code, vehicle, problems);
  }

  /** Codes that stand for lots; of lots by zone every zone's. */
  private static Set<String> lots(Vehicle vehicle, Map<String, String> areaByZone) {
    return vehicle.lots() instanceof Lots.ByZone
        ? areaByZone.keySet()
        : new LinkedHashSet<>(
            vehicle.lots().codes(List.copyOf(vehicle.covered(areaByZone).keySet())));
  }

  private static void checkDates(String code, Vehicle vehicle, Problems problems) {
    var end = vehicle.frameworkEnd();
    if (end != null && !end.isAfter(vehicle.frameworkStart())) {
      problems.add(
          "END_BEFORE_START",
          FrameworkSection.path(code, "frameworkEnd"),
          end,
          "a day after " + vehicle.frameworkStart(),
          "The framework ends on " + end + ", which is not after its start.");
    }
  }

  private static void checkZones(
      String code, Vehicle vehicle, Map<String, String> areaByZone, Problems problems) {
    var seen = new HashSet<String>();
    for (int i = 0; i < vehicle.zones().size(); i++) {
      String zone = vehicle.zones().get(i);
      String path = FrameworkSection.path(code, "zones[" + i + "]");
      if (!seen.add(zone)) {
        problems.add("DUPLICATE_ZONE", path, "Zone " + zone + " is listed more than once.");
      }
      checkKnown("UNKNOWN_ZONE", "zone", zone, areaByZone.keySet(), path, problems);
    }
  }

  private static void checkRate(String code, Vehicle vehicle, Problems problems) {
    var rate = vehicle.hourlyRate();
    if (rate != null && rate.stripTrailingZeros().scale() > RATE_DECIMALS) {
      problems.add(
          "TOO_MANY_DECIMALS",
          FrameworkSection.path(code, "hourlyRate"),
          rate.toPlainString(),
          "at most " + RATE_DECIMALS + " decimals",
          "A rate has at most %d decimals.".formatted(RATE_DECIMALS));
    }
  }

  static void checkCode(String code, String path, Problems problems) {
    if (!CODE.matcher(code).matches()) {
      problems.add(
          "BAD_CODE",
          path,
          code,
          "a letter or digit, then at most 39 letters, digits, hyphens or underscores",
          "The code '" + code + "' cannot be used as a name.");
    }
  }

  static void checkTitle(String title, String path, Problems problems) {
    if (title.isBlank()) {
      problems.add("BLANK_TITLE", path + ".title", "Expected a name, but it is blank.");
    }
  }

  /** An empty set means that nothing is known, so nothing can be said. */
  static void checkKnown(
      String code, String what, String value, Set<String> known, String path, Problems problems) {
    if (known.isEmpty() || known.contains(value)) {
      return;
    }
    String near = NearestName.hint(value, known);
    problems.add(
        code,
        path,
        value,
        "one of " + String.join(", ", List.copyOf(known)),
        "There is no " + what + " '" + value + "'" + near);
  }
}
