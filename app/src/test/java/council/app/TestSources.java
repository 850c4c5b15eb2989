package council.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of all tests, to see that what a document says of them is so. */
record TestSources(Path root) {
  private static final Map<Path, Map<String, Path>> KNOWN = new HashMap<>();

  /**
   * Whether a reference is one to tests that JUnit runs.
   *
   * @param reference {@code ClassName#method}
   */
  boolean names(String reference) {
    var parts = reference.split("#", 2);
    if (parts.length < 2) {
      return false;
    }
    var method =
        Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b(?:(?!\\bvoid\\b|\\bStream<).)*"
                + "\\b(?:void|Stream<[\\w<>? ]+>)\\s+"
                + Pattern.quote(parts[1])
                + "\\s*\\(",
            Pattern.DOTALL);
    return find(parts[0]).filter(source -> method.matcher(source).find()).isPresent();
  }

  /** The text of a test class. */
  Optional<String> find(String className) {
    return Optional.ofNullable(files().get(className + ".java")).map(TestSources::read);
  }

  private synchronized Map<String, Path> files() {
    return KNOWN.computeIfAbsent(root, TestSources::list);
  }

  private static Map<String, Path> list(Path root) {
    var sources = new HashMap<String, Path>();
    try (Stream<Path> rooms = Files.list(root)) {
      for (Path room :
          rooms.map(r -> r.resolve("src/test/java")).filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(room)) {
          files
              .filter(f -> f.toString().endsWith("Test.java"))
              .forEach(f -> sources.put(f.getFileName().toString(), f));
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
