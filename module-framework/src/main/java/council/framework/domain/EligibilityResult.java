package council.framework.domain;

import council.framework.scheme.RequestKind;
import java.time.LocalDate;
import java.util.List;

/**
 * Who may take the business asked for.
 *
 * @param answers one for each provider on the framework, by reference
 */
public record EligibilityResult(
    String zone, RequestKind kind, LocalDate date, List<Answer> answers) {
  public EligibilityResult {
    answers = List.copyOf(answers);
  }

  public record Answer(String provider, boolean eligible) {}
}
