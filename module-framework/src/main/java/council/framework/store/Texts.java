package council.framework.store;

import council.platform.problem.Problems;

/** Checks of texts that people give. */
final class Texts {
  private Texts() {}

  static void check(Problems problems, String path, String text, int longest) {
    if (text.isBlank() || text.length() > longest || !text.equals(text.strip())) {
      problems.add(
          "BAD_TEXT",
          path,
          text.length() > longest ? text.substring(0, longest) + "..." : text,
          "1 to %d characters without blanks around them".formatted(longest),
          "Expected 1 to %d characters without blanks around them, but there are %d."
              .formatted(longest, text.length()));
    }
  }
}
