package council.config.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the place of a value in a document is written: {@code framework.criteria[0].weight}. */
public final class Paths {
  /** What stands after a dot, or between brackets. */
  private static final Pattern STEP =
      Pattern.compile("(?:^|\\.|(?<=])(?=[^.\\[]))([^.\\[]*)|\\[([^]]*)]?");

  /** One part of a path. */
  record Step(String name, boolean bracketed) {}

  private Paths() {}

  /** Whether a path is the other one, or leads further from there. */
  public static boolean isWithin(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  static String key(String path, String key) {
    return path.isEmpty() ? key : path + '.' + key;
  }

  static String index(String path, int index) {
    return path + '[' + index + ']';
  }

  /** An item of a list by its code or name. */
  static String item(String path, String code) {
    return path + '[' + code + ']';
  }

  /**
   * The steps of a path; {@code criteria[0]} and {@code criteria.0} are the same. What stands
   * between brackets is one step, whatever is in it.
   */
  static List<String> steps(String path) {
    return parse(path).stream().map(Step::name).toList();
  }

  /** The steps, each with whether it stands between brackets. */
  static List<Step> parse(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      boolean bracketed = matcher.group(2) != null;
      steps.add(new Step(matcher.group(bracketed ? 2 : 1), bracketed));
    }
    return steps;
  }

  /** The path of the value that holds this one; empty for the document itself. */
  static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }
}
