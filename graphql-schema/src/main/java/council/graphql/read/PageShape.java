package council.graphql.read;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the rows of a page become a connection's nodes, edges and pageInfo. */
final class PageShape {
  private final ExecutableNormalizedField field;
  private final String list;
  private final List<Integer> keyPlaces;
  private final List<Part> parts = new ArrayList<>();

  PageShape(ExecutableNormalizedField field, String list, List<Integer> keyPlaces) {
    this.field = field;
    this.list = list;
    this.keyPlaces = keyPlaces;
  }

  private record Rows(List<List<@Nullable Object>> rows, boolean more, ReadRequest request) {}

  @FunctionalInterface
  private interface Part {
    void put(Rows rows, Map<String, @Nullable Object> connection);
  }

  /** Whatever of the page is asked for, a cursor alone: each row counts as read. */
  void addSeen(ObjectShape people) {
    parts.add((rows, connection) -> rows.rows().forEach(r -> people.read(r, rows.request())));
  }

  void addNodes(ExecutableNormalizedField nodes, ObjectShape shape) {
    String key = ObjectShape.link(nodes.getResultKey());
    parts.add((rows, connection) ->
        connection.put(key, rows.rows().stream().map(r -> shape.read(r, rows.request())).toList()));
  }

  void addEdges(ExecutableNormalizedField edges, Map<String, ObjectShape> nodes) {
    String key = ObjectShape.link(edges.getResultKey());
    parts.add((rows, connection) ->
        connection.put(
            key, rows.rows().stream().map(r -> edge(r, nodes, rows.request())).toList()));
  }

  private Map<String, @Nullable Object> edge(
      List<@Nullable Object> row, Map<String, ObjectShape> nodes, ReadRequest request) {
    Map<String, @Nullable Object> edge = new HashMap<>();
    nodes.forEach((key, shape) -> edge.put(key, shape.read(row, request)));
    edge.put("cursor", cursor(row));
    return edge;
  }

  void addPageInfo(ExecutableNormalizedField pageInfo) {
    String key = ObjectShape.link(pageInfo.getResultKey());
    parts.add((rows, connection) -> connection.put(key, pageInfo(rows)));
  }

  private Map<String, @Nullable Object> pageInfo(Rows rows) {
    Map<String, @Nullable Object> info = new HashMap<>();
    info.put("hasNextPage", rows.more());
    info.put("hasPreviousPage", Paging.after(rows.request().values(), field) != null);
    info.put("startCursor", rows.rows().isEmpty() ? null : cursor(rows.rows().getFirst()));
    info.put("endCursor", rows.rows().isEmpty() ? null : cursor(rows.rows().getLast()));
    return info;
  }

  private @Nullable String cursor(List<@Nullable Object> row) {
    if (keyPlaces.isEmpty()) {
      return null;
    }
    List<@Nullable String> values = new ArrayList<>();
    keyPlaces.forEach(place -> values.add(ObjectShape.text(row, place)));
    return new Cursor(list, values).encoded();
  }

  Map<String, @Nullable Object> read(List<List<@Nullable Object>> rows, ReadRequest request) {
    int first = Paging.first(request.values(), field);
    boolean more = rows.size() > first;
    Rows page = new Rows(more ? rows.subList(0, first) : rows, more, request);
    Map<String, @Nullable Object> connection = new HashMap<>();
    parts.forEach(part -> part.put(page, connection));
    return connection;
  }
}
