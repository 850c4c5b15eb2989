package council.app.database;

import council.app.server.DatabaseAccess;
import council.app.server.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The demo's database and its two roles; neither of them is a superuser. */
public final class DemoRoles {
  private static final String DATABASE = "council";
  private static final String OWNER = "council_owner";
  private static final String APPLICATION = "app_rw";
  private final DemoPostgres postgres;
  private final Login owner;
  private final Login application;

  public DemoRoles(DemoPostgres postgres, InstanceFolder folder) {
    this.postgres = postgres;
    this.owner = new Login(OWNER, folder.password(OWNER));
    this.application = new Login(APPLICATION, folder.password(APPLICATION));
  }

  /** Creates the owner and its database where they are not there yet. */
  public DatabaseAccess prepare() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", OWNER)) {
        statement.execute("create role " + OWNER + " login createrole");
      }
      setPassword(statement, owner);
      if (!exists(connection, "select from pg_database where datname = ?", DATABASE)) {
        statement.execute("create database " + DATABASE + " owner " + OWNER);
      }
      return new DatabaseAccess(postgres.url(DATABASE), owner, application);
    } catch (SQLException e) {
      throw new IllegalStateException("The demo's database could not be prepared", e);
    }
  }

  /** Lets the application log in; its role exists from the first migration on. */
  public void admitApplication() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + APPLICATION + " login");
      setPassword(statement, application);
    } catch (SQLException e) {
      throw new IllegalStateException("The application's role could not be prepared", e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), DemoPostgres.SUPERUSER, postgres.superuserPassword());
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** The password is our own hexadecimal text; ALTER ROLE takes no parameters. */
  private static void setPassword(Statement statement, Login login) throws SQLException {
    statement.execute("alter role " + login.user() + " password '" + login.password() + "'");
  }
}
