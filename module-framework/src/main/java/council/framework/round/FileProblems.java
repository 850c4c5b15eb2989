package council.framework.round;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.Collection;

/**
 * Problems of one file. Each is told with file, row and column; after so many of them the rest is
 * only counted, since a broken file can have one in every cell.
 */
final class FileProblems {
  static final int TOLD_AT_MOST = 1000;

  private final String file;
  private final Problems problems;
  private int found;

  FileProblems(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  String file() {
    return file;
  }

  void add(String code, String message) {
    if (found++ < TOLD_AT_MOST) {
      problems.add(code, file, message);
    }
  }

  void add(String code, long row, String message) {
    if (found++ < TOLD_AT_MOST) {
      problems.add(code, file + ":" + row, message);
    }
  }

  void add(String code, long row, String column, String value, String expected, String message) {
    if (found++ < TOLD_AT_MOST) {
      problems.add(code, file + ":" + row + ":" + column, TextRule.shown(value), expected, message);
    }
  }

  /** A name that is not among those known. */
  void addUnknown(
      String code, long row, String column, String value, String what, Collection<String> known) {
    String near = NearestName.hint(value, known);
    add(
        code,
        row,
        column,
        value,
        expected(known),
        "There is no " + what + " '" + TextRule.shown(value) + "'" + near);
  }

  private static String expected(Collection<String> known) {
    int shown = 20;
    String names = String.join(", ", known.stream().limit(shown).toList());
    return "one of " + names + (known.size() > shown ? ", ... (" + known.size() + ")" : "");
  }

  /** Tells how many problems were left out. */
  void tellRest() {
    if (found > TOLD_AT_MOST) {
      problems.add(
          "MORE_PROBLEMS",
          file,
          "There are " + (found - TOLD_AT_MOST) + " more problems in this file.");
    }
  }
}
