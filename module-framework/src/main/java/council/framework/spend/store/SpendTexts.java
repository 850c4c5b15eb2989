package council.framework.spend.store;

import council.platform.problem.Problems;
import council.platform.problem.TextRule;

/** Checks of texts that people give. */
final class SpendTexts {
  static final int LONGEST_REASON = 2_000;
  static final int LONGEST_PURPOSE = 200;

  private SpendTexts() {}

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
