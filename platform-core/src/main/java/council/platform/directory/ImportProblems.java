package council.platform.directory;

import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for what is wrong with an import that takes effect on a day. */
final class ImportProblems {
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
    } else if (!seen.add(reference)) {
      duplicate(at + ".reference", reference);
    }
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
        "There is no provider " + reference + ".");
  }

  void earlier(String at, LocalDate since) {
    add(
        "EARLIER_THAN_KNOWN",
        at,
        from,
        since + " or later",
        "What is known holds from %s, but the import speaks of %s."
            .formatted(since, from));
  }

  void add(
      String code, String at, @Nullable Object value, String expected, String message) {
    problems.add(code, at, Objects.toString(value, null), expected, message);
  }
}
