package council.platform.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationRoleCheckTest {
  private final Database database = PostgresForTests.shared().migratedDatabase();

  @Test
  void theApplicationsRoleMayStart() {
    assertThatCode(() -> start(Database.APPLICATION)).doesNotThrowAnyException();
  }

  @Test
  void theOwnerOfTheTablesMayNot() {
    assertThatThrownBy(() -> start(Database.OWNER))
        .hasMessageContainingAll(
            "The role council_owner is CREATEROLE and may not serve",
            "The role council_owner owns tables and may not serve");
  }

  private void start(String role) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("datasources.default.username", role);
    properties.put("datasources.default.password", role);
    ApplicationContext.run(properties, "test").close();
  }
}
