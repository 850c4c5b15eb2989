package council.app.isolation;

import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the catalogue says of a table: its columns and what holds of them. */
final class TableShape {
  private static final String COLUMNS =
      """
      select a.attname, format_type(a.atttypid, a.atttypmod),
        exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'p'
          and a.attnum = any (c.conkey)),
        exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype in ('c', 'f', 'x')
          and a.attnum = any (c.conkey))
      from pg_attribute a
      where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity = ''
      order by a.attnum\
      """;
  private static final String REFERENCES =
      """
      select confrelid::regclass::text,
        (select array_agg(a.attname::text order by k.n) from unnest(conkey) with ordinality k (c, n)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.c),
        (select array_agg(a.attname::text order by k.n) from unnest(confkey) with ordinality k (c, n)
          join pg_attribute a on a.attrelid = confrelid and a.attnum = k.c)
      from pg_constraint where contype = 'f' and conrelid = ?::regclass\
      """;
  private static final String COLUMNS_OF_CONSTRAINT =
      """
      select a.attname from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
      where c.conrelid = ?::regclass and c.conname = ?
      union
      select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indexrelid
      where i.indrelid = ?::regclass and i.indexrelid::regclass::text like '%' || ?\
      """;
  private static final String NAMES_IN_CHECK =
      """
      select (regexp_matches(pg_get_constraintdef(oid), $r$'([A-Za-z0-9_ -]+|[[]%]|[{]%})'::$r$, 'g'))[1]
      from pg_constraint where conrelid = ?::regclass and conname = ?\
      """;
  private final Connection connection;
  private final Table table;
  private final Map<String, Column> columns;
  private final List<Reference> references;

  private TableShape(Connection connection, Table table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.columns = readColumns();
    this.references = readReferences();
  }

  static TableShape of(Connection connection, Table table) throws SQLException {
    return new TableShape(connection, table);
  }

  /**
   * A column that can be written.
   *
   * @param type with its modifiers
   * @param constrained whether a check, a foreign key or an exclusion speaks of it
   */
  record Column(String type, boolean ofKey, boolean constrained) {
    boolean isText() {
      return type.equals("text");
    }

    boolean isUuid() {
      return type.equals("uuid");
    }
  }

  /** A foreign key, column by column. */
  record Reference(String table, List<String> from, List<String> to) {}

  Map<String, Column> columns() {
    return columns;
  }

  Column column(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }

  List<Reference> references() {
    return references;
  }

  boolean refersBy(String column) {
    return references.stream().anyMatch(reference -> reference.from().contains(column));
  }

  private Map<String, Column> readColumns() throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = prepare(COLUMNS, table.name());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        columns.put(
            rows.getString(1),
            new Column(rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
      }
    }
    return columns;
  }

  private List<Reference> readReferences() throws SQLException {
    List<Reference> references = new ArrayList<>();
    try (PreparedStatement statement = prepare(REFERENCES, table.name());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        references.add(
            new Reference(
                rows.getString(1),
                List.of((String[]) rows.getArray(2).getArray()),
                List.of((String[]) rows.getArray(3).getArray())));
      }
    }
    return references;
  }

  /**
   * Columns of which a constraint or an index of that name speaks, as far as they can be written.
   */
  List<String> columnsOf(String constraint) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(COLUMNS_OF_CONSTRAINT, table.name(), constraint, table.name(), constraint);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  /** The words that a check names; of a pattern for JSON, the shortest text that fits. */
  List<String> namesIn(String constraint) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = prepare(NAMES_IN_CHECK, table.name(), constraint);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1).replace("%", ""));
      }
    }
    return names;
  }

  private PreparedStatement prepare(String sql, String... binds) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < binds.length; i++) {
      statement.setString(i + 1, binds[i]);
    }
    return statement;
  }
}
