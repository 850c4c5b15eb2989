package council.platform.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the role of the running application must not be able to do, itself or as any role that it is
 * a member of: SET ROLE makes it that one. With any of it everything would seem to work, and
 * nothing would keep the councils apart.
 */
public final class ApplicationRole {
  private static final String RIGHTS =
      """
      with self as (select oid, rolname, rolsuper from pg_roles where rolname = current_user),
      reached as (
        select r.* from pg_roles r, self s
        where r.oid = s.oid or (not s.rolsuper and pg_has_role(s.oid, r.oid, 'member')))
      select s.rolname, r.rolname, held.what
      from self s, reached r, lateral (values
        (1, 'SUPERUSER', r.rolsuper),
        (2, 'BYPASSRLS', r.rolbypassrls),
        (3, 'CREATEROLE', r.rolcreaterole),
        (4, 'CREATEDB', r.rolcreatedb),
        (5, 'REPLICATION', r.rolreplication),
        (6, 'TABLES', exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm')
            and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%')),
        (7, 'DATABASE', exists (
          select from pg_database d where d.datname = current_database() and d.datdba = r.oid)),
        (8, 'SERVER', r.rolname in (
          'pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files',
          'pg_write_server_files', 'pg_execute_server_program'))
      ) as held (position, what, yes)
      where held.yes
      order by r.oid <> s.oid, r.rolname, held.position
      """;

  private ApplicationRole() {}

  /** Everything that the role of the connection has and may not have, each with what to do. */
  public static List<String> findFaults(Connection connection) throws SQLException {
    List<String> faults = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RIGHTS)) {
      while (row.next()) {
        faults.add(fault(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return faults;
  }

  private static String fault(String user, String role, String right) {
    if (role.equals(user)) {
      return switch (right) {
        case "TABLES", "DATABASE", "SERVER" ->
            "The role %s %s and may not serve. Serve with a login role that was only granted app_rw."
                .formatted(user, told(right));
        default ->
            "The role %s is %s and may not serve. Run: alter role %s no%s"
                .formatted(user, right, user, right.toLowerCase(Locale.ROOT));
      };
    }
    return "The role %s is a member of %s, which %s, and could act as it. Run: revoke %s from %s, or from the role through which it is one."
        .formatted(user, role, told(right), role, user);
  }

  private static String told(String right) {
    return switch (right) {
      case "TABLES" -> "owns tables";
      case "DATABASE" -> "owns the database";
      case "SERVER" -> "reads or writes all data or the server's files";
      default -> "is " + right;
    };
  }
}
