package council.framework.round;

import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import council.framework.round.Submission.ProviderRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** providers.csv. */
final class ProvidersFile {
  static final Columns COLUMNS =
      new Columns(
          List.of(
              "reference",
              "name",
              "companies_house_number",
              "cqc_provider_id",
              "cqc_rating",
              "not_for_profit",
              "existing"),
          List.of("consortium_members"));

  private final FileProblems problems;
  private final Cells cells;
  private final boolean admitsConsortia;
  private final Map<String, ProviderRow> found = new LinkedHashMap<>();

  private ProvidersFile(FileProblems problems, boolean admitsConsortia) {
    this.problems = problems;
    this.cells = new Cells(problems);
    this.admitsConsortia = admitsConsortia;
  }

  /** By reference, in the order of the file. */
  static Map<String, ProviderRow> read(
      CsvTable table, boolean admitsConsortia, FileProblems problems) {
    ProvidersFile file = new ProvidersFile(problems, admitsConsortia);
    table.rows().forEach(file::add);
    file.checkMembers(table.rows());
    return file.found;
  }

  private void add(Row row) {
    Optional<String> reference = cells.text(row, "reference");
    Optional<String> name = cells.text(row, "name");
    boolean existing = cells.yes(row, "existing", false);
    boolean notForProfit = cells.yes(row, "not_for_profit", true);
    if (reference.isEmpty()) {
      return;
    }
    ProviderRow provider =
        new ProviderRow(
            reference.get(),
            name.orElse(""),
            row.findCell("companies_house_number").orElse(null),
            row.findCell("cqc_provider_id").orElse(null),
            row.findCell("cqc_rating").orElse(null),
            row.findCell("not_for_profit").isPresent() ? notForProfit : null,
            existing,
            Cells.list(row, "consortium_members"));
    if (found.putIfAbsent(reference.get(), provider) != null) {
      problems.add(
          "DUPLICATE_ROW",
          row.line(),
          "reference",
          reference.get(),
          "each provider once",
          "Provider " + reference.get() + " is there more than once.");
    }
  }

  private void checkMembers(List<Row> rows) {
    Map<String, String> consortiumOf = new HashMap<>();
    for (Row row : rows) {
      List<String> members = Cells.list(row, "consortium_members");
      if (!members.isEmpty() && !admitsConsortia) {
        problems.add(
            "NO_CONSORTIA",
            row.line(),
            "consortium_members",
            String.join(";", members),
            "nothing",
            "The scheme's framework does not admit consortia.");
      }
      for (String member : new ArrayList<>(members)) {
        checkMember(row, member, consortiumOf);
      }
    }
  }

  private void checkMember(Row row, String member, Map<String, String> consortiumOf) {
    String consortium = row.cell("reference");
    if (!found.containsKey(member)) {
      problems.addUnknown(
          "UNKNOWN_PROVIDER", row.line(), "consortium_members", member, "provider", found.keySet());
    } else if (member.equals(consortium)) {
      problems.add(
          "OWN_MEMBER",
          row.line(),
          "consortium_members",
          member,
          "other providers",
          "A consortium cannot be a member of itself.");
    } else if (consortiumOf.putIfAbsent(member, consortium) != null) {
      problems.add(
          "MEMBER_TWICE",
          row.line(),
          "consortium_members",
          member,
          "each member once",
          "Provider " + member + " is a member already, here or of another consortium.");
    }
  }
}
