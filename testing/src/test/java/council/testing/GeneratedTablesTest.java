package council.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables that are checked in are the ones that the migrations make. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedTablesTest {
  private final Path root = PostgresForTests.sourceRoot();
  private Path fresh = root;

  @BeforeAll
  void generate(@TempDir Path folder) throws Exception {
    fresh = folder;
    GenerateTables.generate(root, fresh);
  }

  Stream<Path> modules() {
    return MigrationFolder.listAll(root).stream().map(folder -> root.relativize(folder.module()));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void areWhatTheMigrationsMake(Path module) throws IOException {
    Map<String, String> expected = sources(GenerateTables.generatedIn(fresh.resolve(module)));
    assertThat(expected).isNotEmpty();
    assertThat(sources(GenerateTables.generatedIn(root.resolve(module))))
        .as("after a change of migrations run the command in testing/README.md")
        .isEqualTo(expected);
  }

  private static Map<String, String> sources(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return sources;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
