package council.graphql.schema;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The composed schema as a file, so that every change of the API is seen in a review. With {@code
 * -Dcouncil.golden.update=true} the file is written anew.
 */
public final class SchemaGolden {
  private static final Set<String> GOLDEN = Set.of("requires", "node", "personal");

  private SchemaGolden() {}

  /** The schema as SDL, sorted, with its directives. */
  public static String print(GraphQLSchema schema) {
    return new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeSchemaDefinition(false)
                .includeDirectiveDefinition(GOLDEN::contains))
        .print(schema);
  }

  /**
   * What a reviewer should know about the first difference from the file; empty if there is none.
   */
  public static Optional<String> difference(GraphQLSchema schema, Path golden) {
    String actual = print(schema);
    try {
      if (Boolean.getBoolean("council.golden.update")) {
        Files.writeString(golden, actual);
      }
      String expected = Files.exists(golden) ? Files.readString(golden) : "";
      return expected.equals(actual)
          ? Optional.empty()
          : Optional.of(first(expected, actual, golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String first(String expected, String actual, Path golden) {
    List<String> before = expected.lines().toList();
    List<String> after = actual.lines().toList();
    int line = 0;
    while (line < before.size()
        && line < after.size()
        && before.get(line).equals(after.get(line))) {
      line++;
    }
    return """
    The API is not what %s says. First difference, line %d:
      recorded: %s
      composed: %s
    If the change is meant, record it: run the test with -Dcouncil.golden.update=true and commit the file.\
    """
        .formatted(golden, line + 1, lineAt(before, line), lineAt(after, line));
  }

  private static String lineAt(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end of file)";
  }
}
