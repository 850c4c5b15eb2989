package council.platform.expression;

import council.platform.problem.Problems;
import dev.cel.common.CelSource;

/** Tells what is wrong with one expression, with the place in it. */
final class Faults {
  private final String path;
  private final String text;
  private final CelSource source;
  private final Problems problems;
  private boolean any;

  Faults(String path, String text, CelSource source, Problems problems) {
    this.path = path;
    this.text = text;
    this.source = source;
    this.problems = problems;
  }

  boolean none() {
    return !any;
  }

  void add(String code, long expressionId, String expected, String message) {
    add(code, expressionId, expected, message, ".");
  }

  void add(String code, long expressionId, String expected, String message, String ending) {
    Integer offset = source.getPositionsMap().get(expressionId);
    addAt(code, offset == null ? 0 : offset, expected, message, ending);
  }

  /**
   * @param offset of the character in the text, from 0
   * @param ending of the sentence, after the place
   */
  void addAt(String code, int offset, String expected, String message, String ending) {
    any = true;
    String place = " at character " + (offset + 1);
    problems.add(code, path, text, expected, message + place + ending);
  }
}
