package council.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresForTestsTest {
  @Test
  void everyDatabaseIsItsOwn() throws SQLException {
    Database first = PostgresForTests.shared().migratedDatabase();
    Database second = PostgresForTests.shared().migratedDatabase();
    try (Connection connection = first.connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute("create table platform.only_here ()");
    }
    assertThat(hasTable(first, "only_here")).isTrue();
    assertThat(hasTable(second, "only_here")).isFalse();
    assertThat(hasTable(second, "tenant")).isTrue();
  }

  @Test
  void theOwnerIsNoSuperuser() throws SQLException {
    try (Connection connection = PostgresForTests.shared().emptyDatabase().connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select current_setting('is_superuser')")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("off");
    }
  }

  @Test
  void theApplicationCreatesNothingInACopy() throws SQLException {
    try (Connection connection =
            PostgresForTests.shared().migratedDatabase().connectAsApplication();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("create temporary table t ()"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("create table platform.t ()"))
          .hasMessageContaining("permission denied");
    }
  }

  private static boolean hasTable(Database database, String name) throws SQLException {
    try (Connection connection = database.connectAsSuperuser();
        ResultSet tables = connection.getMetaData().getTables(null, "platform", name, null)) {
      return tables.next();
    }
  }
}
