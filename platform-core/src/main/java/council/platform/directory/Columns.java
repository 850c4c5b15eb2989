package council.platform.directory;

import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Changes rows only where something differs. */
final class Columns {
  private Columns() {}

  /**
   * @param value absent leaves what is there
   * @return whether the row is different now
   */
  static <T> boolean put(Record row, Field<T> column, @Nullable T value) {
    if (value == null || value.equals(row.get(column))) {
      return false;
    }
    row.set(column, value);
    return true;
  }
}
