package council.graphql.run;

import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import java.util.List;

/** An operation that is not run, with every reason why. */
final class OperationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<GraphQLError> errors;

  OperationRefused(List<GraphQLError> errors) {
    super(errors.size() + " error(s)");
    this.errors = List.copyOf(errors);
  }

  OperationRefused(ErrorCode code, String message) {
    this(List.of(Errors.error(code, message)));
  }

  List<GraphQLError> errors() {
    return errors;
  }
}
