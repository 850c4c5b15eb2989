package council.graphql.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLError;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;

/** An error in the form that every error has, where there is no GraphQL answer to hold it. */
final class ErrorBody {
  private static final ObjectMapper JSON = ResponseJson.mapper();

  private ErrorBody() {}

  static MutableHttpResponse<byte[]> response(HttpStatus status, GraphQLError error) {
    return CountedOutcome.note(
        HttpResponse.<byte[]>status(status)
            .contentType(MediaType.APPLICATION_JSON_TYPE)
            .body(bytes(error)),
        List.of(error));
  }

  static byte[] bytes(GraphQLError error) {
    return bytes(Map.of("errors", List.of(error.toSpecification())));
  }

  static byte[] bytes(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON", e);
    }
  }
}
