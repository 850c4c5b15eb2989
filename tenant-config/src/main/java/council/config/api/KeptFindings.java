package council.config.api;

import council.config.document.ExampleOutcome;
import council.platform.json.CanonicalJson;
import council.platform.problem.Problem;
import java.util.List;

/** What was found in a draft when it was last checked, in the form in which it is kept. */
public final class KeptFindings {
  private KeptFindings() {}

  record Told(List<Problem> problems) {}

  record Outcomes(List<ExampleOutcome> examples) {}

  public static String ofProblems(List<Problem> problems) {
    return CanonicalJson.text(new Told(problems));
  }

  public static String ofExamples(List<ExampleOutcome> examples) {
    return CanonicalJson.text(new Outcomes(examples));
  }

  public static List<Problem> problems(String kept) {
    return CanonicalJson.read(kept, Told.class).problems();
  }

  public static List<ExampleOutcome> examples(String kept) {
    return CanonicalJson.read(kept, Outcomes.class).examples();
  }
}
