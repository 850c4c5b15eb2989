package council.app.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Cursors as somebody would forge them who has looked into one. */
final class CursorForms {
  private CursorForms() {}

  /** The same place in the order, at a row that nobody has: the next id. */
  static Inputs.Given besideNobody(String cursor) {
    ArrayNode values = decoded(cursor);
    String id = values.path(values.size() - 1).asText();
    char last = id.charAt(id.length() - 1);
    char next = last == 'f' ? 'e' : Character.forDigit(Character.digit(last, 16) + 1, 16);
    values.set(values.size() - 1, values.textNode(id.substring(0, id.length() - 1) + next));
    return new Inputs.Given(
        JsonNodeFactory.instance.textNode(cursor),
        JsonNodeFactory.instance.textNode(encoded(values)));
  }

  static ArrayNode decoded(String cursor) {
    try {
      return (ArrayNode) Caller.JSON.readTree(Base64.getUrlDecoder().decode(cursor));
    } catch (IOException e) {
      throw new UncheckedIOException("A cursor is no list of values any more: " + cursor, e);
    }
  }

  static String encoded(ArrayNode values) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Caller.JSON.writeValueAsBytes(values));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
