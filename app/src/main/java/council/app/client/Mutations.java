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
public final class Mutations {
  private Mutations() {}

  /** The payload, if it has no problems; refuses with all of them, one a line. */
  public static JsonNode run(ApiClient api, String field, String selection, Map<String, ?> input) {
    return run(api, field, selection, inputType(field), input);
  }

  /** The same, for a field whose input is not named like itself. */
  static JsonNode run(
      ApiClient api, String field, String selection, String type, Map<String, ?> input) {
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    return accepted(
        api.execute(document(field, selection, type), Map.of("input", complete)).path(field));
  }

  /** The text that is sent for a mutation. */
  static String document(String field, String selection) {
    return document(field, selection, inputType(field));
  }

  private static String document(String field, String selection, String type) {
    return "mutation Run($input: %s!) { %s(input: $input) { %s problems { code path message value expected } } }"
        .formatted(type, field, selection);
  }

  private static String inputType(String field) {
    return Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
  }

  private static JsonNode accepted(JsonNode payload) {
    List<String> lines = new ArrayList<>();
    payload.path("problems").forEach(problem -> lines.add(ProblemLine.of(problem)));
    if (!lines.isEmpty()) {
      throw new ClientFailure(lines);
    }
    return payload;
  }
}
