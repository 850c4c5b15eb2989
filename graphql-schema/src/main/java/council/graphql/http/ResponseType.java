package council.graphql.http;

import council.graphql.run.GraphqlAnswer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.Locale;
import java.util.Optional;

/** The two media types of an answer, and the status codes that go with each. */
enum ResponseType {
  /** A refused operation has a status of its own. */
  GRAPHQL_RESPONSE("application/graphql-response+json"),
  /** Older clients look at the body alone: what GraphQL refuses is 200 too. */
  JSON("application/json");

  private final MediaType mediaType;

  ResponseType(String mediaType) {
    this.mediaType = MediaType.of(mediaType + "; charset=utf-8");
  }

  MediaType mediaType() {
    return mediaType;
  }

  HttpStatus status(GraphqlAnswer answer) {
    if (answer.ran()) {
      return HttpStatus.OK;
    }
    return switch (this) {
      case JSON -> answer.isRefusedByTransport() ? answer.refusedWith() : HttpStatus.OK;
      case GRAPHQL_RESPONSE -> answer.refusedWith();
    };
  }

  /** What the client accepts; who accepts anything may well be an older client. */
  static Optional<ResponseType> of(HttpRequest<?> http) {
    if (!http.getHeaders().contains(HttpHeaders.ACCEPT)) {
      return Optional.of(GRAPHQL_RESPONSE);
    }
    return http.getHeaders().accept().stream()
        .filter(media -> media.getQualityAsNumber().signum() > 0)
        .flatMap(media -> fitting(media).stream())
        .findFirst();
  }

  private static Optional<ResponseType> fitting(MediaType accepted) {
    return switch (accepted.getName().toLowerCase(Locale.ROOT)) {
      case "application/graphql-response+json" -> Optional.of(GRAPHQL_RESPONSE);
      case "application/json", "application/*", "*/*" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }
}
