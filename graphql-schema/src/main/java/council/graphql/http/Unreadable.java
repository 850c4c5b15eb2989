package council.graphql.http;

import council.graphql.run.Errors;
import council.graphql.run.Limit;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import io.micronaut.http.HttpStatus;

/** A request that is no GraphQL request. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final transient GraphQLError error;

  Unreadable(HttpStatus status, GraphQLError error) {
    super(error.getMessage());
    this.status = status;
    this.error = error;
  }

  Unreadable(String message) {
    this(HttpStatus.BAD_REQUEST, Errors.error(ErrorCode.BAD_REQUEST, message));
  }

  static Unreadable tooLarge(long maximum, long actual) {
    return new Unreadable(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        Limit.BODY.exceeded(
            maximum,
            actual,
            "The body of a request may have at most %d bytes.".formatted(maximum)));
  }

  HttpStatus status() {
    return status;
  }

  GraphQLError error() {
    return error;
  }
}
