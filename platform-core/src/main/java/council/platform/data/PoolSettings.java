package council.platform.data;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.configuration.jooq.JooqConfigurationProperties;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Properties;
import org.jooq.SQLDialect;

/** What every connection of the application needs; nobody has to remember to configure it. */
@Factory
final class PoolSettings {
  /** Planning costs more than running: prepare at once, and keep what was prepared. */
  @Singleton
  BeanCreatedEventListener<DatasourceConfiguration> preparedStatements(
      @Value("${council.database.statement-timeout:60s}") Duration statementTimeout) {
    return event -> {
      DatasourceConfiguration configuration = event.getBean();
      Properties properties = configuration.getDataSourceProperties();
      properties.putIfAbsent("prepareThreshold", "1");
      properties.putIfAbsent("preparedStatementCacheQueries", "512");
      properties.putIfAbsent("preparedStatementCacheSizeMiB", "16");
      properties.putIfAbsent("autosave", "never");
      // Details of a refused row hold its values, which would then stand in the log.
      properties.putIfAbsent("logServerErrorDetail", "false");
      properties.putIfAbsent("ApplicationName", "council");
      properties.putIfAbsent(
          "options",
          "-c statement_timeout=%d -c idle_in_transaction_session_timeout=60s"
              .formatted(statementTimeout.toMillis()));
      return configuration;
    };
  }

  /** Told, not asked for: asking takes a connection before there is a transaction. */
  @Singleton
  BeanCreatedEventListener<JooqConfigurationProperties> dialect() {
    return event -> {
      event.getBean().setSqlDialect(SQLDialect.POSTGRES);
      return event.getBean();
    };
  }
}
