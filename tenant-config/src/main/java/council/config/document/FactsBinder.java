package council.config.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import council.platform.json.StrictJson;
import council.platform.problem.Problems;
import council.platform.scheme.PlainValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds an example's facts to the record that an engine decides on, as strictly as a replay. */
final class FactsBinder {
  private static final int LONGEST_SHOWN = 120;
  private static final Map<Class<?>, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "text"),
          Map.entry(BigDecimal.class, "a number"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(LocalDate.class, "a date such as 2015-06-01"),
          Map.entry(Instant.class, "a moment such as 2015-06-01T12:00:00Z"));

  private final Problems problems;

  FactsBinder(Problems problems) {
    this.problems = problems;
  }

  /** The facts as the record writes them; absent where they do not bind, which is told. */
  Optional<PlainValue> bind(PlainValue facts, Class<?> type, String path) {
    JsonNode json = facts.json();
    Problems keys = new Problems();
    new FactKeys(new Refusals(keys)).check(json, type, path);
    if (!keys.none()) {
      problems.addAll(keys.list());
      return Optional.empty();
    }
    try {
      return Optional.of(PlainValue.of(StrictJson.mapper().treeToValue(json, type)));
    } catch (JsonMappingException e) {
      tell(e, json, path);
    } catch (JsonProcessingException e) {
      problems.add("WRONG_TYPE", path, "Expected the facts of this kind of decision.");
    }
    return Optional.empty();
  }

  private void tell(JsonMappingException e, JsonNode facts, String path) {
    JsonNode found = facts;
    String at = path;
    for (Reference step : e.getPath()) {
      boolean named = step.getFieldName() != null;
      found = named ? found.path(step.getFieldName()) : found.path(step.getIndex());
      at = named ? Paths.key(at, step.getFieldName()) : Paths.index(at, step.getIndex());
    }
    switch (e) {
      case UnrecognizedPropertyException unknown -> unknownKey(unknown, at);
      case ValueInstantiationException refused -> refused(refused, at);
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          new Refusals(problems).unknown(shown(found), words(wrong.getTargetType()), at);
      case MismatchedInputException wrong -> mismatch(wrong.getTargetType(), found, at);
      default -> mismatch(null, found, at);
    }
  }

  private void unknownKey(UnrecognizedPropertyException e, String path) {
    List<String> known =
        e.getKnownPropertyIds().stream().map(Object::toString).sorted().distinct().toList();
    new Refusals(problems).unknownKey(e.getPropertyName(), known, path);
  }

  /** What a record itself refuses is worded by the record. */
  private void refused(ValueInstantiationException e, String path) {
    String message =
        e.getCause() instanceof IllegalArgumentException broken && broken.getMessage() != null
            ? broken.getMessage()
            : "Expected values that go together, but they do not.";
    problems.add("INVALID", path, message);
  }

  private void mismatch(@Nullable Class<?> type, JsonNode found, String path) {
    String expected = expected(type);
    if (found.isMissingNode()) {
      new Refusals(problems).missing(path, "a value");
      return;
    }
    problems.add(
        "WRONG_TYPE",
        path,
        shown(found),
        expected,
        "Expected %s, but found %s.".formatted(expected, shown(found)));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isRecord()) {
      return "an object with the keys "
          + String.join(
              ", ", Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).toList());
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (Map.class.isAssignableFrom(type)) {
      return "an object by code";
    }
    return SCALARS.getOrDefault(type, "another value");
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }

  private static String shown(JsonNode node) {
    String text = node.isValueNode() ? node.asText() : node.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
  }
}
