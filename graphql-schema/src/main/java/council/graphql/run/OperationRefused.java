package council.graphql.run;

import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import java.util.List;
import java.util.Map;

/** An operation that is not run, with every reason why. */
public final class OperationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<GraphQLError> errors;

  /**
   * @param errors of the request, with codes
   */
  public OperationRefused(List<GraphQLError> errors) {
    super(errors.size() + " error(s)");
    this.errors = List.copyOf(errors);
  }

  OperationRefused(ErrorCode code, String message) {
    this(List.of(Errors.error(code, message)));
  }

  /** The instance has more to do than it can; nothing of the operation was done. */
  static OperationRefused overloaded() {
    return new OperationRefused(
        List.of(
            Errors.error(
                ErrorCode.OVERLOADED,
                "There is too much to do at the moment; nothing was done. Try again.",
                Map.of(GraphqlAnswer.RETRY_AFTER, 1))));
  }

  /** Every reason. */
  public List<GraphQLError> errors() {
    return errors;
  }
}
