package council.graphql.run;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/**
 * What a client is told.
 *
 * @param ran whether the operation ran at all; if not, there is no {@code data}
 */
public record GraphqlAnswer(ExecutionResult result, boolean ran) {

  static GraphqlAnswer refused(List<? extends GraphQLError> errors) {
    return new GraphqlAnswer(
        ExecutionResultImpl.newExecutionResult().errors(List.copyOf(errors)).build(), false);
  }

  /** The status of an operation that was not run, where the transport has one for it. */
  public HttpStatus refusedWith() {
    GraphQLError first = result.getErrors().getFirst();
    Object code = first.getExtensions() == null ? null : first.getExtensions().get("code");
    return switch (String.valueOf(code)) {
      case "FORBIDDEN", "MODULE_NOT_ENABLED", "PURPOSE_REQUIRED", "PURPOSE_NOT_ALLOWED" ->
          HttpStatus.FORBIDDEN;
      case "CONFLICT" -> HttpStatus.CONFLICT;
      case "TIMEOUT" -> HttpStatus.SERVICE_UNAVAILABLE;
      case "INTERNAL" -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  /** In the shape of the GraphQL specification. */
  public Map<String, Object> body() {
    return result.toSpecification();
  }
}
