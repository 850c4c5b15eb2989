package council.platform.problem;

import java.util.List;

/**
 * A use case that will not be done, with every reason why. The transaction rolls back; a mutation
 * answers the problems in its payload. Never thrown for a fault of our own.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public Refused(List<Problem> problems) {
    super(problems.size() + " problem(s), first: " + problems.getFirst().code());
    this.problems = List.copyOf(problems);
  }

  public Refused(String code, String path, String message) {
    this(List.of(Problem.of(code, path, message)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
