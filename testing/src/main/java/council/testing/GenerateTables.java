package council.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's tables of every module into its {@code src/main/generated}, from a real PostgreSQL
 * on which the migrations have run.
 */
public final class GenerateTables {
  private GenerateTables() {}

  /** The one argument is the root of the source tree. */
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.WARNING);
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    for (MigrationFolder folder : generate(root, root)) {
      System.out.println("Generated " + packageOf(folder.schema()));
    }
  }

  /**
   * @param root where the migrations lie
   * @param target root of the tree into which to write
   * @return the schemas generated
   */
  public static List<MigrationFolder> generate(Path root, Path target) throws Exception {
    List<MigrationFolder> folders = MigrationFolder.listAll(root);
    Database database = PostgresForTests.shared().emptyDatabase();
    folders.forEach(folder -> folder.migrate(database));
    for (MigrationFolder folder : folders) {
      Path module = target.resolve(root.relativize(folder.module()));
      GenerationTool.generate(configuration(database, folder.schema(), generatedIn(module)));
    }
    return folders;
  }

  /** The folder of generated sources in a module. */
  public static Path generatedIn(Path module) {
    return module.resolve("src/main/generated");
  }

  static String packageOf(String schema) {
    return "council." + schema + ".store.generated";
  }

  private static Configuration configuration(Database database, String schema, Path folder) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withDriver("org.postgresql.Driver")
                .withUrl(database.url())
                .withUser(Database.OWNER)
                .withPassword(Database.OWNER))
        .withGenerator(
            new Generator()
                .withDatabase(tablesOf(schema))
                .withGenerate(whatIsRead())
                .withTarget(
                    new Target()
                        .withPackageName(packageOf(schema))
                        .withDirectory(folder.toString())
                        .withClean(true)));
  }

  private static org.jooq.meta.jaxb.Database tablesOf(String schema) {
    return new org.jooq.meta.jaxb.Database()
        .withName("org.jooq.meta.postgres.PostgresDatabase")
        .withInputSchema(schema)
        .withExcludes("flyway_history.*")
        .withIncludeRoutines(false)
        .withIncludeSequences(false)
        .withIncludeCheckConstraints(false)
        .withIncludeIndexes(false)
        .withForcedTypes(
            new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("(?i:timestamp.*with.*time.*zone.*|timestamptz.*)"));
  }

  private static Generate whatIsRead() {
    return new Generate()
        .withRecords(true)
        .withPojos(false)
        .withDaos(false)
        .withGeneratedAnnotation(true)
        .withGeneratedAnnotationDate(false)
        .withJavadoc(false)
        .withComments(false)
        // Each version of PostgreSQL prints the text of a view in its own way.
        .withSources(false)
        .withImplicitJoinPathsToOne(false)
        .withImplicitJoinPathsToMany(false)
        .withImplicitJoinPathsManyToMany(false);
  }
}
