package council.graphql.read;

import council.graphql.spi.ReadType.Computation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;

/** How one field of a declared type is read. */
public sealed interface ReadField {
  record Column(Field<?> column) implements ReadField {}

  record Expression(Function<Table<?>, Field<?>> expression) implements ReadField {}

  record Computed(List<Field<?>> needs, Computation computation) implements ReadField {}

  /** A field that leads to another declared type. */
  sealed interface Link extends ReadField {
    String target();
  }

  record One(String target, Field<UUID> foreignKey) implements Link {}

  record OneBack(String target, Field<UUID> targetForeignKey) implements Link {}

  record Many(String target, Field<UUID> targetForeignKey) implements Link {}

  record Items(String target, Field<UUID> targetForeignKey) implements Link {}
}
