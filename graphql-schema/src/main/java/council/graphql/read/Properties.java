package council.graphql.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the named parts of a record or a map. */
final class Properties {
  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          Map<String, Method> accessors = new HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            accessors.put(component.getName(), component.getAccessor());
          }
          return accessors;
        }
      };

  private Properties() {}

  static @Nullable Object get(Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (!value.getClass().isRecord()) {
      throw new IllegalStateException(
          "Expected a record or a map with '" + name + "', but was " + value.getClass().getName());
    }
    Method accessor = ACCESSORS.get(value.getClass()).get(name);
    if (accessor == null) {
      throw new IllegalStateException(value.getClass().getName() + " has no component " + name);
    }
    try {
      return accessor.invoke(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(value.getClass().getName() + "." + name, e.getCause());
    }
  }
}
