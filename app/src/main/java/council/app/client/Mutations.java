package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Runs one mutation by the API's conventions: one input, an idempotency key, problems in the
 * payload.
 */
final class Mutations {
  private Mutations() {}

  /** The payload, if it has no problems; refuses with all of them, one a line. */
  static JsonNode run(ApiClient api, String field, String selection, Map<String, ?> input) {
    String type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    return run(api, field, selection, type, input);
  }

  /** The same, for a field whose input is not named like itself. */
  static JsonNode run(
      ApiClient api, String field, String selection, String type, Map<String, ?> input) {
    String document =
        "mutation Run($input: %s!) { %s(input: $input) { %s problems { code path message value expected } } }"
            .formatted(type, field, selection);
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    return accepted(api.execute(document, Map.of("input", complete)).path(field));
  }

  private static JsonNode accepted(JsonNode payload) {
    List<String> lines = new ArrayList<>();
    for (JsonNode problem : payload.path("problems")) {
      lines.add(
          ProblemLine.of(
              problem.path("path").asText(""),
              problem.path("message").asText(),
              problem.path("value").textValue(),
              problem.path("expected").textValue(),
              problem.path("code").asText()));
    }
    if (!lines.isEmpty()) {
      throw new ClientFailure(lines);
    }
    return payload;
  }
}
