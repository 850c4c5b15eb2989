package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** For a problem as the API answers it. */
  public static String of(JsonNode problem) {
    return of(
        problem.path("path").asText(""),
        problem.path("message").asText(),
        problem.path("value").textValue(),
        problem.path("expected").textValue(),
        problem.path("code").asText());
  }

  private static String of(
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
