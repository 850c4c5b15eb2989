package council.config.document;

import council.platform.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to each problem the line and column where the text has its value, and puts them in order.
 */
final class Places {
  /** More than anybody will read; keeps an answer about a broken document small. */
  private static final int MAX_TOLD = 500;

  private static final Comparator<Problem> ORDER = Problem.BY_PATH.thenComparing(Problem::message);

  private final Map<String, Mark> marks = new HashMap<>();

  Places(Tree tree) {
    collect("", tree.at(), tree);
  }

  /**
   * @param document the text's own tree, which knows where it names its templates
   */
  Places(Tree effective, Tree document) {
    this(effective);
    if (document instanceof Tree.Mapping mapping && mapping.entries().get(Templates.KEY) != null) {
      Tree.Entry uses = mapping.entries().get(Templates.KEY);
      collect(Templates.KEY, uses.at(), uses.value());
    }
  }

  List<Problem> tell(List<Problem> problems) {
    List<Problem> told = problems.stream().distinct().sorted(ORDER).map(this::placed).toList();
    if (told.size() <= MAX_TOLD) {
      return told;
    }
    List<Problem> first = new ArrayList<>(told.subList(0, MAX_TOLD));
    String message = "Found " + told.size() + " problems; these are the first " + MAX_TOLD + ".";
    first.add(Problem.of("TOO_MANY_PROBLEMS", "", message));
    return first;
  }

  private Problem placed(Problem problem) {
    String message = problem.message();
    boolean told =
        message.contains("(line ")
            || message.contains("(template ")
            || message.contains(" at line ");
    if (told || problem.code().equals(Overrides.UNKNOWN_PATH)) {
      return problem;
    }
    String place = mark(problem.path()).told();
    String sentence = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    return place.isEmpty()
        ? problem
        : new Problem(
            problem.code(),
            problem.path(),
            message.endsWith(".") ? sentence + place + "." : message + place,
            problem.value(),
            problem.expected());
  }

  /** Of the value itself; absent where no text has it. */
  Optional<Mark> find(String path) {
    return Optional.ofNullable(marks.get(path));
  }

  /** That of the nearest value around the path, where the path itself is not in the text. */
  private Mark mark(String path) {
    String at = path;
    while (!marks.containsKey(at) && !at.isEmpty()) {
      at = Paths.parent(at);
    }
    return marks.getOrDefault(at, Mark.NONE);
  }

  private void collect(String path, Mark mark, Tree tree) {
    marks.put(path, mark);
    switch (tree) {
      case Tree.Mapping mapping ->
          mapping
              .entries()
              .forEach((key, entry) -> collect(Paths.key(path, key), entry.at(), entry.value()));
      case Tree.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(Paths.index(path, i), list.items().get(i).at(), list.items().get(i));
        }
      }
      case Tree.Text _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> {}
    }
  }
}
