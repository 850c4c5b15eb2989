package council.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The same thing always gives the same bytes: RFC 8785 over the tree that {@link StrictJson}
 * writes, with three rules of our own. Decimals are text in plain notation and keep their scale, so
 * nothing is lost. A member that is null is left out. A whole number must be exact as a double (at
 * most 2^53 - 1 in size); larger ones are refused, give them as decimals.
 */
public final class CanonicalJson {
  private static final BigInteger LARGEST_EXACT =
      BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);

  private CanonicalJson() {}

  /** Canonical text of a record, map, list, scalar or {@code JsonNode}. */
  public static String text(Object value) {
    JsonNode tree = normalised(StrictJson.mapper().valueToTree(value));
    try {
      String json = StrictJson.mapper().writeValueAsString(tree);
      // The canonicaliser takes objects and arrays only; a scalar travels in an array.
      if (tree.isContainerNode()) {
        return new JsonCanonicalizer(json).getEncodedString();
      }
      String wrapped = new JsonCanonicalizer("[" + json + "]").getEncodedString();
      return wrapped.substring(1, wrapped.length() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** UTF-8 of {@link #text}. */
  public static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of the canonical bytes of a value, in lower-case hexadecimal. */
  public static String sha256Hex(Object value) {
    return sha256HexOf(bytes(value));
  }

  /** SHA-256 of text that is canonical already, in lower-case hexadecimal. */
  public static String sha256HexOf(String canonical) {
    return sha256HexOf(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes, in lower-case hexadecimal. */
  public static String sha256HexOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /**
   * Reads strictly.
   *
   * @throws IllegalArgumentException where the text does not bind to the type
   */
  public static <T> T read(String json, Class<T> type) {
    return read(json, StrictJson.mapper().constructType(type));
  }

  /** Reads a parameterised type strictly. */
  public static <T> T read(String json, JavaType type) {
    try {
      return StrictJson.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Expected JSON of " + type.toCanonical() + ", but " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode normalised(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .filter(member -> !member.getValue().isNull())
          .forEach(member -> copy.set(member.getKey(), normalised(member.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(element -> copy.add(normalised(element)));
      return copy;
    }
    return node.isNumber() ? exactNumber(node) : node;
  }

  private static JsonNode exactNumber(JsonNode number) {
    if (number.isBigDecimal()) {
      return JsonNodeFactory.instance.textNode(number.decimalValue().toPlainString());
    }
    if (number.isIntegralNumber() && number.bigIntegerValue().abs().compareTo(LARGEST_EXACT) > 0) {
      throw new IllegalArgumentException(
          "Expected a whole number of at most 2^53 - 1 in size, but it is " + number.asText());
    }
    return number;
  }
}
