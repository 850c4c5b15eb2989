package council.app.isolation;

import council.testing.Database;
import council.testing.MigrationFolder;
import council.testing.PostgresForTests;
import council.testing.tenancy.TenancyCatalogue;
import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the tables of all councils, seen from behind. */
final class TenantTables {
  private final Database database;
  private final List<Table> tables;

  private TenantTables(Database database, List<Table> tables) {
    this.database = database;
    this.tables = tables;
  }

  static TenantTables of(Database database) {
    List<String> schemas =
        MigrationFolder.listAll(PostgresForTests.sourceRoot()).stream()
            .map(MigrationFolder::schema)
            .toList();
    try (Connection connection = database.connectAsSuperuser()) {
      return new TenantTables(
          database,
          new TenancyCatalogue(connection, schemas)
              .tables().stream().filter(table -> table.has("tenant_id")).toList());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Table> list() {
    return tables;
  }

  /**
   * A hash of the rows of each table; of all councils where none is named. Without what comes again
   * and again by itself at its time, whoever asks for what: the occurrences of recurring jobs.
   */
  Map<String, String> fingerprints(@Nullable String council) {
    String each =
        tables.stream()
            .map(table ->
                "select '%s', md5(coalesce(string_agg(h, '' order by h), '')) from (select md5(t::text) as h from %s t where %s and (?::text is null or tenant_id = ?)) x"
                    .formatted(
                        table.name(),
                        table.name(),
                        table.has("recurring") ? "not recurring" : "true"))
            .collect(Collectors.joining(" union all "));
    Map<String, String> hashes = new TreeMap<>();
    List<@Nullable String> binds = new ArrayList<>();
    tables.forEach(table -> {
      binds.add(council);
      binds.add(council);
    });
    query(each, binds, row -> hashes.put(row.getString(1), row.getString(2)));
    return hashes;
  }

  /**
   * How many rows each table has and which transaction wrote the youngest: whatever is inserted,
   * changed or deleted shows, and no row is read whole.
   */
  Map<String, String> versions() {
    String each =
        tables.stream()
            .map(table ->
                "select '%s', count(*) || ' ' || coalesce(max(t.xmin::text::bigint), 0) from %s t where %s"
                    .formatted(
                        table.name(),
                        table.name(),
                        table.has("recurring") ? "not recurring" : "true"))
            .collect(Collectors.joining(" union all "));
    Map<String, String> versions = new TreeMap<>();
    query(each, List.of(), row -> versions.put(row.getString(1), row.getString(2)));
    return versions;
  }

  /** The rows of a council as text, a table at a time. */
  Map<String, String> texts(String council) {
    Map<String, String> texts = new TreeMap<>();
    for (Table table : tables) {
      query(
          "select string_agg(t::text, E'\\n') from %s t where tenant_id = ?"
              .formatted(table.name()),
          List.of(council),
          row -> texts.put(table.name(), String.valueOf(row.getString(1))));
    }
    return texts;
  }

  /** What is done with each row. */
  @FunctionalInterface
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  void query(String sql, List<? extends @Nullable Object> binds, Row each) {
    try (Connection connection = database.connectAsSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.size(); i++) {
        statement.setObject(i + 1, binds.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
