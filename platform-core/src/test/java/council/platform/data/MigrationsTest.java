package council.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.PlatformModule;
import council.platform.module.CouncilModule;
import council.platform.module.InstalledModules;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private record Broken() implements CouncilModule {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public Optional<String> migrations() {
      return Optional.of("broken-migrations");
    }
  }

  @Test
  void aFreshDatabaseIsBroughtUpAndTheSecondRunFindsNothingToDo() throws SQLException {
    Database database = PostgresForTests.shared().emptyDatabase();
    Migrations migrations = new Migrations(new InstalledModules(List.of(new PlatformModule())));
    migrations.run(database.url(), Database.OWNER, Database.OWNER);
    migrations.run(database.url(), Database.OWNER, Database.OWNER);
    try (Connection connection = database.connectAsOwner();
        ResultSet tables =
            connection.getMetaData().getTables(null, "platform", "flyway_history", null)) {
      assertThat(tables.next()).isTrue();
    }
  }

  @Test
  void aMigrationThatFailsNamesItsModule() {
    Database database = PostgresForTests.shared().emptyDatabase();
    Migrations migrations = new Migrations(new InstalledModules(List.of(new Broken())));
    assertThatThrownBy(() -> migrations.run(database.url(), Database.OWNER, Database.OWNER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("module 'broken' (broken-migrations) could not be run");
  }
}
