package council.graphql.run;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a client is told.
 *
 * @param ran whether the operation ran at all; if not, there is no {@code data}
 */
public record GraphqlAnswer(ExecutionResult result, boolean ran) {

  /** Where an error says after how many seconds the request may come again. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  /** That of an operation that was not run. */
  public static GraphqlAnswer refused(List<? extends GraphQLError> errors) {
    return new GraphqlAnswer(
        ExecutionResultImpl.newExecutionResult().errors(List.copyOf(errors)).build(), false);
  }

  /** The status of an operation that was not run, where the transport has one for it. */
  public HttpStatus refusedWith() {
    return switch (code()) {
      case "FORBIDDEN",
          "MODULE_NOT_ENABLED",
          "DOCUMENT_NOT_TRUSTED",
          "PURPOSE_REQUIRED",
          "PURPOSE_NOT_ALLOWED" ->
          HttpStatus.FORBIDDEN;
      case "METHOD_NOT_ALLOWED" -> HttpStatus.METHOD_NOT_ALLOWED;
      case "CONFLICT" -> HttpStatus.CONFLICT;
      case "RATE_LIMITED" -> HttpStatus.TOO_MANY_REQUESTS;
      case "TIMEOUT", "OVERLOADED" -> HttpStatus.SERVICE_UNAVAILABLE;
      case "INTERNAL" -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  /** Whether it was refused for a reason that is HTTP's own and has its status for every client. */
  public boolean isRefusedByTransport() {
    return !ran
        && switch (code()) {
          case "METHOD_NOT_ALLOWED", "RATE_LIMITED", "OVERLOADED" -> true;
          default -> false;
        };
  }

  /** Seconds after which the request may come again, where that is known. */
  public OptionalInt retryAfter() {
    return extensions().get(RETRY_AFTER) instanceof Integer seconds
        ? OptionalInt.of(seconds)
        : OptionalInt.empty();
  }

  private String code() {
    return String.valueOf(extensions().get("code"));
  }

  private Map<String, Object> extensions() {
    List<GraphQLError> errors = result.getErrors();
    Map<String, Object> first = errors.isEmpty() ? null : errors.getFirst().getExtensions();
    return first == null ? Map.of() : first;
  }

  /** In the shape of the GraphQL specification. */
  public Map<String, Object> body() {
    return result.toSpecification();
  }
}
