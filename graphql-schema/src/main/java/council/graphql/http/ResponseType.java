package council.graphql.http;

import council.graphql.run.GraphqlAnswer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Optional;

/** The two media types of an answer, and the status codes that go with each. */
enum ResponseType {
  /** A refused operation has a status of its own. */
  GRAPHQL_RESPONSE("application/graphql-response+json"),
  /** Older clients look at the body alone: what GraphQL refuses is 200 too. */
  JSON("application/json");

  private final MediaType mediaType;

  ResponseType(String mediaType) {
    this.mediaType = MediaType.of(mediaType);
  }

  MediaType mediaType() {
    return mediaType;
  }

  HttpStatus status(GraphqlAnswer answer) {
    return switch (this) {
      case JSON -> HttpStatus.OK;
      case GRAPHQL_RESPONSE -> answer.ran() ? HttpStatus.OK : answer.refusedWith();
    };
  }

  /** What the client accepts; JSON where it does not say. */
  static Optional<ResponseType> of(HttpRequest<?> http) {
    if (!http.getHeaders().contains(HttpHeaders.ACCEPT)) {
      return Optional.of(JSON);
    }
    List<MediaType> accepted = http.getHeaders().accept();
    for (MediaType media : accepted) {
      for (ResponseType type : values()) {
        if (media.getName().equalsIgnoreCase(type.mediaType.getName())) {
          return Optional.of(type);
        }
      }
      if (media.getName().equals("*/*") || media.getName().equals("application/*")) {
        return Optional.of(GRAPHQL_RESPONSE);
      }
    }
    return Optional.empty();
  }
}
