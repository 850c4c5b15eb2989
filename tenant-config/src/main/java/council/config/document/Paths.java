package council.config.document;

import java.util.ArrayList;
import java.util.List;

/** How the place of a value in a document is written: {@code framework.criteria[0].weight}. */
final class Paths {
  private Paths() {}

  static String key(String path, String key) {
    return path.isEmpty() ? key : path + '.' + key;
  }

  static String index(String path, int index) {
    return path + '[' + index + ']';
  }

  /** The steps of a path; {@code criteria[0]} and {@code criteria.0} are the same. */
  static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String part : path.replace("]", "").split("[.\\[]", -1)) {
      steps.add(part);
    }
    return steps;
  }

  /** The path of the value that holds this one; empty for the document itself. */
  static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }
}
