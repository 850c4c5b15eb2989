package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import council.graphql.read.GlobalId;
import council.graphql.read.ReadDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose the rows behind the API's objects are, asked of the database and its policies. */
final class Owners {
  private static final String POLICY =
      """
      select pg_get_expr(polqual, polrelid) from pg_policy
      where polrelid = ?::regclass and polname = 'provider'\
      """;
  private static final Pattern OWN = Pattern.compile("\\(?\"?(\\w+)\"? = ANY");
  private final World world;
  private final Map<String, Optional<String>> columns = new HashMap<>();

  Owners(World world) {
    this.world = world;
  }

  /** What a policy lets users of a provider see of a table. */
  enum Visibility {
    OWN,
    NONE,
    ALL
  }

  Visibility visibility(String type) {
    String policy = policy(table(type));
    if (policy.contains("app.providers")) {
      return Visibility.OWN;
    }
    return policy.contains("'provider'") ? Visibility.ALL : Visibility.NONE;
  }

  String table(String type) {
    return world
        .api()
        .findDeclaration(type)
        .map(ReadDeclaration::table)
        .map(t -> t.getSchema().getName() + "." + t.getName())
        .orElseThrow(() -> new AssertionError(type + " is not declared over a table"));
  }

  private String policy(String table) {
    List<String> found = new ArrayList<>();
    world.tables().query(POLICY, List.of(table), row -> found.add(row.getString(1)));
    if (found.isEmpty()) {
      throw new AssertionError(
          table + " has no policy for providers; the owner of its rows cannot be told");
    }
    return found.getFirst();
  }

  /** The column that says whose a row is; empty where every provider sees it. */
  private Optional<String> column(String table) {
    return columns.computeIfAbsent(
        table,
        t -> {
          Matcher own = OWN.matcher(policy(t));
          return own.find() ? Optional.of(own.group(1)) : Optional.empty();
        });
  }

  /** Ids of the rows of a provider behind a type, as the database has them. */
  Set<String> idsOf(String type, String council, UUID provider) {
    String table = table(type);
    Set<String> ids = new TreeSet<>();
    world
        .tables()
        .query(
            "select id from %s where tenant_id = ? and %s = ?"
                .formatted(table, column(table).orElseThrow()),
            List.of(council, provider),
            row -> ids.add(new GlobalId(type, row.getObject(1, UUID.class)).encoded()));
    return ids;
  }

  /** Objects of an answer whose rows are another council's or another provider's. */
  List<String> strangersIn(JsonNode answer, String council, UUID provider) {
    Map<String, Set<UUID>> byType = new TreeMap<>();
    collect(answer, byType);
    List<String> strangers = new ArrayList<>();
    byType.forEach((type, ids) -> {
      String table = table(type);
      String own =
          column(table).map(c -> c + " is not distinct from ?::uuid").orElse("?::uuid is not null");
      world
          .tables()
          .query(
              "select id from %s where id = any (?) and not (tenant_id = ? and %s)"
                  .formatted(table, own),
              List.of(ids.toArray(UUID[]::new), council, provider),
              row -> strangers.add(type + " " + row.getString(1)));
    });
    return strangers;
  }

  static void collect(JsonNode node, Map<String, Set<UUID>> byType) {
    if (node.path("id").isTextual()) {
      GlobalId id = GlobalId.get("id", node.path("id").asText());
      byType.computeIfAbsent(id.type(), t -> new TreeSet<>()).add(id.id());
    }
    node.forEach(child -> collect(child, byType));
  }
}
