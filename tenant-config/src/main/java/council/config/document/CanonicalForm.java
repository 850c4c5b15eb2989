package council.config.document;

import council.platform.json.CanonicalJson;
import council.platform.scheme.PlainValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective document: every default filled in, remarks left out, in the form in which the same
 * values always have the same bytes. Reading it gives the same records and the same hash.
 */
final class CanonicalForm {
  private CanonicalForm() {}

  static String of(SchemeModel model, SchemeHeader header, Map<String, Object> sections) {
    Map<String, Object> document = new LinkedHashMap<>(composite(model.header(), header));
    for (SchemeModel.Section<?> section : model.sections()) {
      Object bound = sections.get(section.declared().name());
      if (bound != null) {
        document.put(section.declared().name(), composite(section.shape(), bound));
      }
    }
    return CanonicalJson.text(document);
  }

  /** The value as maps, lists, scalars and JSON nodes. */
  static Object value(Shape shape, Object value) {
    return switch (shape) {
      case Shape.Words _, Shape.Whole _, Shape.Decimal _, Shape.TrueOrFalse _ -> value;
      case Shape.Formatted _ -> value.toString();
      case Shape.Choice _ -> ((Enum<?>) value).name();
      case Shape.ListOf(Shape item) -> list(item, (Iterable<?>) value);
      case Shape.SetOf(Shape item) -> set(item, (Iterable<?>) value);
      case Shape.MapOf map -> map(map, (Map<?, ?>) value);
      case Shape.Alternatives alternatives -> alternative(alternatives, value);
      case Shape.Free _ -> ((PlainValue) value).json();
      case Shape.Composite composite -> composite(composite, value);
    };
  }

  private static List<Object> list(Shape item, Iterable<?> values) {
    List<Object> list = new ArrayList<>();
    values.forEach(value -> list.add(value(item, value)));
    return list;
  }

  private static List<Object> set(Shape item, Iterable<?> values) {
    List<Object> list = list(item, values);
    list.sort(Comparator.comparing(CanonicalJson::text));
    return list;
  }

  private static Map<String, Object> map(Shape.MapOf shape, Map<?, ?> values) {
    Map<String, Object> map = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> map.put(value(shape.key(), key).toString(), value(shape.value(), value)));
    return map;
  }

  private static Map<String, Object> alternative(Shape.Alternatives shape, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, Shape.Composite> kind : shape.kinds().entrySet()) {
      if (kind.getValue().type() == value.getClass()) {
        map.put("kind", kind.getKey());
        map.putAll(composite(kind.getValue(), value));
      }
    }
    return map;
  }

  private static Map<String, Object> composite(Shape.Composite shape, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Component component : shape.components()) {
      @Nullable Object held = component.valueIn(value);
      if (held != null) {
        map.put(component.name(), value(component.shape(), held));
      }
    }
    return map;
  }
}
