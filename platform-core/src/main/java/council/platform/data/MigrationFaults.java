package council.platform.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** What the history of a schema says against going on with the migrations of this program. */
final class MigrationFaults {
  private MigrationFaults() {}

  static List<String> of(String schema, Flyway flyway) {
    return Arrays.stream(flyway.info().all())
        .map(migration -> fault(schema, migration))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> fault(String schema, MigrationInfo migration) {
    String name = "%s of module %s".formatted(migration.getScript(), schema);
    return switch (migration.getState()) {
      case FAILED, FUTURE_FAILED, MISSING_FAILED ->
          Optional.of(
              "The migration %s has failed. Restore the database from before it, or undo what it left and delete its row from %s.flyway_history."
                  .formatted(name, schema));
      case FUTURE_SUCCESS ->
          Optional.of(
              "The migration %s is newer than this program. Start the version of the program that ran it, or a later one."
                  .formatted(name));
      case MISSING_SUCCESS ->
          Optional.of(
              "The migration %s was run, but this program has not got it. Start the program with the jars that ran it."
                  .formatted(name));
      case SUCCESS, OUT_OF_ORDER ->
          migration.isChecksumMatching()
              ? Optional.empty()
              : Optional.of(
                  "The migration %s was changed after it had been run. Start the version of the program that ran it."
                      .formatted(name));
      case IGNORED ->
          Optional.of(
              "The migration %s was passed over: a later one has been run. Restore the database, or start the program with the jars that ran the later one."
                  .formatted(name));
      case PENDING,
          ABOVE_TARGET,
          BELOW_BASELINE,
          BASELINE_IGNORED,
          BASELINE,
          AVAILABLE,
          UNDONE,
          OUTDATED,
          SUPERSEDED,
          DELETED ->
          Optional.empty();
    };
  }
}
