package council.platform.attribute;

import org.jspecify.annotations.Nullable;

/**
 * A value that somebody gives.
 *
 * @param value as text: 12, 1.5, true, 2015-06-01 or a code; absent or empty takes the value away
 */
public record Given(String code, @Nullable String value) {
  boolean clears() {
    return value == null || value.isEmpty();
  }
}
