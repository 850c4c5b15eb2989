package council.config.document;

import council.platform.scheme.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inclusive bounds of a number; absent ends are open. */
public record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max) {
  static final Bounds OPEN = new Bounds(Optional.empty(), Optional.empty());

  static Bounds of(@Nullable Range range) {
    return range == null ? OPEN : new Bounds(bound(range.min()), bound(range.max()));
  }

  /** The tighter of the declared bounds and those of the Java type. */
  Bounds within(long lowest, long highest) {
    return new Bounds(
        Optional.of(min.orElse(BigDecimal.valueOf(lowest))),
        Optional.of(max.orElse(BigDecimal.valueOf(highest))));
  }

  boolean contain(BigDecimal number) {
    return min.map(low -> low.compareTo(number) <= 0).orElse(true)
        && max.map(high -> high.compareTo(number) >= 0).orElse(true);
  }

  /** Such as " from 1 to 4"; empty where both ends are open. */
  String described() {
    if (min.isPresent() && max.isPresent()) {
      return " from " + min.get().toPlainString() + " to " + max.get().toPlainString();
    }
    String atLeast = min.map(low -> " of at least " + low.toPlainString()).orElse("");
    return atLeast + max.map(high -> " of at most " + high.toPlainString()).orElse("");
  }

  private static Optional<BigDecimal> bound(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
