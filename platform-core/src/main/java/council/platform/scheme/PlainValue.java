package council.platform.scheme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import council.platform.json.CanonicalJson;
import council.platform.json.StrictJson;

/**
 * Any value of JSON in a scheme, such as the facts of a worked example. Numbers with a fraction are
 * exact text, as everywhere in canonical JSON; there is no null in it.
 */
public record PlainValue(String canonicalJson) {
  /** Of maps, lists and scalars, of a record or of a {@code JsonNode}. */
  public static PlainValue of(Object value) {
    return new PlainValue(CanonicalJson.text(value));
  }

  public JsonNode json() {
    try {
      return StrictJson.mapper().readTree(canonicalJson);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected canonical JSON as a plain value", e);
    }
  }
}
