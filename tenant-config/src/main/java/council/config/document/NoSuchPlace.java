package council.config.document;

import java.util.Collection;
import java.util.List;

/** A path leads to nothing that could be edited. */
final class NoSuchPlace extends Exception {
  private static final long serialVersionUID = 1L;

  private final String step;
  private final String expected;
  private final transient Collection<String> known;

  private NoSuchPlace(String step, String expected, Collection<String> known) {
    super(null, null, false, false);
    this.step = step;
    this.expected = expected;
    this.known = known;
  }

  static NoSuchPlace notOneOf(String step, Collection<String> known) {
    String expected =
        known.isEmpty() ? "a path of the document" : "one of " + String.join(", ", known);
    return new NoSuchPlace(step, expected, known);
  }

  static NoSuchPlace expecting(String expected, String step) {
    return new NoSuchPlace(step, expected, List.of());
  }

  String step() {
    return step;
  }

  String expected() {
    return expected;
  }

  Collection<String> known() {
    return known;
  }
}
