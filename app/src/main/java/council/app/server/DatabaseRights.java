package council.app.server;

import council.app.server.ServeSettings.Unsafe;
import council.platform.data.ApplicationRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the database before it is served: whether the application's role is bound by row-level
 * security, and whether no council accepts the demo's tokens.
 */
public final class DatabaseRights {
  private static final String USES_TABLES =
      """
      select not exists (select from pg_roles where rolname = 'app_rw')
        or pg_has_role((select oid from pg_roles where rolname = 'app_rw'), 'usage')\
      """;
  private final DatabaseAccess database;
  private final DemoTraces demo;

  public DatabaseRights(DatabaseAccess database, DemoTraces demo) {
    this.database = database;
    this.demo = demo;
  }

  /**
   * @throws Unsafe with everything that is wrong and what to do about it
   */
  public void check() {
    List<String> faults = findFaults();
    if (!faults.isEmpty()) {
      throw new Unsafe(faults);
    }
  }

  /** Everything that is wrong and what to do about it, also before the first migration. */
  public List<String> findFaults() {
    try (Connection connection =
        DriverManager.getConnection(
            database.url(), database.application().user(), database.application().password())) {
      List<String> faults = new ArrayList<>(ApplicationRole.findFaults(connection));
      faults.addAll(rights(connection));
      if (faults.isEmpty() && is(connection, "select to_regclass('platform.issuer') is not null")) {
        faults.addAll(demo.findFaults(connection));
      }
      return faults;
    } catch (SQLException e) {
      return List.of(
          "The database cannot be reached as %s: %s"
              .formatted(database.application().user(), e.getMessage()));
    }
  }

  private List<String> rights(Connection connection) throws SQLException {
    String user = database.application().user();
    List<String> faults = new ArrayList<>();
    String owner = database.owner().user();
    if (!is(connection, "select rolsuper from pg_roles where rolname = current_user")
        && is(
            connection,
            "select exists (select from pg_roles where rolname = ? and pg_has_role(oid, 'member'))",
            owner)) {
      faults.add(
          "The role %s is %s itself or a member of it, who runs the migrations. Serve with a login role that was only granted app_rw."
              .formatted(user, owner));
    }
    if (!is(connection, USES_TABLES)) {
      faults.add(
          "The role %s cannot use the tables. Run: grant app_rw to %s".formatted(user, user));
    }
    return faults;
  }

  private static boolean is(Connection connection, String sql, String... binds)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setString(i + 1, binds[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
