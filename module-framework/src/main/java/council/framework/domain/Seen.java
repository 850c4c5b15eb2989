package council.framework.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures that a rule saw, in the order in which they are told. */
final class Seen {
  private final Map<String, String> figures = new LinkedHashMap<>();

  private Seen() {}

  static Seen of(String name, Object value) {
    return new Seen().and(name, value);
  }

  static Seen nothing() {
    return new Seen();
  }

  /** Leaves the figure out where there is none. */
  Seen and(String name, @Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      figures.put(name, decimal.toPlainString());
    } else if (value instanceof Collection<?> several) {
      figures.put(name, String.join(", ", several.stream().map(Object::toString).toList()));
    } else if (value != null) {
      figures.put(name, value.toString());
    }
    return this;
  }

  Map<String, String> map() {
    return figures;
  }
}
