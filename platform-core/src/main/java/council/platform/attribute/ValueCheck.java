package council.platform.attribute;

import council.platform.expression.Value;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import council.platform.scheme.CodesSection.Code;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds one value against the type of its attribute. */
final class ValueCheck {
  private final String path;
  private final Problems problems;

  ValueCheck(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  /**
   * @param codes of the attribute's list, if it has one
   * @param today codes that may be chosen on another day only are refused
   * @return empty where there is a problem
   */
  Optional<Value> check(
      AttributeType type, String given, Map<String, Code> codes, LocalDate today) {
    return switch (type) {
      case AttributeType.Text text -> text(given, text.maxLength());
      case AttributeType.Code _ -> code(given, codes, today);
      case AttributeType.WholeNumber _,
          AttributeType.Decimal _,
          AttributeType.TrueOrFalse _,
          AttributeType.Date _ ->
          type.valueType()
              .read(given)
              .map(value -> inRange(type, value))
              .orElseGet(() -> wrong(type, given));
    };
  }

  private Optional<Value> wrong(AttributeType type, String given) {
    String expected =
        switch (type) {
          case AttributeType.WholeNumber _ -> "a whole number such as 12";
          case AttributeType.Decimal _ -> "a decimal such as 1.5";
          case AttributeType.TrueOrFalse _ -> "true or false";
          case AttributeType.Date _ -> "a date such as 2015-06-01";
          case AttributeType.Text _, AttributeType.Code _ -> "text";
        };
    return refuse("WRONG_TYPE", given, expected);
  }

  private Optional<Value> inRange(AttributeType type, Value value) {
    return switch (type) {
      case AttributeType.WholeNumber(Long min, Long max)
          when value instanceof Value.WholeNumber(long number) ->
          within(value, number, min, max);
      case AttributeType.Decimal decimal when value instanceof Value.Decimal(BigDecimal number) ->
          number.scale() > decimal.scale()
              ? refuse(
                  "OUT_OF_RANGE",
                  value.canonical(),
                  "a number with at most " + decimal.scale() + " digits after the point")
              : within(value, number, decimal.min(), decimal.max());
      case AttributeType.Date(LocalDate earliest, LocalDate latest)
          when value instanceof Value.Date(LocalDate date) ->
          within(value, date, earliest, latest);
      case AttributeType.Text _,
          AttributeType.Code _,
          AttributeType.WholeNumber _,
          AttributeType.Decimal _,
          AttributeType.TrueOrFalse _,
          AttributeType.Date _ ->
          Optional.of(value);
    };
  }

  private <T extends Comparable<? super T>> Optional<Value> within(
      Value value, T found, @Nullable T lowest, @Nullable T highest) {
    if (lowest != null && found.compareTo(lowest) < 0) {
      return refuse("OUT_OF_RANGE", value.canonical(), "at least " + lowest);
    }
    if (highest != null && found.compareTo(highest) > 0) {
      return refuse("OUT_OF_RANGE", value.canonical(), "at most " + highest);
    }
    return Optional.of(value);
  }

  private Optional<Value> text(String given, int longest) {
    Optional<String> fault = TextRule.findFault(given, longest);
    if (fault.isPresent()) {
      problems.add(
          "BAD_TEXT",
          path,
          TextRule.shown(given),
          "text of at most " + longest + " characters",
          "The text " + fault.get() + ".");
      return Optional.empty();
    }
    return Optional.of(new Value.Text(given));
  }

  private Optional<Value> code(String given, Map<String, Code> codes, LocalDate today) {
    Map<String, Code> open = new TreeMap<>(codes);
    open.values().removeIf(code -> !code.holdsOn(today));
    if (open.containsKey(given)) {
      return Optional.of(new Value.Text(given));
    }
    problems.add(
        "UNKNOWN_CODE",
        path,
        TextRule.shown(given),
        open.isEmpty()
            ? "no code, since none is open"
            : "one of " + String.join(", ", open.keySet()),
        "\""
            + TextRule.shown(given)
            + "\" cannot be chosen"
            + NearestName.hint(given, open.keySet()));
    return Optional.empty();
  }

  private Optional<Value> refuse(String code, String given, String expected) {
    String shown = TextRule.shown(given);
    problems.add(
        code, path, shown, expected, "Expected " + expected + ", but found \"" + shown + "\".");
    return Optional.empty();
  }
}
