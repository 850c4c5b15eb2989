package council.app.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends GraphQL over HTTP and is told every byte of the answer.
 *
 * @param name as reports call it
 * @param token absent for the anonymous
 * @param purpose for which personal data are read; absent where none is open
 */
record Caller(String name, URI endpoint, @Nullable String token, @Nullable String purpose) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int PATIENCE = 60;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();

  /** What came back. */
  record Answer(int status, String body) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("Answered with status " + status + " and no JSON: " + body, e);
      }
    }

    JsonNode data() {
      return json().path("data");
    }

    /** The code of the first error; empty where there is none. */
    String code() {
      return json().path("errors").path(0).path("extensions").path("code").asText("");
    }
  }

  /** Asks again, as it is told to, where so many have come without a token that it has to wait. */
  Answer ask(String document, Map<String, ?> variables) {
    for (int attempt = 1; ; attempt++) {
      Answer answer = askOnce(document, variables);
      if (attempt == PATIENCE || answer.status() != TOO_MANY_REQUESTS) {
        return answer;
      }
      LockSupport.parkNanos(Duration.ofMillis(1_100).toNanos());
    }
  }

  private Answer askOnce(String document, Map<String, ?> variables) {
    try {
      HttpResponse<String> response =
          HTTP.send(
              request(document, variables),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError(name + " got no answer to " + document, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest request(String document, Map<String, ?> variables) {
    ObjectNode body = JSON.createObjectNode().put("query", document);
    body.set("variables", JSON.valueToTree(variables));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (purpose != null) {
      request.header("X-Purpose", purpose);
    }
    return request.build();
  }

  static HttpClient http() {
    return HTTP;
  }

  @Override
  public String toString() {
    return name;
  }
}
