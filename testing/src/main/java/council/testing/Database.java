package council.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database of its own on the tests' PostgreSQL. Its owner is no superuser, as in production:
 * row-level security binds it too.
 *
 * @param url JDBC address without credentials
 */
public record Database(String url) {
  public static final String OWNER = "council_owner";
  public static final String APPLICATION = "app_rw";

  /** As the owner, who runs migrations. */
  public Connection connectAsOwner() throws SQLException {
    return DriverManager.getConnection(url, OWNER, OWNER);
  }

  /** As the application: nothing is seen until {@code app.tenant} and {@code app.scope} are set. */
  public Connection connectAsApplication() throws SQLException {
    return DriverManager.getConnection(url, APPLICATION, APPLICATION);
  }

  /** As superuser, whom no policy binds; for looking behind the scenes. */
  public Connection connectAsSuperuser() throws SQLException {
    return PostgresForTests.shared().connectAsSuperuser(url);
  }

  /** Properties of a Micronaut context whose default data source is this database. */
  public Map<String, Object> properties() {
    return Map.of(
        "datasources.default.url", url,
        "datasources.default.username", APPLICATION,
        "datasources.default.password", APPLICATION,
        "datasources.default.driver-class-name", "org.postgresql.Driver",
        "datasources.default.maximum-pool-size", 4);
  }
}
