package council.config.document;

import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a document: the scheme, or every problem in stable order. */
public final class SchemeReading {
  private final @Nullable SchemeDocument scheme;
  private final List<Problem> problems;

  SchemeReading(@Nullable SchemeDocument scheme, List<Problem> problems) {
    this.scheme = scheme;
    this.problems = List.copyOf(problems);
  }

  /** By path; empty exactly where there is a scheme. */
  public List<Problem> problems() {
    return problems;
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
