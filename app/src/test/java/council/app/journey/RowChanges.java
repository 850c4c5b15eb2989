package council.app.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every row that the application inserts, updates or deletes in any table of a council, written
 * down by the database itself. The tables are those that the catalogue names, so a module's new
 * table is watched without anybody listing it.
 */
final class RowChanges {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WATCH =
      """
      create schema watch;
      create table watch.row_change (
        n bigint generated always as identity primary key,
        transaction text not null default pg_current_xact_id()::text,
        by_role text not null, tenant text, name text not null, old jsonb, new jsonb);
      create function watch.note() returns trigger language plpgsql security definer
        set search_path = pg_catalog as $$
      begin
        insert into watch.row_change (by_role, tenant, name, old, new)
        values (session_user, coalesce(to_jsonb(new), to_jsonb(old)) ->> 'tenant_id',
          tg_table_schema || '.' || tg_table_name,
          case when tg_op <> 'INSERT' then to_jsonb(old) end,
          case when tg_op <> 'DELETE' then to_jsonb(new) end);
        return null;
      end $$;
      do $$
      declare one regclass;
      begin
        for one in select a.attrelid from pg_attribute a
          join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
          where a.attname = 'tenant_id' and c.relnamespace <> 'watch'::regnamespace
        loop
          execute format('create trigger zz_watch after insert or update or delete on %s'
            ' for each row execute function watch.note()', one);
        end loop;
      end $$\
      """;

  private final Database database;

  private RowChanges(Database database) {
    this.database = database;
  }

  /**
   * @param transaction which changes were committed together
   * @param table with its schema, such as {@code platform.zone}
   * @param before absent where the row was inserted
   * @param after absent where it was deleted
   */
  record RowChange(
      String transaction,
      String tenant,
      String table,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {
    /** The row as it is now, or was at the end. */
    JsonNode row() {
      return after != null ? after : java.util.Objects.requireNonNull(before);
    }
  }

  /**
   * A column that leads to a row of another table.
   *
   * @param table whose column it is
   * @param target the table to which it leads
   */
  record Link(String table, String column, String target) {}

  /** Begins to watch a migrated database. */
  static RowChanges watch(Database database) {
    RowChanges changes = new RowChanges(database);
    changes.run(statement -> statement.execute(WATCH));
    return changes;
  }

  /** What the application did, in order; what tests do by hand is left out. */
  List<RowChange> list() {
    List<RowChange> changes = new ArrayList<>();
    run(statement -> {
      ResultSet rows =
          statement.executeQuery(
              "select transaction, tenant, name, old::text, new::text from watch.row_change"
                  + " where by_role = '"
                  + Database.APPLICATION
                  + "' order by n");
      while (rows.next()) {
        changes.add(
            new RowChange(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                json(rows.getString(4)),
                json(rows.getString(5))));
      }
      return true;
    });
    return changes;
  }

  /** The foreign keys of the catalogue, without the council's column that leads each of them. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    run(statement -> {
      ResultSet rows =
          statement.executeQuery(
              """
              select k.conrelid::regclass, a.attname, k.confrelid::regclass
              from pg_constraint k
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
              where k.contype = 'f' and a.atttypid = 'uuid'::regtype\
              """);
      while (rows.next()) {
        links.add(new Link(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
      return true;
    });
    return links;
  }

  /** One question to the database, a column of texts. */
  List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    run(statement -> {
      ResultSet rows = statement.executeQuery(sql);
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return true;
    });
    return texts;
  }

  private interface Work {
    boolean on(Statement statement) throws SQLException;
  }

  private void run(Work work) {
    try (Connection superuser = database.connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      work.on(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
