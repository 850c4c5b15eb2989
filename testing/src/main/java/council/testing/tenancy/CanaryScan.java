package council.testing.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for a text in every column of every table of a database, whatever schema it is in. */
public final class CanaryScan {
  private static final String TABLES =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'\
      """;

  private CanaryScan() {}

  /**
   * @param superuser whom no policy binds
   * @return the tables that hold it
   */
  public static Set<String> tablesWith(Connection superuser, String text) throws SQLException {
    Set<String> found = new TreeSet<>();
    for (String table : tables(superuser)) {
      try (PreparedStatement scan =
          superuser.prepareStatement(
              "select exists (select from " + table + " t where strpos(t::text, ?) > 0)")) {
        scan.setString(1, text);
        try (ResultSet row = scan.executeQuery()) {
          row.next();
          if (row.getBoolean(1)) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection superuser) throws SQLException {
    List<String> tables = new java.util.ArrayList<>();
    try (var statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
