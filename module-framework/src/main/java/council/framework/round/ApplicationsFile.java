package council.framework.round;

import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** applications.csv and applied_zones.csv. */
final class ApplicationsFile {
  static final Columns COLUMNS =
      new Columns(List.of("provider", "submitted_at", "area_preference"), List.of());
  static final Columns ZONE_COLUMNS = new Columns(List.of("provider", "zone"), List.of());

  /** An application while its parts come together. */
  record Draft(Instant submittedAt, List<String> areaPreference, List<String> zones) {}

  private ApplicationsFile() {}

  /** By the provider's reference, in the order of the file. */
  static Map<String, Draft> read(
      CsvTable table, Known providers, Collection<String> areas, FileProblems problems) {
    Cells cells = new Cells(problems);
    Map<String, Draft> found = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Optional<String> provider = cells.text(row, "provider");
      Instant submittedAt = cells.instant(row, "submitted_at").orElse(Instant.EPOCH);
      List<String> preference = Cells.list(row, "area_preference");
      checkAreas(row, preference, areas, problems);
      provider.ifPresent(p -> providers.check(row, "provider", p, problems));
      Draft draft = new Draft(submittedAt, preference, new ArrayList<>());
      if (provider.isPresent() && found.putIfAbsent(provider.get(), draft) != null) {
        problems.add(
            "DUPLICATE_ROW",
            row.line(),
            "provider",
            provider.get(),
            "one application each",
            "Provider " + provider.get() + " has applied already.");
      }
    }
    return found;
  }

  private static void checkAreas(
      Row row, List<String> preference, Collection<String> areas, FileProblems problems) {
    Set<String> seen = new HashSet<>();
    for (String area : preference) {
      if (areas.isEmpty()) {
        return; // the zones could not be read, which has been told
      }
      if (!areas.contains(area)) {
        problems.addUnknown("UNKNOWN_AREA", row.line(), "area_preference", area, "area", areas);
      } else if (!seen.add(area)) {
        problems.add(
            "DUPLICATE_AREA",
            row.line(),
            "area_preference",
            area,
            "each area once",
            "Area " + area + " is listed twice.");
      }
    }
  }

  /** Puts the zones applied for into the drafts. */
  static void readZones(
      CsvTable table,
      Map<String, Draft> applications,
      Known applicants,
      Known zones,
      FileProblems problems) {
    Cells cells = new Cells(problems);
    for (Row row : table.rows()) {
      Optional<String> provider =
          cells.text(row, "provider").filter(p -> applicants.check(row, "provider", p, problems));
      Optional<String> zone =
          cells.text(row, "zone").filter(z -> zones.check(row, "zone", z, problems));
      if (provider.isEmpty() || zone.isEmpty()) {
        continue;
      }
      Draft draft = applications.get(provider.get());
      if (draft != null && draft.zones().contains(zone.get())) {
        problems.add(
            "DUPLICATE_ROW",
            row.line(),
            "zone",
            zone.get(),
            "each zone once",
            "Provider " + provider.get() + " has applied for " + zone.get() + " already.");
      } else if (draft != null) {
        draft.zones().add(zone.get());
      }
    }
  }
}
