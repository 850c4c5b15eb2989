package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Payloads of mutations: what changed, or every problem. */
final class Payloads {
  private Payloads() {}

  /** The payload, if it has no problems; else all of them, one a line. */
  static JsonNode accepted(JsonNode payload) {
    List<String> lines = new ArrayList<>();
    for (JsonNode problem : payload.path("problems")) {
      String path = problem.path("path").asText("");
      lines.add(
          (path.isEmpty() ? "" : path + ": ")
              + problem.path("message").asText()
              + " ["
              + problem.path("code").asText()
              + "]");
    }
    if (!lines.isEmpty()) {
      throw new ClientFailure(lines);
    }
    return payload;
  }
}
