package council.framework.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Many rows in few statements. */
final class Bulk {
  private static final int ROWS_A_STATEMENT = 1_000;

  private Bulk() {}

  /** Inserts one row per item; columns that are not filled keep their default. */
  static <R extends Record, T> void insert(
      DSLContext db, Table<R> table, List<T> items, BiConsumer<R, T> fill) {
    for (int from = 0; from < items.size(); from += ROWS_A_STATEMENT) {
      var chunk = items.subList(from, Math.min(items.size(), from + ROWS_A_STATEMENT));
      var rows = chunk.stream().map(item -> row(db, table, item, fill)).toList();
      var filled =
          Arrays.stream(table.fields()).filter(rows.getFirst()::touched).toArray(Field<?>[]::new);
      var values = rows.stream().map(row -> row.into(filled)).toList();
      db.insertInto(table, filled).valuesOfRecords(values).execute();
    }
  }

  private static <R extends Record, T> R row(
      DSLContext db, Table<R> table, T item, BiConsumer<R, T> fill) {
    R row = db.newRecord(table);
    fill.accept(row, item);
    return row;
  }
}
