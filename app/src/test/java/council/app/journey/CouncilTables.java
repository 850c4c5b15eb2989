package council.app.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in the tables of all councils, as a superuser sees it. */
record CouncilTables(Connection database) implements AutoCloseable {
  /**
   * Count and youngest transaction of every table of every council; the poller's own bookkeeping
   * left out.
   */
  Map<String, String> fingerprints() throws SQLException {
    String listed =
        "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid"
            + " = c.relnamespace join pg_attribute a on a.attrelid = c.oid where a.attname ="
            + " 'tenant_id' and c.relkind = 'r'";
    String each =
        strings(listed).stream()
            .map(CouncilTables::version)
            .collect(Collectors.joining(" union all "));
    Map<String, String> all = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(each)) {
      while (rows.next()) {
        all.put(rows.getString(1), rows.getString(2));
      }
    }
    return all;
  }

  /** Whatever is inserted, changed or deleted shows, and no row is read whole. */
  private static String version(String table) {
    return "select '"
        + table
        + "', count(*) || ' ' || coalesce(max(t.xmin::text::bigint), 0) from "
        + table
        + " t";
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    return Long.parseLong(strings(sql).getFirst());
  }

  List<String> strings(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
