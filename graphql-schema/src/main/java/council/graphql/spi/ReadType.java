package council.graphql.spi;

import council.platform.identity.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The declaration of one read type: one line a column or a link. Nothing here runs a query. */
public interface ReadType {
  /**
   * GraphQL field from a column. The field {@code id} of a Node is answered without a declaration.
   */
  ReadType column(String field, Field<?> column);

  /** GraphQL field from an expression over the (aliased) table. */
  ReadType expression(String field, java.util.function.Function<Table<?>, Field<?>> expression);

  /** Link to one: this table's column holds the target's id. */
  ReadType one(String field, String targetType, Field<UUID> foreignKey);

  /** Link to one of the other side: the target's column holds this row's id, at most once. */
  ReadType oneBack(String field, String targetType, Field<UUID> targetForeignKey);

  /** Connection: the target's column holds this row's id. */
  ReadType many(String field, String targetType, Field<UUID> targetForeignKey);

  /**
   * Plain list without paging, for what cannot grow beyond some dozens: the target's column holds
   * this row's id. It takes the target's filters and {@code orderBy} as arguments, if any.
   */
  ReadType list(String field, String targetType, Field<UUID> targetForeignKey);

  /** Argument of every list of this type: equality, or one-of where the argument is a list. */
  ReadType filter(String argument, Field<?> column);

  /** Argument of every list of this type, as a condition over the (aliased) table. */
  ReadType filter(String argument, BiFunction<Table<?>, Object, Condition> condition);

  /**
   * A value of the list's {@code orderBy} enum. The id is always appended as the last key. The
   * first order declared is the default.
   */
  ReadType order(String enumValue, List<OrderKey> keys);

  /** A field worked out in Java from columns of the same row, without further reads. */
  ReadType computed(String field, List<Field<?>> needs, Computation computation);

  /** One column of an order. */
  record OrderKey(Field<?> column, boolean descending) {
    public static OrderKey asc(Field<?> column) {
      return new OrderKey(column, false);
    }

    public static OrderKey desc(Field<?> column) {
      return new OrderKey(column, true);
    }
  }

  /** The columns that a computation asked for, typed as jOOQ types them. */
  interface Row {
    <T> @Nullable T get(Field<T> column);
  }

  /** A pure function of a row and of who asks. */
  @FunctionalInterface
  interface Computation {
    @Nullable Object compute(Row row, Actor actor);
  }
}
