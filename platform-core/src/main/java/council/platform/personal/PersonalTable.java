package council.platform.personal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A table or view that holds rows about people, as the database's catalogue marks it.
 *
 * @param link column with the person's id, or with the id of the parent's row that leads to them
 * @param parent the marked table through which the person is found; absent where the link is direct
 * @param columns the columns that are personal
 */
public record PersonalTable(
    Name name,
    boolean view,
    String link,
    @Nullable PersonalTable parent,
    List<PersonalColumn> columns) {
  private static final Field<String> TENANT = DSL.field(DSL.name("tenant_id"), SQLDataType.CLOB);
  private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

  /** Schema and name of a table, however it was declared. */
  public static Name nameOf(Table<?> table) {
    Schema schema = table.getSchema();
    Name name =
        schema == null ? table.getQualifiedName() : DSL.name(schema.getName(), table.getName());
    return name.unquotedName();
  }

  public Optional<PersonalColumn> findColumn(String column) {
    return columns.stream().filter(one -> one.name().equals(column)).findFirst();
  }

  public Table<?> table() {
    return DSL.table(name);
  }

  /** Which row of the table it is about, as an expression over the table under an alias. */
  public Field<UUID> personOf(Name alias) {
    Field<UUID> key = DSL.field(alias.append(link), SQLDataType.UUID);
    if (parent == null) {
      return key;
    }
    Name above = DSL.name(alias.last() + "_parent");
    return DSL.field(
        DSL.select(parent.personOf(above))
            .from(parent.table().as(above))
            .where(in(above, TENANT).eq(in(alias, TENANT)))
            .and(in(above, ID).eq(key)));
  }

  /** The rows of the table, under an alias, that are about that person. */
  Condition isAbout(Name alias, UUID person) {
    Field<UUID> key = DSL.field(alias.append(link), SQLDataType.UUID);
    if (parent == null) {
      return key.eq(person);
    }
    Name above = DSL.name(alias.last() + "_parent");
    return key.in(
        DSL.select(in(above, ID))
            .from(parent.table().as(above))
            .where(parent.isAbout(above, person)));
  }

  private static <T> Field<T> in(Name alias, Field<T> column) {
    return DSL.field(alias.append(column.getUnqualifiedName()), column.getDataType());
  }

  /**
   * A personal column.
   *
   * @param type as PostgreSQL names it, such as {@code text[]}
   * @param unique whether no two rows may have the same value
   */
  public record PersonalColumn(String name, String type, boolean nullable, boolean unique) {}
}
