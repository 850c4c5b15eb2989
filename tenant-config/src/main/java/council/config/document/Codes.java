package council.config.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By what the items of a list are told apart: their component {@code code}, else {@code name}. */
final class Codes {
  static final List<String> KEYS = List.of("code", "name");

  private Codes() {}

  /** Absent where an item has no code or two have the same. */
  static Optional<Map<String, Object>> byCode(Shape item, List<?> values) {
    if (!(item instanceof Shape.Composite) && !(item instanceof Shape.Alternatives)) {
      return Optional.empty();
    }
    Map<String, Object> byCode = new LinkedHashMap<>();
    for (Object value : values) {
      @Nullable String code =
          composite(item, value).flatMap(shape -> code(shape, value)).orElse(null);
      if (code == null || byCode.put(code, value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(byCode);
  }

  private static Optional<Shape.Composite> composite(Shape item, Object value) {
    return switch (item) {
      case Shape.Composite composite -> Optional.of(composite);
      case Shape.Alternatives alternatives -> alternatives.kindOf(value);
      case Shape.Words _,
          Shape.Whole _,
          Shape.Decimal _,
          Shape.TrueOrFalse _,
          Shape.Formatted _,
          Shape.Choice _,
          Shape.ListOf _,
          Shape.SetOf _,
          Shape.MapOf _,
          Shape.Free _ ->
          Optional.empty();
    };
  }

  private static Optional<String> code(Shape.Composite shape, Object value) {
    return KEYS.stream()
        .flatMap(key -> shape.findComponent(key).stream())
        .filter(component -> component.shape() instanceof Shape.Words)
        .flatMap(component -> Stream.ofNullable(component.valueIn(value)))
        .map(Object::toString)
        .findFirst();
  }
}
