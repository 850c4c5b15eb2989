package council.graphql.host;

import java.time.LocalDate;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Forms that several declarations share. */
final class Columns {
  private Columns() {}

  /** A column of the table as it is aliased in the statement. */
  static <T> Field<T> of(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }

  /** The tables keep the first day after; people are told the last day. */
  static Field<LocalDate> lastDay(Table<?> table, Field<LocalDate> until) {
    return DSL.field("{0} - 1", LocalDate.class, of(table, until));
  }

  static Condition inForce(
      Table<?> table, Field<LocalDate> from, Field<LocalDate> until, LocalDate on) {
    return of(table, from).le(on).and(of(table, until).isNull().or(of(table, until).gt(on)));
  }
}
