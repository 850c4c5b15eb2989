package council.graphql.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import council.graphql.run.GraphqlLimits;
import council.graphql.run.GraphqlRequest;
import council.platform.problem.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a GraphQL request strictly: UTF-8 and JSON, or it is refused with what is wrong. */
final class RequestReader {
  /** Code of the purpose for which personal data are read. */
  private static final String PURPOSE = "X-Purpose";

  private final ObjectMapper json;
  private final GraphqlLimits limits;

  RequestReader(GraphqlLimits limits) {
    this.limits = limits;
    int longest = (int) Math.min(Integer.MAX_VALUE, limits.maxBodySize());
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(longest).maxNestingDepth(100).build();
    this.json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  /** A request that is no GraphQL request. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final HttpStatus status;
    private final ErrorCode code;

    Unreadable(HttpStatus status, ErrorCode code, String message) {
      super(message);
      this.status = status;
      this.code = code;
    }

    Unreadable(String message) {
      this(HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST, message);
    }

    HttpStatus status() {
      return status;
    }

    ErrorCode code() {
      return code;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  GraphqlRequest ofBody(HttpRequest<?> http, byte @Nullable [] body) throws Unreadable {
    checkType(http);
    if (body == null || body.length == 0) {
      throw new Unreadable("The body is empty; expected a JSON object with 'query'.");
    }
    if (body.length > limits.maxBodySize()) {
      throw new Unreadable(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          ErrorCode.LIMIT_EXCEEDED,
          "The body of a request may have at most %d bytes.".formatted(limits.maxBodySize()));
    }
    return request(object(utf8(body), "The body"), purpose(http));
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
          ErrorCode.BAD_REQUEST,
          "Send application/json in UTF-8.");
    }
  }

  private static String utf8(byte[] body) throws Unreadable {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("The body is not valid UTF-8.");
    }
  }

  private JsonNode object(String text, String what) throws Unreadable {
    try {
      JsonNode node = json.readTree(text);
      if (node != null && node.isObject()) {
        if (!WholeText.isWhole(node)) {
          throw new Unreadable(what + " holds an unpaired surrogate, which is no character.");
        }
        return node;
      }
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      throw new Unreadable(
          at == null
              ? what + " is not valid JSON."
              : "%s is not valid JSON at line %d, column %d."
                  .formatted(what, at.getLineNr(), at.getColumnNr()));
    }
    throw new Unreadable(what + " must be a JSON object.");
  }

  private static @Nullable String purpose(HttpRequest<?> http) {
    return http.getHeaders().get(PURPOSE);
  }

  private GraphqlRequest request(JsonNode body, @Nullable String purpose) throws Unreadable {
    JsonNode query = body.path("query");
    JsonNode name = body.path("operationName");
    JsonNode variables = body.path("variables");
    if (!query.isTextual() || query.textValue().isBlank()) {
      throw new Unreadable("The body has no 'query', which must be a string.");
    }
    if (!isAbsent(name) && !name.isTextual()) {
      throw new Unreadable("'operationName' must be a string.");
    }
    if (!isAbsent(variables) && !variables.isObject()) {
      throw new Unreadable("'variables' must be an object.");
    }
    return new GraphqlRequest(
        query.textValue(), isAbsent(name) ? null : name.textValue(), map(variables), purpose);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private Map<String, Object> map(JsonNode variables) {
    return isAbsent(variables)
        ? Map.of()
        : json.convertValue(variables, new TypeReference<Map<String, Object>>() {});
  }

  GraphqlRequest ofQuery(HttpRequest<?> http) throws Unreadable {
    var parameters = http.getParameters();
    String query = parameters.get("query");
    if (query == null || query.isBlank()) {
      throw new Unreadable("The parameter 'query' is missing.");
    }
    String variables = parameters.get("variables");
    return new GraphqlRequest(
        query,
        parameters.get("operationName"),
        variables == null || variables.isBlank()
            ? Map.of()
            : map(object(variables, "The parameter 'variables'")),
        purpose(http));
  }
}
