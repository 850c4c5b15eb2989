package council.platform.data;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Refuses to start where the application connects as somebody whom row-level security does not
 * bind: everything would seem to work, and nothing would keep the councils apart.
 */
@Singleton
final class ApplicationRoleCheck implements ApplicationEventListener<StartupEvent> {
  private static final String STRENGTHS =
      """
      select current_user, rolsuper or rolbypassrls, exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'platform' and pg_has_role(c.relowner, 'usage'))
      from pg_roles where rolname = current_user\
      """;

  private final DataSource pool;

  ApplicationRoleCheck(DataSource dataSource, DataSourceResolver resolver) {
    this.pool = resolver.resolve(dataSource);
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STRENGTHS)) {
      row.next();
      if (row.getBoolean(2) || row.getBoolean(3)) {
        throw new IllegalStateException(
            ("Expected the application to connect as app_rw or a role like it, but '%s' is a"
                    + " superuser, bypasses row-level security or owns the tables")
                .formatted(row.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }
}
