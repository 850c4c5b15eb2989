package council.platform.data;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Refuses to start as a role that row-level security does not bind, whoever starts it and how. */
@Singleton
final class ApplicationRoleCheck implements ApplicationEventListener<StartupEvent> {
  private final DataSource pool;

  ApplicationRoleCheck(DataSource dataSource, DataSourceResolver resolver) {
    this.pool = resolver.resolve(dataSource);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    try (Connection connection = pool.getConnection()) {
      List<String> faults = ApplicationRole.findFaults(connection);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(String.join("\n", faults));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }
}
