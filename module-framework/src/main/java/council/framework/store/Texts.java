package council.framework.store;

import council.platform.problem.Problems;
import council.platform.problem.TextRule;

/** Checks of texts that people give. */
final class Texts {
  static final int LONGEST_REASON = 2_000;
  private static final int SHOWN_AT_MOST = 100;

  private Texts() {}

  static void check(Problems problems, String path, String text, int longest) {
    TextRule.findFault(text, longest)
        .ifPresent(fault ->
            problems.add(
                "BAD_TEXT",
                path,
                text.length() > SHOWN_AT_MOST ? text.substring(0, SHOWN_AT_MOST) + "..." : text,
                "1 to %d characters without blanks around them".formatted(longest),
                "The text %s.".formatted(fault)));
  }
}
