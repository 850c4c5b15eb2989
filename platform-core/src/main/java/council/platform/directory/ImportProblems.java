package council.platform.directory;

import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for what is wrong with an import that takes effect on a day. */
final class ImportProblems {
  static final int LONGEST_REFERENCE = 60;
  static final int LONGEST_NAME = 200;

  private final LocalDate from;
  private final Problems problems = new Problems();

  ImportProblems(LocalDate from) {
    this.from = from;
  }

  Problems problems() {
    return problems;
  }

  void reference(String reference, String at, Set<String> seen) {
    if (reference.isBlank()) {
      add("BLANK_REFERENCE", at + ".reference", reference, "a reference", "It is blank.");
    } else if (text(reference, at + ".reference", LONGEST_REFERENCE) && !seen.add(reference)) {
      duplicate(at + ".reference", reference);
    }
  }

  /** Answers whether the text may stand in the directory; a blank one may not. */
  boolean text(String value, String at, int longest) {
    Optional<String> fault = TextRule.findFault(value, longest);
    fault.ifPresent(what ->
        add(
            "BAD_TEXT",
            at,
            value,
            "1 to " + longest + " plain characters",
            "The text " + what + "."));
    return fault.isEmpty();
  }

  void duplicate(String at, String value) {
    add("DUPLICATE", at, value, "each once", value + " is given more than once.");
  }

  void unknownProvider(String reference, String at) {
    add(
        "UNKNOWN_PROVIDER",
        at,
        reference,
        "a provider of this import or of the directory",
        "There is no provider " + TextRule.shown(reference) + ".");
  }

  void earlier(String at, LocalDate since) {
    add(
        "EARLIER_THAN_KNOWN",
        at,
        from,
        since + " or later",
        "What is known holds from %s, but the import speaks of %s.".formatted(since, from));
  }

  void add(String code, String at, @Nullable Object value, String expected, String message) {
    String shown = value == null ? null : TextRule.shown(value.toString());
    problems.add(code, at, shown, expected, message);
  }
}
