package council.app.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the tables of all councils, as a superuser sees it. */
record CouncilTables(Connection database) implements AutoCloseable {
  /** Count and content of every table of every council; the poller's own bookkeeping left out. */
  Map<String, String> fingerprints() throws SQLException {
    Map<String, String> all = new TreeMap<>();
    for (String table :
        strings(
            "select distinct c.table_schema || '.' || c.table_name from information_schema.columns"
                + " c join information_schema.tables t using (table_schema, table_name) where"
                + " c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'")) {
      all.put(
          table,
          strings(
                  "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric),"
                      + " 0) from "
                      + table
                      + " t")
              .getFirst());
    }
    return all;
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
