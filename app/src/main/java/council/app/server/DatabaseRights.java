package council.app.server;

import council.app.server.ServeSettings.Unsafe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the database before it is served: whether the application's role is bound by row-level
 * security, and whether no council still accepts the demo's tokens.
 */
public final class DatabaseRights {
  private static final String ROLE =
      """
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and n.nspname not in ('pg_catalog', 'information_schema')
            and n.nspname not like 'pg_temp%'),
        not r.rolsuper
          and exists (select from pg_roles o where o.rolname = ? and pg_has_role(r.oid, o.oid, 'member')),
        pg_has_role(r.oid, (select oid from pg_roles where rolname = 'app_rw'), 'usage')
      from pg_roles r where r.rolname = current_user
      """;
  private final DatabaseAccess database;

  public DatabaseRights(DatabaseAccess database) {
    this.database = database;
  }

  /**
   * @throws Unsafe with everything that is wrong and what to do about it
   */
  public void check() {
    try (Connection connection =
        DriverManager.getConnection(
            database.url(), database.application().user(), database.application().password())) {
      List<String> faults = new ArrayList<>(role(connection));
      if (faults.isEmpty()) {
        faults.addAll(demoIssuers(connection));
      }
      if (!faults.isEmpty()) {
        throw new Unsafe(faults);
      }
    } catch (SQLException e) {
      throw new Unsafe(
          List.of(
              "The database cannot be reached as %s: %s"
                  .formatted(database.application().user(), e.getMessage())));
    }
  }

  private List<String> role(Connection connection) throws SQLException {
    String user = database.application().user();
    List<String> faults = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ROLE)) {
      statement.setString(1, database.owner().user());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String[] rights = {"SUPERUSER", "BYPASSRLS", "CREATEROLE", "CREATEDB"};
        for (int i = 0; i < rights.length; i++) {
          if (row.getBoolean(i + 1)) {
            faults.add(
                "The role %s is %s and may not serve. Run: alter role %s no%s"
                    .formatted(
                        user, rights[i], user, rights[i].toLowerCase(java.util.Locale.ROOT)));
          }
        }
        if (row.getBoolean(5) || row.getBoolean(6)) {
          faults.add(
              "The role %s owns tables, or is a member of their owner. Serve with a login role that was only granted app_rw."
                  .formatted(user));
        }
        if (!row.getBoolean(7)) {
          faults.add(
              "The role %s cannot use the tables. Run: grant app_rw to %s".formatted(user, user));
        }
      }
    }
    return faults;
  }

  private static List<String> demoIssuers(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    List<String> councils = new ArrayList<>(List.of("platform"));
    councils.addAll(
        texts(connection, "platform", "select code from platform.hosted_tenant order by code"));
    List<String> faults = new ArrayList<>();
    for (String council : councils) {
      for (String issuer :
          texts(connection, council, "select issuer from platform.issuer where demo")) {
        faults.add(
            "%s accepts tokens of the demo issuer %s: this is a demo's database. Serve another, or start anew."
                .formatted(council, issuer));
      }
    }
    connection.rollback();
    return faults;
  }

  private static List<String> texts(Connection connection, String council, String sql)
      throws SQLException {
    try (PreparedStatement context =
        connection.prepareStatement(
            "select set_config('app.tenant', ?, true), set_config('app.scope', 'council', true)")) {
      context.setString(1, council);
      context.executeQuery().close();
    }
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
