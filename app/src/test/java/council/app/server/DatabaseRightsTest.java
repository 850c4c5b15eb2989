package council.app.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.app.server.DatabaseAccess.Login;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Which roles and databases are not served. */
final class DatabaseRightsTest {
  private static final Login OWNER = new Login(Database.OWNER, Database.OWNER);
  private final Database database = PostgresForTests.shared().migratedDatabase();

  @Test
  void servesAsARoleThatWasOnlyGrantedTheApplicationsRights() throws SQLException {
    Login login = role("serving_plain", "in role app_rw");

    assertThatCode(() -> check(login)).doesNotThrowAnyException();
  }

  @Test
  void refusesASuperuser() throws SQLException {
    Login login = role("serving_super", "superuser in role app_rw");

    assertThatThrownBy(() -> check(login))
        .isInstanceOf(ServeSettings.Unsafe.class)
        .hasMessageContaining("alter role serving_super nosuperuser");
  }

  @Test
  void refusesARoleThatStepsAroundRowLevelSecurity() throws SQLException {
    Login login = role("serving_bypass", "bypassrls in role app_rw");

    assertThatThrownBy(() -> check(login)).hasMessageContaining("nobypassrls");
  }

  @Test
  void refusesTheOwnerAndItsMembers() throws SQLException {
    assertThatThrownBy(() -> check(OWNER)).hasMessageContaining("owns tables");

    Login member = role("serving_member", "in role app_rw, " + Database.OWNER);
    assertThatThrownBy(() -> check(member))
        .hasMessageContaining("is a member of council_owner, which owns tables");
  }

  @Test
  void refusesARoleWithoutTheApplicationsRights() throws SQLException {
    Login login = role("serving_nobody", "");

    assertThatThrownBy(() -> check(login)).hasMessageContaining("grant app_rw to serving_nobody");
  }

  @Test
  void refusesTheDatabaseOfADemo() throws SQLException {
    execute(
        "insert into platform.tenant (tenant_id, id, title) values"
            + " ('platform', gen_random_uuid(), 'x'), ('kent', gen_random_uuid(), 'Kent')");
    execute(
        "insert into platform.hosted_tenant (tenant_id, id, code, title) values"
            + " ('platform', gen_random_uuid(), 'kent', 'Kent')");
    execute(
        "insert into platform.issuer (tenant_id, id, issuer, audience, algorithm, jwks, demo)"
            + " values ('kent', gen_random_uuid(), 'urn:demo', 'a', 'ES256', '{}', true)");

    assertThatThrownBy(() -> check(new Login(Database.APPLICATION, Database.APPLICATION)))
        .hasMessageContaining("kent accepts tokens of the demo issuer urn:demo");
  }

  @Test
  void saysWhereTheDatabaseIsNotReached() {
    assertThatThrownBy(() -> check(new Login("nobody_at_all", "nothing")))
        .isInstanceOf(ServeSettings.Unsafe.class)
        .hasMessageContaining("nobody_at_all");
  }

  private void check(Login application) {
    new DatabaseRights(
            new DatabaseAccess(database.url(), OWNER, application),
            new DemoTraces(Path.of("nowhere")))
        .check();
  }

  private Login role(String name, String rights) throws SQLException {
    execute("create role " + name + " login password 'x' " + rights);
    return new Login(name, "x");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
