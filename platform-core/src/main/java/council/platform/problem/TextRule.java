package council.platform.problem;

import java.util.Optional;

/**
 * What every short text that somebody gives must keep to: names, references, ids, labels. It is
 * told once here so that the same text is not fine in one place and a fault of the database in
 * another.
 *
 * <p>Format characters are refused with the control characters, since the ones that turn the
 * direction of writing make a text read as another one than it is.
 */
public final class TextRule {
  private static final int SHOWN = 60;
  private static final int REPLACEMENT = 0xFFFD;

  private TextRule() {}

  /** What is wrong with the text, as the end of a sentence; empty where nothing is. */
  public static Optional<String> findFault(String text, int longest) {
    if (text.isBlank()) {
      return Optional.of("is blank");
    }
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of("is longer than " + longest + " characters");
    }
    Optional<String> character = findCharacterFault(text);
    if (character.isPresent()) {
      return character;
    }
    return hasBlanksAround(text) ? Optional.of("has blanks around it") : Optional.empty();
  }

  /**
   * As {@link #findFault} for a text that may run over several lines: blank is fine, and so are
   * blanks around it, newlines and tabs.
   */
  public static Optional<String> findFaultInLines(String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      return Optional.of("is longer than " + longest + " characters");
    }
    return findCharacterFault(text.replace('\n', ' ').replace('\t', ' '));
  }

  /** The text as a problem may show it: not all of a long one, and nothing that cannot be shown. */
  public static String shown(String text) {
    return text.codePoints()
        .limit(SHOWN)
        .map(one -> findFaultOf(one).isPresent() ? REPLACEMENT : one)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<String> findCharacterFault(String text) {
    return text.codePoints().mapToObj(TextRule::findFaultOf).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> findFaultOf(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          Optional.of("holds a control character");
      case Character.FORMAT -> Optional.of("holds an invisible format character");
      case Character.SURROGATE -> Optional.of("holds half of a character");
      default -> Optional.empty();
    };
  }

  private static boolean hasBlanksAround(String text) {
    return isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length()));
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
