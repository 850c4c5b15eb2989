package council.platform.scheme.check;

import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Entries of a scheme that hold from a day on, such as rates and bands by year. */
public final class DateSpans {
  private DateSpans() {}

  /**
   * One entry.
   *
   * @param path where it stands in the document
   * @param from the first day
   * @param until the first day after it; absent where it has no end
   */
  public record Dated(String path, LocalDate from, @Nullable LocalDate until) {
    private String shown() {
      return from + (until == null ? " on" : " until before " + until);
    }

    private boolean isBackward() {
      return until != null && !until.isAfter(from);
    }
  }

  /** Of two entries none may hold on the same day. */
  public static void checkNoOverlaps(List<Dated> entries, Problems problems) {
    checkForward(entries, problems);
    neighbours(
        entries,
        (former, latter) -> {
          if (former.until() == null || latter.from().isBefore(former.until())) {
            String expected =
                former.until() == null
                    ? "an end of the entry from " + former.from()
                    : "a first day of " + former.until() + " or later";
            problems.add(
                "DATES_OVERLAP",
                latter.path(),
                latter.shown(),
                expected,
                "Expected %s, since %s holds from %s, but found %s."
                    .formatted(expected, former.path(), former.shown(), latter.shown()));
          }
        });
  }

  /** From the first entry's first day to the last one's end there is a day for each. */
  public static void checkNoGaps(List<Dated> entries, Problems problems) {
    neighbours(
        entries,
        (former, latter) -> {
          if (former.until() != null && latter.from().isAfter(former.until())) {
            String expected = "a first day of " + former.until();
            problems.add(
                "DATES_LEAVE_A_GAP",
                latter.path(),
                latter.shown(),
                expected,
                "Expected %s, since %s ends there, but found %s: on the days between nothing holds."
                    .formatted(expected, former.path(), latter.shown()));
          }
        });
  }

  private static void checkForward(List<Dated> entries, Problems problems) {
    for (Dated entry : entries) {
      if (entry.isBackward()) {
        String expected = "an end after " + entry.from();
        problems.add(
            "DATES_BACKWARD",
            entry.path(),
            entry.shown(),
            expected,
            "Expected " + expected + ", but found " + entry.until() + ".");
      }
    }
  }

  /** Each entry and the one that reaches furthest among those that begin before it. */
  private static void neighbours(List<Dated> entries, BiConsumer<Dated, Dated> check) {
    List<Dated> forward =
        entries.stream()
            .filter(entry -> !entry.isBackward())
            .sorted(Comparator.comparing(Dated::from).thenComparing(Dated::path))
            .toList();
    for (int i = 1; i < forward.size(); i++) {
      check.accept(furthest(forward.subList(0, i)), forward.get(i));
    }
  }

  private static Dated furthest(List<Dated> entries) {
    Comparator<Dated> byEnd =
        Comparator.comparing(Dated::until, Comparator.nullsLast(Comparator.naturalOrder()));
    return entries.stream().max(byEnd).orElseThrow();
  }
}
