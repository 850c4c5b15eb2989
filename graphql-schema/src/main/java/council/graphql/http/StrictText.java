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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** UTF-8 and JSON without exceptions to the rule: no doubled names, nothing after the end. */
final class StrictText {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 500;

  private final ObjectMapper json;

  /**
   * @param longest characters of a string
   */
  StrictText(int longest) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxStringLength(longest)
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_NAME)
            .build();
    this.json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  static String utf8(byte[] body) throws Unreadable {
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

  JsonNode json(String text, String what) throws Unreadable {
    try {
      JsonNode node = json.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new Unreadable(what + " is not valid JSON.");
      }
      if (!WholeText.isWhole(node)) {
        throw new Unreadable(what + " holds an unpaired surrogate, which is no character.");
      }
      return node;
    } catch (JacksonException notJson) {
      var at = notJson.getLocation();
      throw new Unreadable(
          at == null
              ? what + " is not valid JSON."
              : "%s is not valid JSON at line %d, column %d."
                  .formatted(what, at.getLineNr(), at.getColumnNr()));
    }
  }

  Map<String, Object> map(JsonNode object) {
    return json.convertValue(object, new TypeReference<Map<String, Object>>() {});
  }
}
