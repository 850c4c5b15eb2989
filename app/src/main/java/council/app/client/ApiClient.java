package council.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import council.platform.personal.Purpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends GraphQL operations over HTTP, in the name of one token. */
public final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private final HttpClient http;
  private final URI endpoint;
  private final String token;
  private final @Nullable String purpose;

  /**
   * @param url address of the instance, such as {@code http://localhost:8080}
   */
  public ApiClient(String url, String token) {
    this(
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build(),
        URI.create(url.replaceAll("/+$", "") + "/graphql"),
        token,
        null);
  }

  private ApiClient(HttpClient http, URI endpoint, String token, @Nullable String purpose) {
    this.http = http;
    this.endpoint = endpoint;
    this.token = token;
    this.purpose = purpose;
  }

  /** The same client, saying what personal data are read for. */
  public ApiClient withPurpose(Purpose stated) {
    return new ApiClient(http, endpoint, token, stated.name());
  }

  /** The {@code data} of the answer; refuses an answer with errors. */
  public JsonNode execute(String document, Map<String, ?> variables) {
    JsonNode answer = send(document, variables);
    JsonNode errors = answer.path("errors");
    if (!errors.isEmpty()) {
      throw new ClientFailure(messages(errors));
    }
    return answer.path("data");
  }

  /** The whole answer as it came, errors included. */
  public JsonNode send(String document, Map<String, ?> variables) {
    HttpResponse<String> response = post(body(document, variables));
    JsonNode answer = parse(response);
    if (!answer.has("data") && !answer.has("errors")) {
      throw new ClientFailure(
          "%s answered with status %d and something that is not GraphQL: %s"
              .formatted(endpoint, response.statusCode(), beginning(response.body())));
    }
    return answer;
  }

  private static String body(String document, Map<String, ?> variables) {
    ObjectNode request = JSON.createObjectNode();
    request.put("query", document);
    request.set("variables", JSON.valueToTree(variables));
    try {
      return JSON.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Variables cannot be written as JSON", e);
    }
  }

  private HttpResponse<String> post(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json, application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (purpose != null) {
      request.header("X-Purpose", purpose);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ClientFailure(
          "No answer from %s (%s). Does the instance run? ./council demo starts one."
              .formatted(
                  endpoint,
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientFailure("Interrupted while waiting for " + endpoint);
    }
  }

  private JsonNode parse(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new ClientFailure(
          "%s answered with status %d and something that is not JSON: %s"
              .formatted(endpoint, response.statusCode(), beginning(response.body())));
    }
  }

  private static String beginning(String text) {
    return text.length() > 200 ? text.substring(0, 200) + " ..." : text;
  }

  private static List<String> messages(JsonNode errors) {
    List<String> messages = new ArrayList<>();
    for (JsonNode error : errors) {
      String code = error.path("extensions").path("code").asText("");
      String message = error.path("message").asText();
      messages.add(code.isEmpty() ? message : code + ": " + message);
    }
    return messages;
  }
}
