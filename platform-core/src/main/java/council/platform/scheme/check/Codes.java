package council.platform.scheme.check;

import council.platform.problem.Problems;
import java.util.Collection;
import java.util.regex.Pattern;

/** Codes that a council makes up in its scheme and that expressions and files speak of. */
public final class Codes {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private Codes() {}

  /** Adds a problem for each code that cannot be used in expressions and file names. */
  public static void check(Collection<String> codes, String path, Problems problems) {
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        problems.add(
            "BAD_CODE",
            path + "." + code,
            code,
            "a capital letter, then at most 39 capital letters, digits or underscores",
            "The code " + code + " cannot be used in conditions and file names.");
      }
    }
  }

  /** Adds a problem where a name for people is blank. */
  public static void checkTitle(String title, String path, Problems problems) {
    if (title.isBlank()) {
      problems.add(
          "BLANK_TITLE",
          path + ".title",
          title,
          "a name for people",
          "Expected a name, but it is blank.");
    }
  }
}
