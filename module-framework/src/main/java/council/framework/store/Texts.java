package council.framework.store;

import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import org.jspecify.annotations.Nullable;

/** Checks of texts that people give. */
final class Texts {
  static final int LONGEST_REASON = 2_000;

  static final int LONGEST_EVIDENCE = 2_000;

  private Texts() {}

  /** A text that may be left out. */
  static void checkIfGiven(Problems problems, String path, @Nullable String text, int longest) {
    if (text != null) {
      check(problems, path, text, longest);
    }
  }

  static void check(Problems problems, String path, String text, int longest) {
    TextRule.findFault(text, longest)
        .ifPresent(fault ->
            problems.add(
                "BAD_TEXT",
                path,
                TextRule.shown(text),
                "1 to %d characters without blanks around them".formatted(longest),
                "The text %s.".formatted(fault)));
  }
}
