package council.config.document;

import council.platform.problem.Problems;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lays one document over another: objects merge key by key, anything else replaces what is below.
 * An object of another kind replaces as a whole, and nothing takes away what is below.
 */
final class Layers {
  private final Problems problems;

  Layers(Problems problems) {
    this.problems = problems;
  }

  Tree.Mapping over(Tree.Mapping below, Tree.Mapping above) {
    return over(below, above, "");
  }

  private Tree.Mapping over(Tree.Mapping below, Tree.Mapping above, String path) {
    Map<String, Tree.Entry> merged = new LinkedHashMap<>(below.entries());
    above
        .entries()
        .forEach((key, entry) -> {
          Tree.Entry inherited = below.entries().get(key);
          if (inherited == null) {
            merged.put(key, entry);
          } else if (entry.value() instanceof Tree.Nothing) {
            merged.remove(key);
          } else {
            Tree value = over(inherited.value(), entry.value(), Paths.key(path, key));
            merged.put(key, new Tree.Entry(entry.at(), value));
          }
        });
    return new Tree.Mapping(merged, above.at());
  }

  private Tree over(Tree below, Tree above, String path) {
    if (below instanceof Tree.Mapping lower
        && above instanceof Tree.Mapping upper
        && !differsInKind(lower, upper)) {
      return over(lower, upper, path);
    }
    if (above.at().template() == null
        && !path.endsWith('.' + Binder.KIND)
        && !(above instanceof Tree.Broken)
        && below.withoutMarks().equals(above.withoutMarks())) {
      problems.warn(
          "REPEATS_TEMPLATE",
          path,
          above.shown(),
          "another value, or none",
          "The value is the one of " + source(below) + " already; leave it out to inherit it.");
    }
    return above;
  }

  private static String source(Tree tree) {
    return tree.at().template() == null ? "a template" : "the template " + tree.at().template();
  }

  private static boolean differsInKind(Tree.Mapping lower, Tree.Mapping upper) {
    Tree.Entry one = lower.entries().get(Binder.KIND);
    Tree.Entry other = upper.entries().get(Binder.KIND);
    return one != null
        && other != null
        && !one.value().withoutMarks().equals(other.value().withoutMarks());
  }
}
