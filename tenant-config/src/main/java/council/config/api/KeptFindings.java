package council.config.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.config.document.ExampleOutcome;
import council.platform.json.CanonicalJson;
import council.platform.json.StrictJson;
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
    return read(kept, "problems", new TypeReference<List<Problem>>() {});
  }

  public static List<ExampleOutcome> examples(String kept) {
    return read(kept, "examples", new TypeReference<List<ExampleOutcome>>() {});
  }

  /** What a later program adds beside the member is nothing to this one. */
  private static <T> T read(String kept, String member, TypeReference<T> type) {
    try {
      ObjectMapper mapper = StrictJson.mapper();
      return mapper.convertValue(mapper.readTree(kept).path(member), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected kept findings as JSON", e);
    }
  }
}
