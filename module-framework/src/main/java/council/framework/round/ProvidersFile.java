package council.framework.round;

import council.framework.round.CsvTable.Columns;
import council.framework.round.CsvTable.Row;
import council.framework.round.Submission.ProviderRow;
import council.framework.scheme.MarketModel;
import council.framework.scheme.MemberRole;
import council.framework.scheme.Vehicle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** providers.csv. */
final class ProvidersFile {
  /** Two headings for the same: who delivers behind the provider, whatever the market model. */
  private static final String CONSORTIUM_MEMBERS = "consortium_members";

  private static final String MEMBERS = "members";

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
          List.of(CONSORTIUM_MEMBERS, MEMBERS));

  private final FileProblems problems;
  private final Cells cells;
  private final Vehicle vehicle;
  private final MemberRole role;
  private final Map<String, ProviderRow> found = new LinkedHashMap<>();

  private ProvidersFile(FileProblems problems, Vehicle vehicle) {
    this.problems = problems;
    this.cells = new Cells(problems);
    this.vehicle = vehicle;
    this.role = MemberRole.of(vehicle);
  }

  /** By reference, in the order of the file. */
  static Map<String, ProviderRow> read(CsvTable table, Vehicle vehicle, FileProblems problems) {
    ProvidersFile file = new ProvidersFile(problems, vehicle);
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
            membersOf(row));
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

  /** References of those behind the provider of a row. */
  static List<String> membersOf(Row row) {
    return Cells.list(row, columnOf(row));
  }

  private static String columnOf(Row row) {
    return row.findCell(MEMBERS).isPresent() ? MEMBERS : CONSORTIUM_MEMBERS;
  }

  private void checkMembers(List<Row> rows) {
    Map<String, String> holderOf = new HashMap<>();
    for (Row row : rows) {
      List<String> members = membersOf(row);
      if (row.findCell(MEMBERS).isPresent() && row.findCell(CONSORTIUM_MEMBERS).isPresent()) {
        tell("MEMBERS_TWICE", row, "one of the two columns", "The members stand in two columns.");
      }
      if (!members.isEmpty()) {
        checkAdmitted(row, members.size());
      }
      if (!role.sharesTheOutcome()) {
        holderOf.clear();
      }
      for (String member : new ArrayList<>(members)) {
        checkMember(row, member, holderOf);
      }
    }
  }

  private void checkAdmitted(Row row, int members) {
    MarketModel market = vehicle.market();
    boolean admitted =
        switch (market) {
          case null -> vehicle.admitsConsortia();
          case MarketModel.Providers model -> vehicle.admitsConsortia();
          case MarketModel.LeadProvider model -> model.subContractors();
          case MarketModel.Alliance model -> true;
          case MarketModel.JointUndertaking model -> true;
        };
    if (!admitted && role == MemberRole.SUB_CONTRACTOR) {
      tell(
          "NO_SUB_CONTRACTORS",
          row,
          "nothing",
          "The lead provider of the scheme's framework delivers everything by itself.");
    } else if (!admitted) {
      tell("NO_CONSORTIA", row, "nothing", "The scheme's framework does not admit consortia.");
    } else if (market != null && members < market.fewestMembers()) {
      tell(
          "TOO_FEW_MEMBERS",
          row,
          "at least " + market.fewestMembers(),
          "%s has %d member(s), which is too few.".formatted(row.cell("reference"), members));
    }
  }

  private void tell(String code, Row row, String expected, String message) {
    String column = columnOf(row);
    problems.add(code, row.line(), column, row.cell(column), expected, message);
  }

  private void checkMember(Row row, String member, Map<String, String> holderOf) {
    String consortium = row.cell("reference");
    if (!found.containsKey(member)) {
      problems.addUnknown(
          "UNKNOWN_PROVIDER", row.line(), columnOf(row), member, "provider", found.keySet());
    } else if (member.equals(consortium)) {
      problems.add(
          "OWN_MEMBER",
          row.line(),
          columnOf(row),
          member,
          "other providers",
          "A provider cannot be a member of itself.");
    } else if (holderOf.putIfAbsent(member, consortium) != null) {
      problems.add(
          "MEMBER_TWICE",
          row.line(),
          columnOf(row),
          member,
          "each member once",
          "Provider " + member + " is a member already, here or of another provider.");
    }
  }
}
