package council.app.isolation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in one column of one council and nowhere else.
 *
 * @param needle how it shows in any text that holds it
 * @param value what the column is given
 */
record Canary(String column, String needle, JsonNode value) {
  /** Words, and paths such as those of a scheme; no code, no figure. */
  private static final Pattern FREE_TEXT = Pattern.compile("[A-Za-z][A-Za-z']*([ .][A-Za-z']+)+");

  /** No date of any council lies in the years that follow. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1911, 1, 1);

  /**
   * Columns that hold words of the program itself, which no check of the database names. A module
   * that reads a column as an enum adds a check to its table, or the column's name here.
   */
  private static final Map<String, String> WORDS_OF_THE_PROGRAM =
      Map.of("role", "API_CLIENT", "purpose", "AUDIT");

  /**
   * What a column could be given, the most telling first; empty where its type has no room for it.
   *
   * @param type as {@code format_type} writes it, with its modifiers
   * @param number the number of the column among all
   */
  static List<Canary> candidates(String column, String type, int number, JsonNode present) {
    String base = type.replaceFirst("\\(.*", "");
    String word = WORDS_OF_THE_PROGRAM.get(column.replaceFirst(".*\\.", ""));
    if (word != null) {
      return List.of(none(column, TextNode.valueOf(word)));
    }
    return switch (base) {
      case "text", "character varying" -> texts(column, number, present);
      case "jsonb", "json" -> json(column, word(number), present);
      case "smallint" -> List.of(number(column, BigDecimal.valueOf(31_000 + number)));
      case "integer" -> List.of(number(column, BigDecimal.valueOf(1_873_000_000L + number)));
      case "bigint" -> List.of(number(column, BigDecimal.valueOf(1_973_000_000L + number)));
      case "numeric" -> numerics(column, type, number);
      case "date" -> List.of(day(column, number, ""));
      case "timestamp with time zone", "timestamp without time zone" ->
          List.of(day(column, number, "T04:17:23Z"));
      case "text[]" -> List.of(array(column, word(number)));
      default -> List.of();
    };
  }

  private static String word(int number) {
    return "Canary%04dwren".formatted(number);
  }

  private static List<Canary> texts(String column, int number, JsonNode present) {
    String text = present.asText("");
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return json(column, word(number), Caller.JSON.readTree(text)).stream()
            .map(c -> new Canary(column, c.needle, TextNode.valueOf(c.value.toString())))
            .toList();
      } catch (JsonProcessingException noJson) {
        // An ordinary text that begins with a bracket.
      }
    }
    String digits = "%08d".formatted(78_310_000 + number);
    String hash = "c0ffee%08d".formatted(number).repeat(5).substring(0, 64);
    return List.of(
        new Canary(column, word(number), TextNode.valueOf(word(number))),
        new Canary(column, digits, TextNode.valueOf(digits)),
        new Canary(
            column, "canary-" + number + "-", TextNode.valueOf("canary-" + number + "-wren")),
        new Canary(column, "CANARY" + number + "X", TextNode.valueOf("CANARY" + number + "X")),
        new Canary(column, hash, TextNode.valueOf(hash)));
  }

  /**
   * Its free texts grow, or an object gets one member more; the shape stays what the reader
   * expects.
   */
  private static List<Canary> json(String column, String word, JsonNode present) {
    JsonNode marked = marked(present, word);
    if (!marked.equals(present)) {
      return List.of(new Canary(column, word, marked));
    }
    return present instanceof ObjectNode object
        ? List.of(new Canary(column, word, object.deepCopy().put("canary", word)))
        : List.of();
  }

  private static JsonNode marked(JsonNode node, String word) {
    return switch (node) {
      case TextNode text when FREE_TEXT.matcher(text.textValue()).matches() ->
          TextNode.valueOf(text.textValue() + (text.textValue().contains(" ") ? " " : ".") + word);
      case ObjectNode object -> {
        ObjectNode copy = object.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
          copy.set(member.getKey(), marked(member.getValue(), word));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.forEach(element -> copy.add(marked(element, word)));
        yield copy;
      }
      default -> node;
    };
  }

  private static List<Canary> numerics(String column, String type, int number) {
    var limits = Pattern.compile("\\((\\d+),(\\d+)\\)").matcher(type);
    int scale = 4;
    int whole = 12;
    if (limits.find()) {
      scale = Integer.parseInt(limits.group(2));
      whole = Integer.parseInt(limits.group(1)) - scale;
    }
    BigDecimal large = BigDecimal.valueOf(87_310_000L + number);
    BigDecimal small =
        new BigDecimal("41.7%03d".formatted(number))
            .setScale(Math.min(scale, 4), java.math.RoundingMode.DOWN);
    Canary percent = number(column, small);
    return whole >= 8 ? List.of(number(column, large), percent) : List.of(percent);
  }

  private static Canary number(String column, BigDecimal value) {
    return new Canary(
        column,
        value.toPlainString(),
        com.fasterxml.jackson.databind.node.DecimalNode.valueOf(value));
  }

  private static Canary day(String column, int number, String time) {
    String day = FIRST_DAY.plusDays(number).toString();
    return new Canary(column, day, TextNode.valueOf(day + time));
  }

  private static Canary array(String column, String word) {
    return new Canary(column, word, Caller.JSON.createArrayNode().add(word));
  }

  /** The present value, where nothing else fits. */
  static Canary none(String column, @Nullable JsonNode present) {
    return new Canary(column, "", present == null ? Caller.JSON.nullNode() : present);
  }

  static boolean isWordOfTheProgram(String column) {
    return WORDS_OF_THE_PROGRAM.containsKey(column);
  }

  boolean isPlanted() {
    return !needle.isEmpty();
  }
}
