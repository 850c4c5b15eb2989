package council.app.client;

import council.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A problem on one line: where, what, what was found and what would have been accepted. */
public final class ProblemLine {
  private ProblemLine() {}

  /** For a problem that was found on this machine. */
  public static String of(Problem problem) {
    return of(
        problem.path(), problem.message(), problem.value(), problem.expected(), problem.code());
  }

  public static String of(
      String path, String message, @Nullable String value, @Nullable String expected, String code) {
    StringBuilder line = new StringBuilder(path.isEmpty() ? "" : path + ": ").append(message);
    if (value != null && !message.contains(value)) {
      line.append(" Found ").append(shortened(value)).append('.');
    }
    if (expected != null && !message.contains(expected)) {
      line.append(" Expected ").append(expected).append('.');
    }
    return line.append(" [").append(code).append(']').toString();
  }

  private static String shortened(String value) {
    String oneLine = value.replaceAll("\\s+", " ");
    return oneLine.length() > 80 ? oneLine.substring(0, 80) + "..." : oneLine;
  }
}
