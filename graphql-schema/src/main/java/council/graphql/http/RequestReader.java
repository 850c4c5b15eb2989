package council.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import council.graphql.run.Errors;
import council.graphql.run.GraphqlLimits;
import council.graphql.run.Limit;
import council.graphql.run.SentRequest;
import council.platform.problem.ErrorCode;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a GraphQL request strictly, or it is refused with what is wrong. */
final class RequestReader {
  /** Code of the purpose for which personal data are read. */
  private static final String PURPOSE = "X-Purpose";

  private final StrictText strict;
  private final GraphqlLimits limits;

  RequestReader(GraphqlLimits limits) {
    this.limits = limits;
    this.strict = new StrictText((int) limits.maxBodySize());
  }

  /**
   * What was sent.
   *
   * @param batch whether as an array, and to be answered as one
   */
  record Sent(List<SentRequest> requests, boolean batch) {}

  Sent ofBody(HttpRequest<?> http, byte @Nullable [] body) throws Unreadable {
    checkType(http);
    if (body == null || body.length == 0) {
      throw new Unreadable("The body is empty; expected a JSON object with 'query'.");
    }
    if (body.length > limits.maxBodySize()) {
      throw Unreadable.tooLarge(limits.maxBodySize(), body.length);
    }
    JsonNode json = strict.json(StrictText.utf8(body), "The body");
    String purpose = purpose(http);
    return json.isArray() ? batch(json, purpose) : new Sent(List.of(request(json, purpose)), false);
  }

  private static void checkType(HttpRequest<?> http) throws Unreadable {
    MediaType type = http.getContentType().orElse(null);
    boolean json = type != null && type.getName().equalsIgnoreCase(MediaType.APPLICATION_JSON);
    boolean utf8 =
        type == null
            || type.getParameters()
                .get("charset")
                .map(c -> c.toLowerCase(Locale.ROOT).equals("utf-8"))
                .orElse(true);
    if (!json || !utf8) {
      throw new Unreadable(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          Errors.error(ErrorCode.BAD_REQUEST, "Send application/json in UTF-8."));
    }
  }

  private Sent batch(JsonNode array, @Nullable String purpose) throws Unreadable {
    if (limits.maxBatch() == 0) {
      throw new Unreadable("The body must be a JSON object: this instance takes no arrays.");
    }
    if (array.isEmpty()) {
      throw new Unreadable("The array is empty; expected JSON objects with 'query'.");
    }
    if (array.size() > limits.maxBatch()) {
      throw new Unreadable(
          HttpStatus.BAD_REQUEST,
          Limit.BATCH.exceeded(
              limits.maxBatch(),
              array.size(),
              "A request may have at most %d operations, but has %d."
                  .formatted(limits.maxBatch(), array.size())));
    }
    List<SentRequest> requests = new ArrayList<>();
    for (JsonNode entry : array) {
      requests.add(request(entry, purpose));
    }
    return new Sent(requests, true);
  }

  private static @Nullable String purpose(HttpRequest<?> http) {
    return http.getHeaders().get(PURPOSE);
  }

  private SentRequest request(JsonNode body, @Nullable String purpose) throws Unreadable {
    if (!body.isObject()) {
      throw new Unreadable("The body must be a JSON object.");
    }
    String documentId = text(body, "documentId");
    String query = text(body, "query");
    if (documentId == null && (query == null || query.isBlank())) {
      throw new Unreadable(
          "The body has no 'query', which must be a string, and no 'documentId' in its place.");
    }
    object(body, "extensions");
    return new SentRequest(
        query, documentId, text(body, "operationName"), object(body, "variables"), purpose);
  }

  private static @Nullable String text(JsonNode body, String name) throws Unreadable {
    JsonNode value = body.path(name);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual()) {
      throw new Unreadable("'%s' must be a string.".formatted(name));
    }
    return value.textValue();
  }

  private Map<String, Object> object(JsonNode body, String name) throws Unreadable {
    JsonNode value = body.path(name);
    if (isAbsent(value)) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw new Unreadable("'%s' must be an object.".formatted(name));
    }
    return strict.map(value);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  Sent ofQuery(HttpRequest<?> http) throws Unreadable {
    HttpParameters parameters = http.getParameters();
    String query = parameter(parameters, "query");
    String documentId = parameter(parameters, "documentId");
    if (query == null && documentId == null) {
      throw new Unreadable("The parameter 'query' is missing.");
    }
    inParameter(parameters, "extensions");
    return new Sent(
        List.of(
            new SentRequest(
                query,
                documentId,
                parameter(parameters, "operationName"),
                inParameter(parameters, "variables"),
                purpose(http))),
        false);
  }

  private Map<String, Object> inParameter(HttpParameters parameters, String name)
      throws Unreadable {
    String value = parameter(parameters, name);
    if (value == null) {
      return Map.of();
    }
    String what = "The parameter '%s'".formatted(name);
    JsonNode json = strict.json(value, what);
    if (!json.isObject()) {
      throw new Unreadable(what + " must be a JSON object.");
    }
    return strict.map(json);
  }

  /** One that is empty is one that is left out; two of a kind are nobody's meaning. */
  private static @Nullable String parameter(HttpParameters parameters, String name)
      throws Unreadable {
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw new Unreadable("The parameter '%s' is given twice.".formatted(name));
    }
    return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
  }
}
