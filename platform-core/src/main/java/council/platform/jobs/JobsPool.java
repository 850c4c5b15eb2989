package council.platform.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/**
 * Two connections of its own for looking, marking and heartbeats: requests cannot keep the poller
 * from saying that its jobs live, and the poller takes none of theirs.
 */
@Singleton
final class JobsPool {
  private static final int CONNECTIONS = 2;
  private final HikariDataSource pool;

  JobsPool(@Named("default") DatasourceConfiguration requests) {
    HikariConfig own = new HikariConfig();
    requests.copyStateTo(own);
    own.setPoolName("jobs");
    own.setMaximumPoolSize(CONNECTIONS);
    own.setMinimumIdle(0);
    // Nothing is opened before the poller asks.
    own.setInitializationFailTimeout(-1);
    this.pool = new HikariDataSource(own);
  }

  DataSource dataSource() {
    return pool;
  }

  @PreDestroy
  void close() {
    pool.close();
  }
}
