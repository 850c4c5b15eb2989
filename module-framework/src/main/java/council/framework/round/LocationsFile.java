package council.framework.round;

import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import council.framework.round.Submission.LocationRow;
import council.framework.scheme.Transition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** locations.csv. */
final class LocationsFile {
  static final Columns COLUMNS =
      new Columns(
          List.of("location", "provider", "zone", "people", "weekly_hours"),
          List.of("exempt", "exemption_reason"));

  private final Known providers;
  private final Known zones;
  private final List<String> exemptionKinds;
  private final FileProblems problems;
  private final Cells cells;

  private LocationsFile(
      Known providers, Known zones, @Nullable Transition transition, FileProblems problems) {
    this.providers = providers;
    this.zones = zones;
    this.exemptionKinds = transition == null ? List.of() : transition.exemptionKinds();
    this.problems = problems;
    this.cells = new Cells(problems);
  }

  static List<LocationRow> read(
      CsvTable table,
      Known providers,
      Known zones,
      @Nullable Transition transition,
      FileProblems problems) {
    LocationsFile file = new LocationsFile(providers, zones, transition, problems);
    Map<String, LocationRow> found = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      LocationRow location = file.location(row);
      if (!location.location().isEmpty()
          && found.putIfAbsent(location.location(), location) != null) {
        problems.add(
            "DUPLICATE_ROW",
            row.line(),
            "location",
            location.location(),
            "each location once",
            "Location " + location.location() + " is there more than once.");
      }
    }
    return List.copyOf(found.values());
  }

  private LocationRow location(Row row) {
    Optional<String> location = cells.text(row, "location");
    Optional<String> provider = cells.text(row, "provider");
    Optional<String> zone = cells.text(row, "zone");
    provider.ifPresent(p -> providers.check(row, "provider", p, problems));
    zone.ifPresent(z -> zones.check(row, "zone", z, problems));
    return new LocationRow(
        location.orElse(""),
        provider.orElse(""),
        zone.orElse(""),
        people(row).orElse(null),
        hours(row).orElse(null),
        exemption(row));
  }

  private Optional<Integer> people(Row row) {
    if (row.cell("people").isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> people = cells.whole(row, "people", "a whole number, 0 or more");
    people.filter(p -> p < 0).ifPresent(p -> negative(row, "people"));
    return people;
  }

  private Optional<BigDecimal> hours(Row row) {
    if (row.cell("weekly_hours").isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> hours = cells.decimal(row, "weekly_hours", "hours a week, 0 or more");
    hours.filter(h -> h.signum() < 0).ifPresent(h -> negative(row, "weekly_hours"));
    return hours;
  }

  private void negative(Row row, String column) {
    problems.add(
        "NEGATIVE_NUMBER",
        row.line(),
        column,
        row.cell(column),
        "0 or more",
        "The number cannot be negative.");
  }

  private @Nullable String exemption(Row row) {
    boolean exempt = cells.yes(row, "exempt", true);
    String reason = row.cell("exemption_reason");
    if (exempt && reason.isBlank()) {
      problems.add(
          "MISSING_VALUE",
          row.line(),
          "exemption_reason",
          reason,
          "a reason",
          "An exempt location needs a reason.");
    } else if (!exempt && !reason.isBlank()) {
      problems.add(
          "REASON_NOT_EXPECTED",
          row.line(),
          "exemption_reason",
          reason,
          "an empty cell",
          "Only an exempt location has a reason.");
    } else if (exempt && !exemptionKinds.isEmpty() && !exemptionKinds.contains(reason)) {
      problems.addUnknown(
          "UNKNOWN_EXEMPTION",
          row.line(),
          "exemption_reason",
          reason,
          "kind of exemption",
          exemptionKinds);
    }
    return exempt ? reason : null;
  }
}
