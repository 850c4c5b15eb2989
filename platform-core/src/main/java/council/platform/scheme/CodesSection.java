package council.platform.scheme;

import council.platform.problem.Problems;
import council.platform.scheme.check.Codes;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scheme's {@code codes}: lists of what may be chosen, for attributes and for any module. */
@Doc("Lists of codes that the council chooses from")
public record CodesSection(
    @Doc("Lists by code; attributes and other sections name them") @Declares("platform.code-list")
        Map<String, CodeList> lists) {

  /** The section as the host contributes it. */
  public static final SchemeSection<CodesSection> SECTION =
      new SchemeSection<>("codes", CodesSection.class, CodesSection::check);

  /** One list. */
  public record CodeList(
      @Doc("Name for people") String title,
      @Doc("What may be chosen, by code") Map<String, Code> values) {}

  /** One thing that may be chosen. */
  public record Code(
      @Doc("Name for people") String title,
      @Doc("First day on which it may be chosen; left out where it always could")
          @Nullable LocalDate from,
      @Doc("First day on which it may be chosen no longer; left out where there is none")
          @Nullable LocalDate until) {

    /** Whether it may be chosen on that day. */
    public boolean holdsOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
  }

  private static void check(CodesSection section, SchemeView scheme, Problems problems) {
    Codes.check(section.lists.keySet(), "codes.lists", problems);
    section.lists.forEach((code, list) -> check(list, "codes.lists." + code, problems));
  }

  private static void check(CodeList list, String path, Problems problems) {
    Codes.checkTitle(list.title(), path, problems);
    if (list.values().isEmpty()) {
      problems.add("NO_CODES", path + ".values", "Expected at least one code, but there is none.");
    }
    Codes.check(list.values().keySet(), path + ".values", problems);
    list.values().forEach((code, value) -> check(value, path + ".values." + code, problems));
  }

  private static void check(Code code, String path, Problems problems) {
    Codes.checkTitle(code.title(), path, problems);
    if (code.from() != null && code.until() != null && !code.until().isAfter(code.from())) {
      String expected = "a day after " + code.from();
      problems.add(
          "DATES_BACKWARD",
          path + ".until",
          code.until(),
          expected,
          "Expected " + expected + ", but found " + code.until() + ".");
    }
  }
}
