package council.config.api;

import council.config.document.ExampleOutcome;
import council.platform.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a document.
 *
 * @param problems everything that stands in its way, differences of failed examples included
 * @param warnings what is allowed but probably not meant
 * @param contentHash SHA-256 of the effective document, absent where it cannot be read
 */
public record CheckedScheme(
    List<Problem> problems,
    List<Problem> warnings,
    List<ExampleOutcome> examples,
    Optional<String> contentHash) {
  public CheckedScheme {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    examples = List.copyOf(examples);
  }
}
