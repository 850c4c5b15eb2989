package council.config.document;

import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a document: the scheme, or every problem in stable order. Worked examples
 * are decided when they are asked for, once.
 */
public final class SchemeReading {
  private final @Nullable SchemeDocument scheme;
  private final List<Problem> problems;
  private final List<Problem> warnings;
  private final Engines engines;
  private final Origins origins;
  private @Nullable List<ExampleOutcome> examples;

  SchemeReading(
      @Nullable SchemeDocument scheme,
      List<Problem> problems,
      List<Problem> warnings,
      Engines engines,
      Origins origins) {
    this.scheme = scheme;
    this.problems = List.copyOf(problems);
    this.warnings = List.copyOf(warnings);
    this.engines = engines;
    this.origins = origins;
  }

  /** Nothing could be read. */
  static SchemeReading unreadable(List<Problem> problems) {
    return new SchemeReading(
        null, problems, List.of(), new Engines(List.of()), Origins.ofNothing());
  }

  /** By path; empty exactly where there is a scheme. */
  public List<Problem> problems() {
    return problems;
  }

  /** What is allowed but probably not meant, by path; it stands in nobody's way. */
  public List<Problem> warnings() {
    return warnings;
  }

  /**
   * What came of the worked examples, in the order of the document; none where there is no scheme.
   */
  public synchronized List<ExampleOutcome> examples() {
    List<ExampleOutcome> known = examples;
    if (known == null) {
      known = scheme == null ? List.of() : List.copyOf(new ExampleRuns(scheme, engines).run());
      examples = known;
    }
    return known;
  }

  /** All that stands against putting it in force: problems, and where examples fail. */
  public List<Problem> listBlocking() {
    List<Problem> blocking = new ArrayList<>(problems);
    examples().forEach(example -> blocking.addAll(example.differences()));
    return List.copyOf(blocking);
  }

  /** Where each value of the effective document comes from; empty where there is no scheme. */
  public List<Origin> origins() {
    return scheme == null ? List.of() : origins.of(scheme);
  }

  public Optional<SchemeDocument> findScheme() {
    return Optional.ofNullable(scheme);
  }

  /**
   * @throws Refused with all problems where there is no scheme
   */
  public SchemeDocument getScheme() {
    if (scheme == null) {
      throw new Refused(problems);
    }
    return scheme;
  }
}
