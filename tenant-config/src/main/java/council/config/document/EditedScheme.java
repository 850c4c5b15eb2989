package council.config.document;

import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of editing a scheme's text.
 *
 * @param source the new text; absent exactly where there are problems
 * @param problems one for each edit that cannot be done, or what keeps the text from being read
 */
public record EditedScheme(@Nullable String source, List<Problem> problems) {
  public EditedScheme {
    problems = List.copyOf(problems);
  }

  /**
   * @throws Refused with all problems where there is no new text
   */
  public String getSource() {
    if (source == null) {
      throw new Refused(problems);
    }
    return source;
  }
}
