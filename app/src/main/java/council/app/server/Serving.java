package council.app.server;

import council.app.server.ServeSettings.Unsafe;
import council.platform.data.Migrations;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import java.util.ArrayList;
import java.util.List;

/**
 * From the settings of an existing database to an instance that serves it. Everything is looked at
 * before anything is changed, and everything is there before anything listens.
 */
public final class Serving {
  private static final String NOBODY =
      "nobody can create councils yet: the instance has no operator. Set COUNCIL_OPERATOR_ISSUER"
          + " and COUNCIL_OPERATOR_SUBJECT (./council help operator tells all) and run ./council"
          + " operator";
  private final ServeSettings settings;
  private final Progress progress;

  public Serving(ServeSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * @throws Unsafe with everything that stands against it and what to do; nothing listens then
   */
  public Instance start() {
    Instance instance = prepare();
    try {
      TenantProvisioning provisioning = instance.context().getBean(TenantProvisioning.class);
      settings.operator().ifPresent(operator -> let(operator, provisioning));
      if (!provisioning.hasHost()) {
        progress.tell(NOBODY);
      }
      instance.listen();
      instance.ready();
      return instance;
    } catch (RuntimeException e) {
      instance.close();
      throw e;
    }
  }

  /** Lets the first operator in, and serves nothing. */
  public void establishOperator() {
    FirstOperator operator =
        settings
            .operator()
            .orElseThrow(() ->
                new Unsafe(
                    List.of(
                        "COUNCIL_OPERATOR_ISSUER is not set. Set it to the iss of the operator's"
                            + " tokens.",
                        "COUNCIL_OPERATOR_SUBJECT is not set. Set it to the sub of the operator's"
                            + " tokens.")));
    try (Instance instance = prepare()) {
      let(operator, instance.context().getBean(TenantProvisioning.class));
    }
  }

  private void let(FirstOperator operator, TenantProvisioning provisioning) {
    progress.tell(
        operator.establish(provisioning)
            ? "the operator of COUNCIL_OPERATOR_SUBJECT may create councils from now on"
            : "the instance has its operators already; COUNCIL_OPERATOR_* is not looked at");
  }

  private Instance prepare() {
    DatabaseAccess database = settings.database();
    DatabaseRights rights = new DatabaseRights(database, new DemoTraces(settings.demoFolder()));
    List<String> faults = new ArrayList<>(rights.findFaults());
    faults.addAll(migrationFaults(database));
    if (!faults.isEmpty()) {
      throw new Unsafe(faults);
    }
    progress.tell("migrating the database");
    migrate(database);
    rights.check();
    progress.tell("starting the server");
    return Instance.prepare(settings.instance());
  }

  private static List<String> migrationFaults(DatabaseAccess database) {
    try {
      return new Migrations(InstalledModules.onClassPath())
          .findFaults(database.url(), database.owner().user(), database.owner().password());
    } catch (org.flywaydb.core.api.FlywayException e) {
      return List.of(
          "The database cannot be reached as %s, who is to run the migrations. Look at COUNCIL_DB_URL and COUNCIL_DB_OWNER."
              .formatted(database.owner()));
    }
  }

  /** PostgreSQL undoes a migration that fails, so what is mended can simply be started again. */
  private static void migrate(DatabaseAccess database) {
    try {
      Instance.migrate(database);
    } catch (IllegalStateException e) {
      throw new Unsafe(
          List.of(
              e.getMessage() + "\nMend what it names and start again: it left nothing behind."));
    }
  }
}
