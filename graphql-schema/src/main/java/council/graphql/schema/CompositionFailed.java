package council.graphql.schema;

import java.util.List;

/** The modules' SDL and declarations do not fit together; the instance does not start. */
public final class CompositionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  CompositionFailed(List<String> problems) {
    super(
        "The GraphQL schema cannot be composed, %d problem(s):%n  %s"
            .formatted(problems.size(), String.join(System.lineSeparator() + "  ", problems)));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
