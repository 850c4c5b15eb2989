package council.framework.scheme;

import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms, options and windows fit the framework's days. */
final class TermChecks {
  private TermChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    if (vehicle.admission() instanceof Admission.Windows admission) {
      checkWindows(code, admission.windows(), vehicle.frameworkEnd(), problems);
    }
    Term term = vehicle.term();
    if (term != null) {
      checkOptions(code, term, vehicle, problems);
      checkCallOffs(code, term, problems);
    }
  }

  private static void checkOptions(String code, Term term, Vehicle vehicle, Problems problems) {
    String path = FrameworkSection.path(code, "term.options");
    if (!term.options().isEmpty() && vehicle.frameworkEnd() == null) {
      problems.add(
          "OPTION_WITHOUT_END",
          path,
          null,
          "a frameworkEnd, or no options",
          "A framework without an end cannot last longer.");
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < term.options().size(); i++) {
      Term.Option option = term.options().get(i);
      String here = path + "[" + i + "]";
      FrameworkChecks.checkCode(option.code(), here + ".code", problems);
      if (!seen.add(option.code())) {
        problems.add(
            "DUPLICATE_OPTION",
            here + ".code",
            "Option " + option.code() + " is there more than once.");
      }
      if (option.condition() != null && option.condition().isBlank()) {
        problems.add(
            "BLANK_CONDITION",
            here + ".condition",
            "Expected what must be shown, but it is blank; leave it out where nothing must be.");
      }
    }
  }

  private static void checkCallOffs(String code, Term term, Problems problems) {
    Integer first = term.callOffMonths();
    Integer longest = term.longestCallOffMonths();
    if (first != null && longest != null && first > longest) {
      problems.add(
          "FIRST_TERM_TOO_LONG",
          FrameworkSection.path(code, "term.callOffMonths"),
          first,
          "at most " + longest,
          "A first term of %d months is longer than the %d months that a call-off may last."
              .formatted(first, longest));
    }
  }

  private static void checkWindows(
      String code,
      List<Admission.Window> windows,
      @Nullable LocalDate frameworkEnd,
      Problems problems) {
    String path = FrameworkSection.path(code, "admission.windows");
    if (windows.isEmpty()) {
      problems.add(
          "NO_WINDOW",
          path,
          "Expected at least one window; an open list without windows is of the kind OPEN.");
    }
    LocalDate last = null;
    for (int i = 0; i < windows.size(); i++) {
      Admission.Window window = windows.get(i);
      String here = path + "[" + i + "]";
      if (window.until().isBefore(window.from())) {
        problems.add(
            "END_BEFORE_START",
            here + ".until",
            window.until(),
            "a day from " + window.from() + " on",
            "The window ends on %s, before it opens.".formatted(window.until()));
      }
      if (last != null && !window.from().isAfter(last)) {
        problems.add(
            "WINDOWS_OVERLAP",
            here + ".from",
            window.from(),
            "a day after " + last,
            "The window opens before the one before it has closed.");
      }
      if (frameworkEnd != null && window.from().isAfter(frameworkEnd)) {
        problems.add(
            "WINDOW_AFTER_END",
            here + ".from",
            window.from(),
            "a day up to " + frameworkEnd,
            "The window opens when the framework has ended.");
      }
      last = window.until();
    }
  }
}
