package council.platform.data;

import council.platform.module.CouncilModule;
import council.platform.module.InstalledModules;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database to what the installed modules need, each module in a schema of its own. */
public final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
  private final InstalledModules modules;

  public Migrations(InstalledModules modules) {
    this.modules = modules;
  }

  /**
   * Runs as the owner of the tables, who is not the role of the running application.
   *
   * @throws IllegalStateException with the module and the reason where a migration fails
   */
  public void run(String url, String owner, String password) {
    for (CouncilModule module : modules.list()) {
      module.migrations().ifPresent(folder -> migrate(module.id(), folder, url, owner, password));
    }
  }

  /**
   * What stands against running the migrations, each with what to do: some that failed, that are
   * missing or changed, or that are newer than this program. Empty for an empty database.
   */
  public List<String> findFaults(String url, String owner, String password) {
    List<String> faults = new ArrayList<>();
    for (CouncilModule module : modules.list()) {
      module
          .migrations()
          .map(folder -> flyway(module.id(), folder, url, owner, password))
          .ifPresent(flyway -> faults.addAll(MigrationFaults.of(module.id(), flyway)));
    }
    return faults;
  }

  private static void migrate(
      String schema, String folder, String url, String owner, String password) {
    try {
      int count = flyway(schema, folder, url, owner, password).migrate().migrationsExecuted;
      LOG.info("Schema {}: {} migration(s) run", schema, count);
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "The migrations of module '%s' (%s) could not be run: %s"
              .formatted(schema, folder, e.getMessage()),
          e);
    }
  }

  private static Flyway flyway(
      String schema, String folder, String url, String owner, String password) {
    return Flyway.configure()
        .dataSource(url, owner, password)
        .schemas(schema)
        .createSchemas(true)
        .table("flyway_history")
        .outputQueryResults(false)
        .failOnMissingLocations(true)
        .locations("classpath:" + folder)
        .load();
  }
}
