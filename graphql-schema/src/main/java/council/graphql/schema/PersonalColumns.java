package council.graphql.schema;

import council.platform.personal.PersonalTable;
import council.platform.personal.PersonalTable.PersonalColumn;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whether something that a read type declares looks at a personal column. */
final class PersonalColumns {
  private final List<PersonalTable> tables;
  private final @Nullable PersonalTable own;

  /**
   * @param own the marked table that the type reads, if it is one
   */
  PersonalColumns(List<PersonalTable> tables, @Nullable PersonalTable own) {
    this.tables = tables;
    this.own = own;
  }

  boolean has(Field<?> column) {
    return own != null && own.findColumn(column.getName()).isPresent();
  }

  /** By the words of its SQL: rather once too often than not at all. */
  boolean isLookedAtBy(QueryPart part) {
    String sql = DSL.using(SQLDialect.POSTGRES).render(part);
    return tables.stream()
        .anyMatch(table -> (table.equals(own) || names(sql, table)) && looks(sql, table));
  }

  private static boolean names(String sql, PersonalTable table) {
    return word(sql, table.name().last());
  }

  private static boolean looks(String sql, PersonalTable table) {
    return table.columns().stream().map(PersonalColumn::name).anyMatch(name -> word(sql, name));
  }

  private static boolean word(String sql, @Nullable String name) {
    return Pattern.compile(
            "(?<![A-Za-z0-9_])" + Pattern.quote(String.valueOf(name)) + "(?![A-Za-z0-9_])")
        .matcher(sql)
        .find();
  }
}
