package council.platform.personal;

import council.platform.personal.PersonalTable.PersonalColumn;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which tables of all modules hold data about people: what the migrations have marked with {@code
 * platform.personal(...)}. Read once, when the instance starts.
 */
@Singleton
public final class PersonalCatalogue {
  private static final String MARKS =
      """
      select table_schema, table_name, is_view, link_column, parent_table, column_name, column_type,
        is_nullable, is_unique
      from platform.personal_mark order by table_schema, table_name, column_name\
      """;

  private final Map<Name, PersonalTable> tables;

  PersonalCatalogue(DataSource dataSource, DataSourceResolver resolver) {
    this(read(resolver.resolve(dataSource)));
  }

  private PersonalCatalogue(Collection<Mark> marks) {
    Map<Name, Mark> byName = new LinkedHashMap<>();
    marks.forEach(mark -> byName.put(mark.name(), mark));
    this.tables = new LinkedHashMap<>();
    byName.values().forEach(mark -> add(mark, byName));
  }

  /** Of no table at all: for schemas that are composed without a database. */
  public static PersonalCatalogue empty() {
    return new PersonalCatalogue(List.of());
  }

  private record Mark(
      Name name, boolean view, String link, @Nullable Name parent, List<PersonalColumn> columns) {}

  public List<PersonalTable> list() {
    return List.copyOf(tables.values());
  }

  /** A parent is marked before what leads through it, so there are no circles. */
  private PersonalTable add(Mark mark, Map<Name, Mark> marks) {
    PersonalTable known = tables.get(mark.name().unquotedName());
    if (known != null) {
      return known;
    }
    Mark above = mark.parent() == null ? null : marks.get(mark.parent());
    if (mark.parent() != null && above == null) {
      throw new IllegalStateException(
          "Expected %s to be marked, since %s leads to people through it"
              .formatted(mark.parent(), mark.name()));
    }
    PersonalTable table =
        new PersonalTable(
            mark.name(),
            mark.view(),
            mark.link(),
            above == null ? null : add(above, marks),
            List.copyOf(mark.columns()));
    tables.put(mark.name().unquotedName(), table);
    return table;
  }

  private static Collection<Mark> read(DataSource pool) {
    Map<Name, Mark> marks = new LinkedHashMap<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MARKS)) {
      while (rows.next()) {
        Name name = DSL.name(rows.getString(1), rows.getString(2));
        Mark mark = marks.get(name);
        if (mark == null) {
          mark = mark(name, rows);
          marks.put(name, mark);
        }
        if (rows.getString(6) != null) {
          mark.columns()
              .add(
                  new PersonalColumn(
                      rows.getString(6),
                      String.valueOf(rows.getString(7)),
                      rows.getBoolean(8),
                      rows.getBoolean(9)));
        }
      }
      return marks.values();
    } catch (SQLException e) {
      throw new IllegalStateException("The marks of personal data cannot be read", e);
    }
  }

  private static Mark mark(Name name, ResultSet row) throws SQLException {
    String parent = row.getString(5);
    return new Mark(
        name,
        row.getBoolean(3),
        row.getString(4),
        parent == null ? null : DSL.name(parent.split("\\.", 2)),
        new ArrayList<>());
  }
}
