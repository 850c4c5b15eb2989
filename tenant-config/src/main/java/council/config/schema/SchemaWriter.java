package council.config.schema;

import council.config.document.Bounds;
import council.config.document.Component;
import council.config.document.Shape;
import council.platform.scheme.Doc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes shapes as JSON Schema; records become definitions, so that a record may contain itself.
 */
final class SchemaWriter {
  private static final String KIND = "kind";
  private static final String FREE = "Value";

  private final Map<String, Object> definitions = new TreeMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  Map<String, Object> definitions() {
    return definitions;
  }

  static Map<String, Object> note() {
    return with(type("string"), "description", "A remark; it changes nothing.");
  }

  Map<String, Object> schema(Shape shape) {
    return switch (shape) {
      case Shape.Words _ -> with(type("string"), "maxLength", Shape.Words.LONGEST);
      case Shape.Whole whole -> bounded(type("integer"), whole.typeBounds());
      case Shape.Decimal decimal -> decimal(decimal);
      case Shape.TrueOrFalse _ -> type("boolean");
      case Shape.Formatted text -> formatted(text);
      case Shape.Choice choice -> words(List.copyOf(choice.words().keySet()));
      case Shape.ListOf(Shape item) -> with(type("array"), "items", schema(item));
      case Shape.SetOf(Shape item) ->
          with(with(type("array"), "items", schema(item)), "uniqueItems", true);
      case Shape.MapOf map -> map(map);
      case Shape.Alternatives alternatives -> alternatives(alternatives);
      case Shape.Free _ -> free();
      case Shape.Composite composite -> reference(composite);
    };
  }

  Map<String, Object> component(Component component) {
    Map<String, Object> schema = schema(component.shape());
    if (component.allowsNull()) {
      schema = Map.of("anyOf", List.of(schema, type("null")));
    }
    Map<String, Object> described = new LinkedHashMap<>(schema);
    String text = description(component.doc(), component.rules());
    if (!text.isEmpty()) {
      described.put("description", text);
    }
    component.findDefault().ifPresent(value -> described.put("default", value));
    return described;
  }

  /** A record as an object; with its kind where it is one of several. */
  Map<String, Object> object(Shape.Composite shape, Optional<String> kind) {
    Map<String, Object> properties = new TreeMap<>();
    List<String> required = new ArrayList<>();
    properties.put("note", note());
    kind.ifPresent(word -> properties.put(KIND, Map.of("const", word)));
    kind.ifPresent(_ -> required.add(KIND));
    for (Component component : shape.components()) {
      properties.put(component.name(), component(component));
      if (component.isRequired()) {
        required.add(component.name());
      }
    }
    Map<String, Object> object = type("object");
    Doc doc = shape.type().getAnnotation(Doc.class);
    if (doc != null) {
      object.put("description", description(doc.value(), List.of(doc.rules())));
    }
    object.put("properties", properties);
    object.put("required", required);
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> reference(Shape.Composite shape) {
    String name = name(shape.type());
    if (definitions.putIfAbsent(name, Map.of()) == null) {
      definitions.put(name, object(shape, Optional.empty()));
    }
    return refer(name);
  }

  private Map<String, Object> alternatives(Shape.Alternatives shape) {
    String name = name(shape.type());
    if (definitions.putIfAbsent(name, Map.of()) == null) {
      List<Object> choices = new ArrayList<>();
      shape.kinds().forEach((kind, record) -> choices.add(object(record, Optional.of(kind))));
      if (!shape.bareKinds().isEmpty()) {
        choices.add(words(shape.bareKinds()));
      }
      definitions.put(name, with(new LinkedHashMap<>(), "oneOf", choices));
    }
    return refer(name);
  }

  /** Anything but null, at any depth. */
  private Map<String, Object> free() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", List.of("object", "array", "string", "number", "boolean"));
    value.put("additionalProperties", refer(FREE));
    value.put("items", refer(FREE));
    definitions.putIfAbsent(FREE, value);
    return refer(FREE);
  }

  private Map<String, Object> map(Shape.MapOf shape) {
    Map<String, Object> object =
        with(type("object"), "additionalProperties", schema(shape.value()));
    if (shape.hasNotes()) {
      object.put("properties", Map.of("note", note()));
    }
    if (shape.key() instanceof Shape.Choice choice) {
      List<String> keys = new ArrayList<>(choice.words().keySet());
      keys.add("note");
      object.put("propertyNames", words(keys));
    }
    return object;
  }

  private static Map<String, Object> formatted(Shape.Formatted shape) {
    Map<String, Object> text = with(type("string"), shape.keyword(), shape.form());
    return shape.isDate() ? with(text, "pattern", Shape.Formatted.DATE) : text;
  }

  private static Map<String, Object> decimal(Shape.Decimal shape) {
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("type", List.of("number", "string"));
    number.put("pattern", "^" + Shape.Decimal.TEXT.pattern() + "$");
    return bounded(number, shape.bounds());
  }

  private static Map<String, Object> bounded(Map<String, Object> number, Bounds bounds) {
    bounds.min().ifPresent(min -> number.put("minimum", min));
    bounds.max().ifPresent(max -> number.put("maximum", max));
    return number;
  }

  private static String description(String doc, List<String> rules) {
    return rules.isEmpty() ? doc : (doc + " (" + String.join(", ", rules) + ")").strip();
  }

  /** Such as {@code Vehicle} or {@code GeographySection.Zone}; a name that is taken is numbered. */
  private String name(Class<?> type) {
    String plain = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    return names.computeIfAbsent(type, _ -> free(plain));
  }

  private String free(String plain) {
    String name = plain;
    for (int number = 2; name.equals(FREE) || names.containsValue(name); number++) {
      name = plain + number;
    }
    return name;
  }

  private static Map<String, Object> refer(String name) {
    return with(new LinkedHashMap<>(), "$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> words(List<String> words) {
    return with(new LinkedHashMap<>(), "enum", words);
  }

  private static Map<String, Object> type(String type) {
    return with(new LinkedHashMap<>(), "type", type);
  }

  private static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
    schema.put(key, value);
    return schema;
  }
}
