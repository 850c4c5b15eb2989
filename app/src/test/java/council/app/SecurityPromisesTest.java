package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md promises nothing that no test holds. */
class SecurityPromisesTest {
  private static final Path ROOT = Path.of(System.getProperty("council.root")).toAbsolutePath();
  private static final Pattern REFERENCE = Pattern.compile("`(\\w+Test)(#\\w+)?`");
  private static final int PROMISE = 1;
  private static final int TESTS = 2;
  private static final int NOT_COVERED = 3;

  @Test
  void everyPromiseNamesTestsThatExistAndSaysWhatIsNotCovered() throws IOException {
    String document = Files.readString(ROOT.resolve("docs/security.md"));

    assertThat(document.lines().filter(SecurityPromisesTest::isPromise)).hasSizeGreaterThan(30);
    assertThat(problems(document)).isEmpty();
  }

  @Test
  void aPromiseWithoutATestIsFound() {
    assertThat(
            problems(
                """
                | Promise | Held by | Not covered |
                | --- | --- | --- |
                | Nothing leaks | a feeling | nothing known |
                | Nothing is lost | `NoSuchTest#holds`, `CoverageTest#noSuchMethod` | |
                """))
        .containsExactly(
            "Nothing leaks: names no test",
            "Nothing is lost: does not say what is not covered",
            "Nothing is lost: there is no test NoSuchTest#holds",
            "Nothing is lost: there is no test CoverageTest#noSuchMethod");
  }

  private static boolean isPromise(String line) {
    return line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| Promise |");
  }

  private static List<String> problems(String document) {
    var problems = new ArrayList<String>();
    document.lines().filter(SecurityPromisesTest::isPromise).forEach(row -> check(row, problems));
    return problems;
  }

  private static void check(String row, List<String> problems) {
    String[] cells = row.split("\\|", -1);
    String promise = cells[PROMISE].strip();
    var references = REFERENCE.matcher(cells[TESTS]).results().toList();
    if (references.isEmpty()) {
      problems.add(promise + ": names no test");
    }
    if (cells[NOT_COVERED].isBlank()) {
      problems.add(promise + ": does not say what is not covered");
    }
    TestSources sources = new TestSources(ROOT);
    for (var reference : references) {
      String method = reference.group(2);
      boolean exists =
          method == null
              ? sources.find(reference.group(1)).isPresent()
              : sources.names(reference.group(1) + method);
      if (!exists) {
        problems.add(
            "%s: there is no test %s%s"
                .formatted(promise, reference.group(1), method == null ? "" : method));
      }
    }
  }
}
