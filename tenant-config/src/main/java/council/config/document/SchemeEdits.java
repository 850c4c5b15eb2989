package council.config.document;

import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.util.List;
import java.util.Optional;

/**
 * Edits the text of a scheme by path. What is not edited stays as it is, byte by byte: comments,
 * remarks, order and layout. Each edit is proved: the new text must say what the old one said with
 * that one value changed.
 */
public final class SchemeEdits {
  private static final int LONGEST_PATH = 500;

  private SchemeEdits() {}

  /** All edits in their order, or none of them. */
  public static EditedScheme apply(String source, List<SchemeEdit> edits) {
    Problems problems = new Problems();
    Optional<Tree> tree = TreeParser.parse(source, problems);
    if (tree.isEmpty() || !problems.none()) {
      return new EditedScheme(null, problems.list());
    }
    edits.forEach(edit -> checkPath(edit, problems));
    if (!problems.none()) {
      return new EditedScheme(null, problems.list());
    }
    String text = source;
    for (SchemeEdit edit : edits) {
      text = apply(text, edit, problems);
    }
    return new EditedScheme(problems.none() ? text : null, problems.list());
  }

  private static void checkPath(SchemeEdit edit, Problems problems) {
    boolean proper =
        edit.path().length() <= LONGEST_PATH
            && Paths.parse(edit.path()).stream()
                .allMatch(
                    step -> TextRule.findFault(step.name(), Shape.Words.LONGEST_KEY).isEmpty());
    if (!proper || edit.path().isEmpty()) {
      String expected = "a path of at most " + LONGEST_PATH + " characters";
      problems.add(
          "BAD_PATH",
          "",
          TextRule.shown(edit.path()),
          expected,
          "Expected "
              + expected
              + " such as framework.vehicles.X.areaCap, each step a key of the document.");
    }
  }

  private static String apply(String text, SchemeEdit edit, Problems problems) {
    Optional<Tree> value = Optional.empty();
    String yaml = edit.value();
    if (yaml != null) {
      Problems unreadable = new Problems();
      value = TreeParser.parse(yaml, unreadable).map(Tree::withoutMarks);
      if (value.isEmpty() || !unreadable.none()) {
        unreadable
            .list()
            .forEach(
                p -> problems.add(p.code(), edit.path(), yaml, "a value as YAML", p.message()));
        return text;
      }
    }
    try {
      return new TextEdit(text).apply(Paths.parse(edit.path()), value);
    } catch (NoSuchPlace e) {
      String message =
          "Expected %s, but found \"%s\"%s"
              .formatted(e.expected(), e.step(), NearestName.hint(e.step(), e.known()));
      problems.add(Overrides.UNKNOWN_PATH, edit.path(), e.step(), e.expected(), message);
      return text;
    }
  }
}
