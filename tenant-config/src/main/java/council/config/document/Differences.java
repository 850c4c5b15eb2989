package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.problem.NearestName;
import council.platform.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a result is not what was expected: objects by the keys that are expected, lists by length
 * and position, numbers by value.
 */
final class Differences {
  private static final int LONGEST_SHOWN = 200;

  private final List<Problem> found = new ArrayList<>();

  private Differences() {}

  static List<Problem> of(JsonNode expected, JsonNode actual, String path) {
    Differences differences = new Differences();
    differences.compare(expected, actual, path);
    return differences.found;
  }

  private void compare(JsonNode expected, JsonNode actual, String path) {
    if (expected.isObject() && actual.isObject()) {
      for (Map.Entry<String, JsonNode> member : expected.properties()) {
        member(member.getKey(), member.getValue(), actual, path);
      }
    } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        compare(expected.get(i), actual.get(i), Paths.index(path, i));
      }
    } else if (!same(expected, actual)) {
      differ(shown(expected), shown(actual), path, describedSize(expected, actual));
    }
  }

  private void member(String key, JsonNode expected, JsonNode holder, String path) {
    String at = Paths.key(path, key);
    JsonNode actual = holder.get(key);
    if (actual != null) {
      compare(expected, actual, at);
      return;
    }
    List<String> known = new ArrayList<>();
    holder.fieldNames().forEachRemaining(known::add);
    differ(shown(expected), null, at, NearestName.hint(key, known));
  }

  /** A decimal of a result is text, so that numbers are compared by what they read as. */
  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isContainerNode() || actual.isContainerNode()) {
      return false;
    }
    if (isNumber(expected) && isNumber(actual)) {
      return new BigDecimal(expected.asText()).compareTo(new BigDecimal(actual.asText())) == 0;
    }
    return expected.isBoolean() == actual.isBoolean() && expected.asText().equals(actual.asText());
  }

  private static boolean isNumber(JsonNode node) {
    return node.isIntegralNumber()
        || (node.isTextual() && Shape.Decimal.TEXT.matcher(node.asText()).matches());
  }

  private static String describedSize(JsonNode expected, JsonNode actual) {
    return expected.isArray() && actual.isArray()
        ? ", which are " + actual.size() + " items and not " + expected.size() + "."
        : ".";
  }

  private void differ(String expected, @Nullable String actual, String path, String end) {
    String message =
        "Expected %s, but found %s%s"
            .formatted(expected, actual == null ? "nothing of that name" : actual, end);
    found.add(new Problem("EXAMPLE_DIFFERS", path, message, actual, expected));
  }

  private static String shown(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : node.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
  }
}
