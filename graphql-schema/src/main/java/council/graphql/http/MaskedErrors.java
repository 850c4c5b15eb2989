package council.graphql.http;

import council.graphql.run.Errors;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The body of whatever the server answers in place of a controller: exceptions that nobody caught,
 * refused headers, unknown paths. The text of an exception goes to the log alone.
 */
@Singleton
final class MaskedErrors implements ErrorResponseProcessor<byte[]> {
  private final boolean https;

  MaskedErrors(HttpSettings settings) {
    this.https = settings.https();
  }

  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    SecurityHeaders.add(response.getHeaders(), https);
    GraphQLError error = error(context, response.code(), response.reason());
    return CountedOutcome.note(
        response.contentType(MediaType.APPLICATION_JSON_TYPE).body(ErrorBody.bytes(error)),
        List.of(error));
  }

  private static GraphQLError error(ErrorContext context, int status, String reason) {
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
      return Errors.masked(
          context
              .getRootCause()
              .orElseGet(() -> new IllegalStateException("Answered " + status + " " + reason)));
    }
    return Errors.error(code(status), "The request is refused: " + reasonOf(status) + ".");
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 408 -> ErrorCode.TIMEOUT;
      case 413, 414, 431 -> ErrorCode.LIMIT_EXCEEDED;
      case 429 -> ErrorCode.RATE_LIMITED;
      default -> ErrorCode.BAD_REQUEST;
    };
  }

  /** The standard's own words, since a response's may be an exception's. */
  private static String reasonOf(int status) {
    for (HttpStatus known : HttpStatus.values()) {
      if (known.getCode() == status) {
        return known.getReason();
      }
    }
    return "status " + status;
  }
}
