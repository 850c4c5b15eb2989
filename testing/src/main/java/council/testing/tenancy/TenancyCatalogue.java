package council.testing.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Asks the catalogue of a database about the tables of some schemas. */
public final class TenancyCatalogue {
  private static final String COLUMNS =
      """
      select c.oid::regclass::text, a.attname, format_type(a.atttypid, null)
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity = ''
      where n.nspname = any (?) and c.relkind in ('r', 'p') and c.relname <> 'flyway_history'
        and not c.oid::regclass::text = any (?)
      order by n.nspname, c.relname, a.attnum\
      """;

  private final Connection connection;
  private final List<String> schemas;

  /**
   * @param connection of a superuser, who sees everything
   */
  public TenancyCatalogue(Connection connection, Collection<String> schemas) {
    this.connection = connection;
    this.schemas = List.copyOf(schemas);
  }

  /** A column that can be written. */
  public record Column(String name, String type) {}

  /** A table, quoted and qualified as SQL wants it. */
  public record Table(String name, List<Column> columns) {
    public boolean has(String column) {
      return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Everything that breaks the rule; empty is good. */
  public List<String> offenders(TenancyRule rule) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(rule.sql())) {
      bind(statement);
      List<String> offenders = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          offenders.add(rows.getString(1));
        }
      }
      return offenders;
    }
  }

  public List<Table> tables() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      bind(statement);
      List<Table> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (tables.isEmpty() || !tables.getLast().name().equals(rows.getString(1))) {
            tables.add(new Table(rows.getString(1), new ArrayList<>()));
          }
          tables.getLast().columns().add(new Column(rows.getString(2), rows.getString(3)));
        }
      }
      return tables;
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
    statement.setArray(
        2, connection.createArrayOf("text", InstanceTables.REASONS.keySet().toArray()));
  }
}
