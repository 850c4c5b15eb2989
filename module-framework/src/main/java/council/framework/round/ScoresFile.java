package council.framework.round;

import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.round.ApplicationsFile.Draft;
import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** scores.csv: exactly one score for whatever needs one. */
final class ScoresFile {
  static final Columns COLUMNS =
      new Columns(List.of("provider", "criterion", "zone", "score"), List.of());

  private record Key(String provider, String criterion, String zone) {}

  private final Vehicle vehicle;
  private final Map<String, Draft> applications;
  private final Known applicants;
  private final boolean zonesKnown;
  private final FileProblems problems;
  private final Cells cells;
  private final Set<Key> given = new HashSet<>();
  private final Map<String, List<ScoreFact>> scores = new HashMap<>();

  private ScoresFile(
      Vehicle vehicle,
      Map<String, Draft> applications,
      Known applicants,
      boolean zonesKnown,
      FileProblems problems) {
    this.vehicle = vehicle;
    this.zonesKnown = zonesKnown;
    this.applications = applications;
    this.applicants = applicants;
    this.problems = problems;
    this.cells = new Cells(problems);
  }

  /**
   * By provider.
   *
   * @param scoredByPeople whether evaluators give the scores here, so that no file does
   * @param zonesKnown false where it could not be read who applied for which zones; then scores are
   *     not held against them
   */
  static Map<String, List<ScoreFact>> read(
      CsvTable table,
      Vehicle vehicle,
      boolean scoredByPeople,
      Map<String, Draft> applications,
      Known applicants,
      boolean zonesKnown,
      FileProblems problems) {
    ScoresFile file = new ScoresFile(vehicle, applications, applicants, zonesKnown, problems);
    if (scoredByPeople) {
      file.checkEmpty(table);
      return file.scores;
    }
    table.rows().forEach(file::add);
    if (table.usable() && zonesKnown) {
      file.applications.forEach(file::checkComplete);
    }
    return file.scores;
  }

  private void checkEmpty(CsvTable table) {
    if (!table.rows().isEmpty()) {
      problems.add(
          "SCORED_BY_PEOPLE",
          "Expected the heading alone, since evaluators score the answers of this framework, but"
              + " there are %d rows.".formatted(table.rows().size()));
    }
  }

  private void add(Row row) {
    Optional<String> provider =
        cells.text(row, "provider").filter(p -> applicants.check(row, "provider", p, problems));
    Optional<Criterion> criterion = criterion(row);
    Optional<BigDecimal> score = criterion.flatMap(c -> score(row, c));
    if (provider.isEmpty() || criterion.isEmpty()) {
      return;
    }
    String zone = row.cell("zone");
    if (!checkZone(row, provider.get(), criterion.get(), zone)) {
      return;
    }
    if (!given.add(new Key(provider.get(), criterion.get().code(), zone))) {
      problems.add(
          "DUPLICATE_ROW",
          row.line(),
          "criterion",
          criterion.get().code(),
          "one score",
          "%s has a score for %s%s already."
              .formatted(
                  provider.get(), criterion.get().code(), zone.isEmpty() ? "" : " in " + zone));
      return;
    }
    ScoreFact fact =
        new ScoreFact(
            criterion.get().code(), zone.isEmpty() ? null : zone, score.orElse(BigDecimal.ZERO));
    scores.computeIfAbsent(provider.get(), p -> new ArrayList<>()).add(fact);
  }

  private Optional<Criterion> criterion(Row row) {
    Optional<String> code = cells.text(row, "criterion");
    Optional<Criterion> criterion = code.flatMap(vehicle::findCriterion);
    if (code.isPresent() && criterion.isEmpty()) {
      problems.addUnknown(
          "UNKNOWN_CRITERION",
          row.line(),
          "criterion",
          code.get(),
          "criterion",
          vehicle.criteria().stream().map(Criterion::code).toList());
    }
    if (criterion.isPresent() && !criterion.get().isScored()) {
      problems.add(
          "SCORE_IS_WORKED_OUT",
          row.line(),
          "criterion",
          code.orElse(""),
          "a criterion that people score",
          "The score of %s is worked out from what was offered in applied_zones.csv."
              .formatted(criterion.get().code()));
      return Optional.empty();
    }
    return criterion;
  }

  private Optional<BigDecimal> score(Row row, Criterion criterion) {
    String expected = "a number from 0 to " + criterion.maximumScore().toPlainString();
    Optional<BigDecimal> score = cells.decimal(row, "score", expected);
    if (score.isPresent() && score.get().signum() < 0) {
      problems.add(
          "NEGATIVE_SCORE",
          row.line(),
          "score",
          row.cell("score"),
          expected,
          "A score cannot be negative.");
    } else if (score.isPresent() && score.get().compareTo(criterion.maximumScore()) > 0) {
      problems.add(
          "SCORE_ABOVE_MAXIMUM",
          row.line(),
          "score",
          row.cell("score"),
          expected,
          "The score is above the maximum of " + criterion.code() + ".");
    }
    return score;
  }

  private boolean checkZone(Row row, String provider, Criterion criterion, String zone) {
    if (criterion.scope() == CriterionScope.FRAMEWORK) {
      if (!zone.isEmpty()) {
        problems.add(
            "ZONE_NOT_EXPECTED",
            row.line(),
            "zone",
            zone,
            "an empty cell",
            criterion.code() + " has one score for the whole application.");
      }
      return zone.isEmpty();
    }
    if (!zonesKnown) {
      return true;
    }
    Draft draft = applications.get(provider);
    List<String> applied = draft == null ? List.of() : draft.zones();
    if (!applied.contains(zone)) {
      problems.addUnknown(
          zone.isEmpty() ? "ZONE_MISSING" : "ZONE_NOT_APPLIED_FOR",
          row.line(),
          "zone",
          zone,
          "zone that " + provider + " applied for, called",
          applied);
    }
    return applied.contains(zone);
  }

  private void checkComplete(String provider, Draft draft) {
    if (draft.zones().isEmpty()) {
      return;
    }
    for (Criterion criterion : vehicle.criteria().stream().filter(Criterion::isScored).toList()) {
      List<String> zones =
          criterion.scope() == CriterionScope.FRAMEWORK ? List.of("") : draft.zones();
      for (String zone : zones) {
        if (!given.contains(new Key(provider, criterion.code(), zone))) {
          problems.add(
              "MISSING_SCORE",
              "Expected a score of %s for %s%s, but there is none."
                  .formatted(provider, criterion.code(), zone.isEmpty() ? "" : " in " + zone));
        }
      }
    }
  }
}
