package council.graphql.schema;

import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import java.util.Map;

/** Stands where a root field's value would, when that field alone failed. */
public record FieldFailure(ErrorCode code, String message, Map<String, Object> extensions) {
  GraphQLError error(ResultPath path) {
    return CodedError.of(message, code.name(), extensions).at(path.toList());
  }
}
