package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of all keys of an example's facts that are unknown or missing, at once. */
final class FactKeys {
  private final Refusals refusals;

  FactKeys(Refusals refusals) {
    this.refusals = refusals;
  }

  /** Looks into records, lists, maps and Optionals; a value of another form is somebody else's. */
  void check(JsonNode value, Type type, String path) {
    if (type instanceof Class<?> plain && plain.isRecord() && value.isObject()) {
      object(value, plain.getRecordComponents(), path);
    }
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      inside(value, inner, generic.getRawType() == Optional.class, path);
    }
  }

  private void inside(JsonNode value, Type inner, boolean itself, String path) {
    if (itself) {
      check(value, inner, path);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(value.get(i), inner, Paths.index(path, i));
      }
    } else {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        check(member.getValue(), inner, Paths.key(path, member.getKey()));
      }
    }
  }

  private void object(JsonNode object, RecordComponent[] components, String path) {
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!names.contains(member.getKey())) {
        refusals.unknownKey(member.getKey(), names, Paths.key(path, member.getKey()));
      }
    }
    for (RecordComponent component : components) {
      String at = Paths.key(path, component.getName());
      JsonNode value = object.get(component.getName());
      if (value != null) {
        check(value, component.getGenericType(), at);
      } else if (isRequired(component)) {
        refusals.missing(at, "a value");
      }
    }
  }

  private static boolean isRequired(RecordComponent component) {
    return component.getType() != Optional.class
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
