package council.testing.tenancy;

import council.testing.tenancy.TenancyCatalogue.Column;
import council.testing.tenancy.TenancyCatalogue.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows for any table, made from the types of its columns. They mean nothing; they are there to be
 * hidden. Checks, foreign keys and triggers have to be lifted first, in a database made for that.
 */
public final class SyntheticRows {
  private static final String CONSTRAINTS =
      """
      do $$
      declare one record;
      begin
        for one in select conrelid::regclass as target, conname from pg_constraint
          where contype in ('c', 'f', 'x') and conrelid <> 0 and connamespace::regnamespace::text in (%1$s)
        loop
          execute format('alter table %%s drop constraint %%I cascade', one.target, one.conname);
        end loop;
        for one in select distinct tgrelid::regclass as target from pg_trigger
          join pg_class on pg_class.oid = tgrelid
          where not tgisinternal and relnamespace::regnamespace::text in (%1$s)
        loop
          execute format('alter table %%s disable trigger user', one.target);
        end loop;
      end $$\
      """;

  private SyntheticRows() {}

  /**
   * Lifts what a row without meaning cannot keep. Row-level security and rights stay as they are.
   */
  public static void liftConstraints(Connection superuser, List<String> schemas)
      throws SQLException {
    String names = schemas.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    try (Statement statement = superuser.createStatement()) {
      statement.execute(CONSTRAINTS.formatted(names));
    }
  }

  /** An INSERT of one row of a tenant; everything that could be unique is new each time. */
  public static String insert(Table table, String tenant, UUID provider) {
    String columns =
        table.columns().stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));
    String values =
        table.columns().stream()
            .map(column -> value(column, tenant, provider))
            .collect(Collectors.joining(", "));
    return "insert into " + table.name() + " (" + columns + ") values (" + values + ")";
  }

  private static String value(Column column, String tenant, UUID provider) {
    if (column.name().equals("tenant_id")) {
      return "'" + tenant + "'";
    }
    if (column.name().equals("provider_id")) {
      return "'" + provider + "'";
    }
    return switch (column.type()) {
      case "uuid" -> "gen_random_uuid()";
      case "text", "character varying" -> "gen_random_uuid()::text";
      case "character" -> "'x'";
      case "smallint", "integer", "bigint" -> "(random() * 30000)::int";
      case "numeric" -> "random()";
      case "boolean" -> "true";
      case "date" -> "current_date + (random() * 30000)::int";
      case "timestamp with time zone", "timestamp without time zone" -> "clock_timestamp()";
      case "json", "jsonb" -> "'{}'";
      case "bytea" -> "'\\x00'";
      default -> literal(column.type());
    };
  }

  private static String literal(String type) {
    if (type.endsWith("[]")) {
      return "'{}'";
    }
    if (type.endsWith("range")) {
      return "'empty'";
    }
    throw new IllegalArgumentException(
        "Expected a type for which a value can be made up, but there is a column of " + type);
  }
}
