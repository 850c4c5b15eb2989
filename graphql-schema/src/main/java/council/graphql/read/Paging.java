package council.graphql.read;

import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import graphql.normalized.ExecutableNormalizedField;
import org.jspecify.annotations.Nullable;

/** The arguments {@code first} and {@code after} of every connection. */
public final class Paging {
  public static final int DEFAULT_FIRST = 50;
  public static final int MAX_FIRST = 200;

  private Paging() {}

  /** How many rows a page holds at most. */
  public static int first(RequestValues values, ExecutableNormalizedField field) {
    Object first = values.find(field, "first");
    if (first == null) {
      return DEFAULT_FIRST;
    }
    int asked = (Integer) first;
    if (asked < 1 || asked > MAX_FIRST) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST,
          "Argument first must be between 1 and %d, but was %d.".formatted(MAX_FIRST, asked));
    }
    return asked;
  }

  static @Nullable String after(RequestValues values, ExecutableNormalizedField field) {
    Object after = values.find(field, "after");
    return after == null ? null : after.toString();
  }

  /** What of a cursor shows in the statement: which of its values are null. */
  public static String shapeOf(@Nullable Object after) {
    return after == null ? "absent" : Cursor.shapeOf(after.toString());
  }
}
