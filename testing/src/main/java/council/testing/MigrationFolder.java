package council.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * A module's migrations in the source tree.
 *
 * @param module folder of the Maven module
 * @param schema database schema, which is the name of the folder too
 * @param scripts the folder with the scripts
 */
public record MigrationFolder(Path module, String schema, Path scripts) {
  private static final List<String> FIRST = List.of("platform", "config", "framework");

  /** Every module's migrations, in the order in which they run. */
  public static List<MigrationFolder> listAll(Path root) {
    List<MigrationFolder> found = new ArrayList<>();
    for (Path module : folders(root)) {
      for (Path scripts : folders(module.resolve("src/main/resources/db"))) {
        found.add(new MigrationFolder(module, scripts.getFileName().toString(), scripts));
      }
    }
    found.sort(
        Comparator.comparingInt((MigrationFolder folder) -> rank(folder.schema))
            .thenComparing(MigrationFolder::schema));
    return List.copyOf(found);
  }

  /** Runs them as the owner, with the history in the schema itself. */
  public void migrate(Database database) {
    Flyway.configure()
        .dataSource(database.url(), Database.OWNER, Database.OWNER)
        .schemas(schema)
        .createSchemas(true)
        .table("flyway_history")
        .outputQueryResults(false)
        .locations("filesystem:" + scripts)
        .load()
        .migrate();
  }

  private static int rank(String schema) {
    int index = FIRST.indexOf(schema);
    return index < 0 ? FIRST.size() : index;
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
