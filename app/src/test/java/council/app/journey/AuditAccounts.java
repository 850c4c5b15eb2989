package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.RowChanges.Link;
import council.app.journey.RowChanges.RowChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit accounts for what was changed. A changed row is accounted for by a row of the
 * audit, of the same council and the same transaction, whose subject is the row itself or what it
 * belongs to by its foreign keys. Of the subject itself every changed column must be told: the old
 * value before, the new one after or as the reason.
 */
final class AuditAccounts {
  private static final String AUDIT = "platform.audit";

  /** Columns that tell nothing by themselves. */
  private static final Set<String> PLUMBING =
      Set.of("tenant_id", "id", "revision", "created_at", "updated_at");

  private final List<RowChange> changes;
  private final Map<String, List<Link>> links;
  private final Map<String, String> bookkeeping;
  private final Map<String, String> untold;
  private final Set<String> personal;
  private final Map<String, JsonNode> latest = new HashMap<>();
  private final Map<String, List<JsonNode>> audits;
  private final Map<String, List<JsonNode>> bySubject = new HashMap<>();
  private final Map<String, ToldValues> told = new HashMap<>();

  /**
   * @param bookkeeping tables that need no audit, each with the reason
   * @param untold columns ({@code schema.table.column}) whose values the audit leaves out, each
   *     with the reason
   * @param personal columns with personal values, which the audit must leave out
   */
  AuditAccounts(
      List<RowChange> changes,
      List<Link> links,
      Map<String, String> bookkeeping,
      Map<String, String> untold,
      Set<String> personal) {
    this.changes = changes;
    this.links = links.stream().collect(Collectors.groupingBy(Link::table));
    this.bookkeeping = bookkeeping;
    this.untold = untold;
    this.personal = personal;
    this.audits =
        changes.stream()
            .filter(change -> change.table().equals(AUDIT))
            .collect(
                Collectors.groupingBy(
                    AuditAccounts::key, Collectors.mapping(RowChange::row, Collectors.toList())));
    audits.forEach((key, rows) ->
        rows.forEach(one ->
            bySubject
                .computeIfAbsent(
                    key + "/" + one.path("subject_id").asText(), _ -> new ArrayList<>())
                .add(one)));
    changes.forEach(change -> latest.put(place(change.table(), idOf(change.row())), change.row()));
  }

  /** Everything that the audit does not account for, one line for each kind of gap. */
  Set<String> gaps() {
    Set<String> gaps = new TreeSet<>();
    for (RowChange change : changes) {
      if (!bookkeeping.containsKey(change.table())) {
        check(change, gaps);
      }
    }
    return gaps;
  }

  private void check(RowChange change, Set<String> gaps) {
    Set<String> owners = owners(change.table(), change.row());
    List<JsonNode> accounts = about(change, owners);
    if (accounts.isEmpty()) {
      gaps.add(
          "%s %s: no row of the audit is about it or what it belongs to; the transaction has %s"
              .formatted(kind(change), change.table(), actions(allOf(change))));
      return;
    }
    List<JsonNode> ofItself = about(change, Set.of(idOf(change.row())));
    if (!ofItself.isEmpty()) {
      checkTold(change, ofItself, gaps);
    }
    checkPersonal(change, gaps);
  }

  private List<JsonNode> about(RowChange change, Set<String> subjects) {
    return subjects.stream()
        .flatMap(id -> bySubject.getOrDefault(key(change) + "/" + id, List.of()).stream())
        .toList();
  }

  private List<JsonNode> allOf(RowChange change) {
    return audits.getOrDefault(key(change), List.of());
  }

  /** Values of all that the audit tells of the transaction. */
  private ToldValues allTold(RowChange change) {
    return told.computeIfAbsent(
        key(change),
        _ -> {
          ToldValues all = new ToldValues();
          allOf(change).forEach(one -> addTo(all, one, "before", "after"));
          return all;
        });
  }

  private static void addTo(ToldValues values, JsonNode audit, String... columns) {
    for (String column : columns) {
      values.add(RowChanges.json(audit.path(column).textValue()));
    }
    values.add(audit.path("why"));
  }

  private void checkTold(RowChange change, List<JsonNode> accounts, Set<String> gaps) {
    ToldValues before = new ToldValues();
    ToldValues after = new ToldValues();
    for (JsonNode one : accounts) {
      before.add(RowChanges.json(one.path("before").textValue()));
      addTo(after, one, "after");
    }
    for (String column : changedColumns(change)) {
      if (change.before() != null && !before.hold(change.before().path(column))) {
        gaps.add(gap(change, column, "its old value is not told before", accounts));
      }
      if (change.after() != null && !after.hold(change.after().path(column))) {
        gaps.add(gap(change, column, "its new value is not told after", accounts));
      }
    }
  }

  private void checkPersonal(RowChange change, Set<String> gaps) {
    change
        .row()
        .fieldNames()
        .forEachRemaining(column -> {
          JsonNode value = change.row().path(column);
          boolean isPersonal = personal.contains(change.table() + "." + column);
          if (isPersonal && value.isTextual() && allTold(change).hold(value)) {
            gaps.add(gap(change, column, "its personal value stands in the audit", allOf(change)));
          }
        });
  }

  private List<String> changedColumns(RowChange change) {
    List<String> columns = new ArrayList<>();
    change
        .row()
        .fieldNames()
        .forEachRemaining(column -> {
          String name = change.table() + "." + column;
          boolean same =
              change.before() != null
                  && change.after() != null
                  && change.before().path(column).equals(change.after().path(column));
          if (!same
              && !PLUMBING.contains(column)
              && !untold.containsKey(name)
              && !personal.contains(name)) {
            columns.add(column);
          }
        });
    return columns;
  }

  /** Ids of the row and of all that it belongs to, as far as rows of this test lead. */
  private Set<String> owners(String table, JsonNode row) {
    Set<String> owners = new LinkedHashSet<>();
    addOwners(table, row, owners, new HashSet<>());
    return owners;
  }

  private void addOwners(
      String table, @Nullable JsonNode row, Set<String> owners, Set<String> visited) {
    if (row == null || !visited.add(place(table, idOf(row)))) {
      return;
    }
    owners.add(idOf(row));
    for (Link link : links.getOrDefault(table, List.of())) {
      String id = row.path(link.column()).asText("");
      owners.add(id);
      addOwners(link.target(), latest.get(place(link.target(), id)), owners, visited);
    }
  }

  private static String idOf(JsonNode row) {
    return row.path("id").asText(row.toString());
  }

  private static String place(String table, String id) {
    return table + "/" + id;
  }

  private static String key(RowChange change) {
    return change.transaction() + "/" + change.tenant();
  }

  private static String kind(RowChange change) {
    return change.before() == null ? "insert" : change.after() == null ? "delete" : "update";
  }

  private static String gap(RowChange change, String column, String what, List<JsonNode> accounts) {
    return "%s %s.%s: %s (%s)"
        .formatted(kind(change), change.table(), column, what, actions(accounts));
  }

  private static Set<String> actions(List<JsonNode> audits) {
    return audits.stream()
        .map(one -> one.path("action").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
