package council.graphql.run;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a value holds on to, roughly in characters. */
final class Weights {
  private static final long PLAIN = 8;

  private Weights() {}

  static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case CharSequence text -> text.length();
      case Collection<?> all -> PLAIN + all.stream().mapToLong(Weights::of).sum();
      case Map<?, ?> map ->
          PLAIN + map.entrySet().stream().mapToLong(e -> of(e.getKey()) + of(e.getValue())).sum();
      default -> value.toString().length();
    };
  }
}
