package council.config.document;

import council.platform.problem.Problem;
import java.util.List;

/**
 * What came of running a worked example.
 *
 * @param differences where the result is not what the example expects: the path in the document, as
 *     {@code value} what was found, as {@code expected} what the example says
 */
public record ExampleOutcome(
    String name, String decision, boolean passed, List<Problem> differences) {
  public ExampleOutcome {
    differences = List.copyOf(differences);
  }
}
