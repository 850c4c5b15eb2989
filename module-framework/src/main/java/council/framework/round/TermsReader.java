package council.framework.round;

import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.FrameworkChecks;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** zones.csv, criteria.csv and parameters.json: they stand in for what the scheme says. */
final class TermsReader {
  private static final Columns ZONES = new Columns(List.of("area", "zone", "name"), List.of());
  private static final Columns CRITERIA =
      new Columns(
          List.of("code", "title", "weight_percent", "max_score", "pass_mark", "scope"), List.of());

  private final Map<String, String> texts;
  private final Problems problems;

  private TermsReader(Map<String, String> texts, Problems problems) {
    this.texts = texts;
    this.problems = problems;
  }

  /**
   * @param zones of the scheme, in the geography's order
   * @param pinned components of the vehicle that no file replaces
   */
  static RoundTerms read(
      String code,
      Vehicle scheme,
      List<ZoneFact> zones,
      Set<String> pinned,
      Map<String, String> texts,
      Problems problems) {
    return new TermsReader(texts, problems).read(code, new VehicleDraft(scheme, pinned), zones);
  }

  private RoundTerms read(String code, VehicleDraft draft, List<ZoneFact> schemeZones) {
    List<ZoneFact> zones = schemeZones;
    if (texts.containsKey(RoundFolder.ZONES)) {
      zones = zones();
      draft.coverAllZones();
    }
    boolean criteriaRead = !texts.containsKey(RoundFolder.CRITERIA) || readCriteria(draft);
    String parameters = texts.get(RoundFolder.PARAMETERS);
    if (parameters != null) {
      ParametersFile.apply(parameters, draft, problems);
    }
    Vehicle vehicle = draft.vehicle();
    if (criteriaRead) {
      check(code, vehicle, zones);
    }
    return new RoundTerms(vehicle, zones);
  }

  private List<ZoneFact> zones() {
    FileProblems found = new FileProblems(RoundFolder.ZONES, problems);
    CsvTable table = CsvTable.parse(texts.getOrDefault(RoundFolder.ZONES, ""), ZONES, found);
    Cells cells = new Cells(found);
    Map<String, ZoneFact> zones = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Optional<String> area = cells.text(row, "area");
      Optional<String> zone = cells.text(row, "zone");
      cells.text(row, "name");
      if (zone.isPresent()
          && zones.putIfAbsent(zone.get(), new ZoneFact(zone.get(), area.orElse(""))) != null) {
        found.add(
            "DUPLICATE_ROW",
            row.line(),
            "zone",
            zone.get(),
            "each zone once",
            "Zone " + zone.get() + " is there more than once.");
      }
    }
    if (table.usable() && table.rows().isEmpty()) {
      found.add("NO_ZONES", "Expected at least one zone, but there is none.");
    }
    found.tellRest();
    return List.copyOf(zones.values());
  }

  /** Whether the file could be told apart into criteria. */
  private boolean readCriteria(VehicleDraft draft) {
    FileProblems found = new FileProblems(RoundFolder.CRITERIA, problems);
    CsvTable table = CsvTable.parse(texts.getOrDefault(RoundFolder.CRITERIA, ""), CRITERIA, found);
    Cells cells = new Cells(found);
    List<Criterion> criteria = new ArrayList<>();
    table.rows().forEach(row -> criterion(row, cells, found).ifPresent(criteria::add));
    found.tellRest();
    if (table.usable()) {
      draft.criteria(criteria);
    }
    return table.usable() && criteria.size() == table.rows().size();
  }

  private static Optional<Criterion> criterion(Row row, Cells cells, FileProblems found) {
    Optional<String> code = cells.text(row, "code");
    Optional<String> title = cells.text(row, "title");
    Optional<Integer> weight = cells.whole(row, "weight_percent", "a whole percent from 1 to 100");
    Optional<BigDecimal> maximum = cells.decimal(row, "max_score", "a number above 0");
    Optional<BigDecimal> mark =
        row.findCell("pass_mark")
            .flatMap(m -> cells.decimal(row, "pass_mark", "a number or empty"));
    Optional<CriterionScope> scope = scope(row, found);
    weight
        .filter(w -> w < 1 || w > 100)
        .ifPresent(w ->
            found.add(
                "OUT_OF_RANGE",
                row.line(),
                "weight_percent",
                w.toString(),
                "a whole percent from 1 to 100",
                "The weight is out of range."));
    mark.filter(m -> m.signum() < 0)
        .ifPresent(m ->
            found.add(
                "OUT_OF_RANGE",
                row.line(),
                "pass_mark",
                m.toPlainString(),
                "0 or more",
                "A pass mark cannot be negative."));
    if (code.isEmpty() || weight.isEmpty() || maximum.isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Criterion(
            code.get(),
            title.orElse("?"),
            weight.get(),
            maximum.get(),
            mark.orElse(null),
            scope.get()));
  }

  private static Optional<CriterionScope> scope(Row row, FileProblems found) {
    String text = row.cell("scope");
    Optional<CriterionScope> scope =
        Arrays.stream(CriterionScope.values()).filter(s -> s.name().equals(text)).findFirst();
    if (scope.isEmpty()) {
      found.add(
          "UNKNOWN_SCOPE",
          row.line(),
          "scope",
          text,
          "FRAMEWORK or ZONE",
          "'" + text + "' is not a scope.");
    }
    return scope;
  }

  /** The scheme's own checks, told where the value stands. */
  private void check(String code, Vehicle vehicle, List<ZoneFact> zones) {
    Map<String, String> areaByZone = new LinkedHashMap<>();
    zones.forEach(zone -> areaByZone.put(zone.zone(), zone.area()));
    Problems found = new Problems();
    FrameworkChecks.checkVehicle(code, vehicle, areaByZone, found);
    found.list().forEach(problem -> problems.add(moved(problem, code)));
  }

  private Problem moved(Problem problem, String code) {
    String path = problem.path();
    path = moved(path, FrameworkSection.path(code, "criteria"), RoundFolder.CRITERIA, "");
    path =
        moved(
            path,
            FrameworkSection.path(code, "tieBreakers"),
            RoundFolder.PARAMETERS,
            ":tie_breakers");
    path = moved(path, FrameworkSection.path(code, "areaCap"), RoundFolder.PARAMETERS, ":area_cap");
    path = moved(path, FrameworkSection.path(code, "zoneCap"), RoundFolder.PARAMETERS, ":zone_cap");
    path =
        moved(path, FrameworkSection.path(code, "tiers"), RoundFolder.PARAMETERS, ":tier1_places");
    return new Problem(
        problem.code(), path, problem.message(), problem.value(), problem.expected());
  }

  private String moved(String path, String prefix, String file, String key) {
    return texts.containsKey(file) && path.startsWith(prefix)
        ? file + key + path.substring(prefix.length())
        : path;
  }
}
