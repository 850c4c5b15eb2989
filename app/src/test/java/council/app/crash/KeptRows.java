package council.app.crash;

import council.graphql.read.GlobalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the database holds, and everything about it that must not be. */
final class KeptRows {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NOTES =
      """
      select split_part(reference, '/', 1), split_part(reference, '/', 2) from platform.person
      where tenant_id = 'crash' order by 1, 2\
      """;
  private static final String USERS =
      "select label, '0' from platform.principal where tenant_id = 'crash' and label like 'user-%'"
          + " order by 1";
  private static final String PARTED =
      """
      select 'state without audit', p.reference from platform.person p
      where not exists (select from platform.audit a where a.subject_id = p.id)
      union all
      select 'audit without state', a.id::text from platform.audit a
      where a.action = 'Noted' and not exists (select from platform.person p where p.id = a.subject_id)
      union all
      select 'user without audit', p.label from platform.principal p
      where p.label like 'user-%' and (select count(*) from platform.audit a
        where a.subject_id = p.id and a.action = 'PrincipalCreated') <> 1
      union all
      select 'audit without event', a.id::text from platform.audit a
      where (select count(*) from platform.outbox o where o.audit_id = a.id) <> 1
      union all
      select 'event without audit', o.id::text from platform.outbox o
      where not exists (select from platform.audit a where a.id = o.audit_id)
      union all
      select 'note without job', split_part(p.reference, '/', 1) from platform.person p
      where split_part(p.reference, '/', 2) = '0' and (select count(*) from platform.job j
        where j.payload like '%' || split_part(p.reference, '/', 1) || '%') <> 1
      union all
      select 'job not done', j.id || ' ' || j.status || ' ' || coalesce(j.error_code, '')
      from platform.job j where j.kind = 'crash.note' and j.status <> 'SUCCEEDED'
      union all
      select 'scheduled for nothing', s.task_instance from platform.scheduled_job s
      where not exists (select from platform.job j
        where s.task_instance = j.tenant_id || '/' || j.id || '/' || j.series
          and j.finished_at is null)
      union all
      select 'open but not scheduled', j.id::text from platform.job j
      where j.finished_at is null and not exists (select from platform.scheduled_job s
        where s.task_instance = j.tenant_id || '/' || j.id || '/' || j.series)\
      """;
  private static final String OPEN =
      """
      select j.id::text, j.status from platform.job j
      where j.kind = 'crash.note' and j.finished_at is null
      union all
      select s.task_instance, 'scheduled' from platform.scheduled_job s
      where not exists (select from platform.job j
        where s.task_instance = j.tenant_id || '/' || j.id || '/' || j.series
          and j.finished_at is null)\
      """;

  private final CrashInstance instance;

  KeptRows(CrashInstance instance) {
    this.instance = instance;
  }

  /** Waits for the jobs, then tells everything that is not as it was promised. */
  List<String> violations(Map<String, String> acknowledged) throws SQLException {
    try (Connection connection = instance.connect()) {
      awaitJobs(connection);
      List<String> found = new ArrayList<>(rows(connection, PARTED));
      Map<String, String> kept = kept(connection);
      acknowledged
          .keySet()
          .forEach(key -> {
            String expected = key.startsWith("note-") ? "0123" : "0";
            String steps = kept.getOrDefault(key, "nothing");
            if (!steps.equals(expected)) {
              found.add("%s: expected %s once each, but kept %s".formatted(key, expected, steps));
            }
          });
      kept.keySet().stream()
          .filter(key -> !acknowledged.containsKey(key))
          .forEach(key -> found.add(key + " was kept but never acknowledged"));
      return found;
    }
  }

  /** Ids as the API gives them, in the order of the outbox. */
  List<String> events() throws SQLException {
    try (Connection connection = instance.connect()) {
      return rows(
              connection,
              "select id::text, '' from platform.outbox where tenant_id = 'crash'"
                  + " order by written_by, seq")
          .stream()
          .map(id -> new GlobalId("Event", UUID.fromString(id.strip())).encoded())
          .toList();
    }
  }

  private static Map<String, String> kept(Connection connection) throws SQLException {
    Map<String, String> kept = new TreeMap<>();
    List<String> all = new ArrayList<>(rows(connection, NOTES));
    all.addAll(rows(connection, USERS));
    for (String row : all) {
      String[] parts = row.split(" ");
      kept.merge(parts[0], parts[1], String::concat);
    }
    return kept;
  }

  private static void awaitJobs(Connection connection) throws SQLException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!rows(connection, OPEN).isEmpty() && Instant.now().isBefore(until)) {
      CrashInstance.pause(200);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
      return found;
    }
  }
}
