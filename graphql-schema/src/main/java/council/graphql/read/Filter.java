package council.graphql.read;

import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** What an argument of a list does to it. */
public sealed interface Filter {
  /** Equality, or one-of where the argument is a list. */
  record ByColumn(Field<?> column) implements Filter {}

  /** Any condition; its SQL may depend on the value. */
  record ByCondition(BiFunction<Table<?>, Object, Condition> condition) implements Filter {}
}
