package council.platform.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody gave us. Problems are answers, not exceptions: all of
 * them are collected and told at once.
 *
 * @param code a stable word in capitals that a client may branch on, such as {@code UNKNOWN_ZONE}
 * @param path where it is: a path of the input ({@code framework.vehicles.X.areaCap}) or a file,
 *     row and column ({@code scores.csv:17:score})
 * @param message a full sentence for a person: what was found and what was expected
 * @param value the offending value as text, absent where there is none
 * @param expected what would have been accepted, absent where the message says all
 */
public record Problem(
    String code, String path, String message, @Nullable String value, @Nullable String expected) {

  /** The order in which problems are told: by path, then by code. */
  public static final Comparator<Problem> BY_PATH =
      Comparator.comparing(Problem::path).thenComparing(Problem::code);

  /** A problem whose message says everything. */
  public static Problem of(String code, String path, String message) {
    return new Problem(code, path, message, null, null);
  }
}
