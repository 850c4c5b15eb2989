package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the problems of values; each answers {@link Binder#FAILED}, which stands for the value. */
final class Refusals {
  private final Problems problems;

  Refusals(Problems problems) {
    this.problems = problems;
  }

  Object wrong(Shape shape, Tree tree, String path) {
    String message = "Expected " + shape.expected() + ", but found " + tree.described() + ".";
    return refuse("WRONG_TYPE", path, tree.shown(), shape.expected(), message);
  }

  Object outOfRange(String expected, Tree tree, String path) {
    String message = "Expected " + expected + ", but found " + tree.described() + ".";
    return refuse("OUT_OF_RANGE", path, tree.shown(), expected, message);
  }

  Object badText(String written, int longest, String fault, String path) {
    return refuse(
        "BAD_TEXT",
        path,
        TextRule.shown(written),
        "plain text of at most " + longest + " characters",
        "The text " + fault + ".");
  }

  Object unknown(String written, Collection<String> known, String path) {
    String expected = "one of " + String.join(", ", known);
    String message =
        "Expected "
            + expected
            + ", but found \""
            + written
            + '"'
            + NearestName.hint(written, known);
    return refuse("UNKNOWN_VALUE", path, written, expected, message);
  }

  void unknownKey(String key, List<String> known, String path) {
    String expected = "one of the keys " + String.join(", ", known);
    String message =
        "Expected " + expected + ", but found \"" + key + '"' + NearestName.hint(key, known);
    refuse("UNKNOWN_KEY", path, key, expected, message);
  }

  Object missing(String path, String expected) {
    return refuse("MISSING", path, null, expected, "Expected " + expected + ", but it is missing.");
  }

  Object refuse(String code, String path, @Nullable String value, String expected, String message) {
    problems.add(code, path, value, expected, message);
    return Binder.FAILED;
  }
}
