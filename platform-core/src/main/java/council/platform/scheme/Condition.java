package council.platform.scheme;

import council.platform.problem.TextRule;

/**
 * A condition that a council writes in its scheme, such as {@code provider.LIVING_WAGE &&
 * provider.STAFF > 10}: in a document a plain text. What it may speak of is up to the section that
 * holds it, which checks it with {@link council.platform.expression.Expressions}.
 */
public record Condition(String text) {
  /** Characters of a condition. */
  public static final int LONGEST = 2000;

  public Condition {
    if (text.isBlank() || TextRule.findFaultInLines(text, LONGEST).isPresent()) {
      throw new IllegalArgumentException(
          "Expected a condition of at most " + LONGEST + " characters");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
