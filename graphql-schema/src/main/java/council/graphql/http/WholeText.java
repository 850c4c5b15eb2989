package council.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Finds halves of characters, which JSON can escape but no database and no answer can hold. */
final class WholeText {
  private WholeText() {}

  static boolean isWhole(JsonNode node) {
    if (node.isTextual()) {
      return isWhole(node.textValue());
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!isWhole(property.getKey())) {
        return false;
      }
    }
    for (JsonNode child : node) {
      if (!isWhole(child)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
