package council.graphql.read;

import council.graphql.schema.ComposedSchema;
import council.graphql.schema.RootField;
import council.graphql.spi.ReadType.OrderKey;
import council.platform.identity.Actor;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Answers the same declarations in the plainest way there is: one statement for each level, typed
 * rows, and pages cut in Java by position. What it shares with the compiler is the declarations.
 */
public final class BatchedOracle {
  private final ComposedSchema schema;
  private final RequestValues values;
  private final DSLContext db;
  private final Actor actor;

  public BatchedOracle(ComposedSchema schema, RequestValues values, DSLContext db, Actor actor) {
    this.schema = schema;
    this.values = values;
    this.db = db;
    this.actor = actor;
  }

  public Map<String, @Nullable Object> answer(List<ExecutableNormalizedField> roots) {
    Map<String, @Nullable Object> answers = new HashMap<>();
    for (ExecutableNormalizedField root : roots) {
      answers.put(ObjectShape.link(root.getResultKey()), root(root));
    }
    return answers;
  }

  private @Nullable Object root(ExecutableNormalizedField field) {
    return switch (schema.queries().get(field.getFieldName())) {
      case RootField.Connection(String type) -> {
        ReadDeclaration declared = schema.reads().get(type);
        yield page(declared, field, rows(declared, field, DSL.noCondition()));
      }
      case RootField.ById(String type) -> byId(type, field);
      case RootField.AnyNode ignored -> byId(id(field).type(), field);
      case null, default -> throw new IllegalArgumentException(field.getFieldName());
    };
  }

  private GlobalId id(ExecutableNormalizedField field) {
    return GlobalId.get("id", String.valueOf(values.find(field, "id")));
  }

  private @Nullable Object byId(String type, ExecutableNormalizedField field) {
    ReadDeclaration declared = schema.reads().get(type);
    List<Record> found = rows(declared, null, DSL.field("t.id", UUID.class).eq(id(field).id()));
    return !id(field).type().equals(type) || found.isEmpty()
        ? null
        : objects(declared, found, field.getChildren()).getFirst();
  }

  private List<Record> rows(
      ReadDeclaration type, @Nullable ExecutableNormalizedField list, Condition where) {
    Name t = DSL.name("t");
    List<SortField<?>> order = new ArrayList<>();
    List<OrderKey> keys = list == null ? List.of() : type.keysOf(values.find(list, "orderBy"));
    boolean last = !keys.isEmpty() && keys.getLast().descending();
    keys.forEach(k -> order.add(sort(ReadDeclaration.in(t, k.column()), k.descending())));
    order.add(sort(ReadDeclaration.in(t, ReadDeclaration.ID), last));
    Condition filtered = list == null ? where : where.and(filters(type, list));
    return new ArrayList<>(
        db.select(DSL.asterisk())
            .select(expressions(type))
            .from(type.table().as("t"))
            .where(DSL.field("t.tenant_id", String.class).eq(actor.tenant()))
            .and(filtered)
            .orderBy(order)
            .fetch());
  }

  private static List<Field<?>> expressions(ReadDeclaration type) {
    List<Field<?>> fields = new ArrayList<>();
    type.fields()
        .forEach((name, how) -> {
          if (how instanceof ReadField.Expression(var expression)) {
            fields.add(expression.apply(type.table().as("t")).as("=" + name));
          }
        });
    return fields;
  }

  private static SortField<?> sort(Field<?> field, boolean descending) {
    return descending ? field.desc().nullsFirst() : field.asc().nullsLast();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Condition filters(ReadDeclaration type, ExecutableNormalizedField list) {
    Condition all = DSL.noCondition();
    for (Map.Entry<String, Filter> filter : type.filters().entrySet()) {
      Object value = values.find(list, filter.getKey());
      if (value == null) {
        continue;
      }
      all =
          all.and(
              switch (filter.getValue()) {
                case Filter.ByCondition(var condition) ->
                    condition.apply(type.table().as("t"), value);
                case Filter.ByColumn(Field column) -> {
                  Field in = ReadDeclaration.in(DSL.name("t"), column);
                  yield value instanceof List several
                      ? in.in(several)
                      : in.eq(
                          column.getType() == UUID.class
                              ? GlobalId.get("x", value.toString()).id()
                              : value);
                }
              });
    }
    return all;
  }

  private Map<String, @Nullable Object> page(
      ReadDeclaration type, ExecutableNormalizedField field, List<Record> all) {
    int from = 0;
    Object after = values.find(field, "after");
    if (after != null) {
      Ordering ordering = Ordering.of(type, values.find(field, "orderBy"));
      String last = ordering.decode(after.toString()).values().getLast();
      while (from < all.size() && !String.valueOf(all.get(from).get("id")).equals(last)) {
        from++;
      }
      from = from == all.size() ? from : from + 1;
    }
    int to = Math.min(all.size(), from + Paging.first(values, field));
    List<Record> rows = all.subList(from, to);
    Map<String, @Nullable Object> page = new HashMap<>();
    for (ExecutableNormalizedField child : field.getChildren()) {
      String key = ObjectShape.link(child.getResultKey());
      switch (child.getFieldName()) {
        case "totalCount" -> page.put("totalCount", all.size());
        case "nodes" -> page.put(key, objects(type, rows, child.getChildren()));
        case "edges" -> page.put(key, edges(type, field, rows, child));
        case "pageInfo" -> page.put(key, pageInfo(type, field, rows, to < all.size()));
        default -> {}
      }
    }
    return page;
  }

  private List<Map<String, @Nullable Object>> edges(
      ReadDeclaration type,
      ExecutableNormalizedField list,
      List<Record> rows,
      ExecutableNormalizedField edges) {
    List<Map<String, @Nullable Object>> made = new ArrayList<>();
    rows.forEach(row -> made.add(new HashMap<>(Map.of("cursor", cursor(type, list, row)))));
    for (ExecutableNormalizedField child : edges.getChildren()) {
      if (child.getFieldName().equals("node")) {
        List<Map<String, @Nullable Object>> nodes = objects(type, rows, child.getChildren());
        for (int i = 0; i < rows.size(); i++) {
          made.get(i).put(ObjectShape.link(child.getResultKey()), nodes.get(i));
        }
      }
    }
    return made;
  }

  private Map<String, @Nullable Object> pageInfo(
      ReadDeclaration type, ExecutableNormalizedField list, List<Record> rows, boolean more) {
    Map<String, @Nullable Object> info = new HashMap<>();
    info.put("hasNextPage", more);
    info.put("hasPreviousPage", values.find(list, "after") != null);
    info.put("startCursor", rows.isEmpty() ? null : cursor(type, list, rows.getFirst()));
    info.put("endCursor", rows.isEmpty() ? null : cursor(type, list, rows.getLast()));
    return info;
  }

  private String cursor(ReadDeclaration type, ExecutableNormalizedField list, Record row) {
    Ordering ordering = Ordering.of(type, values.find(list, "orderBy"));
    List<@Nullable String> texts = new ArrayList<>();
    for (OrderKey key : ordering.keys()) {
      Object value = row.get(key.column().getName(), key.column().getType());
      texts.add(
          value instanceof java.time.Instant instant
              ? java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                  .withZone(java.time.ZoneOffset.UTC)
                  .format(instant)
              : value == null ? null : value.toString());
    }
    return new Cursor(ordering.list(), texts).encoded();
  }

  private List<Map<String, @Nullable Object>> objects(
      ReadDeclaration type, List<Record> rows, List<ExecutableNormalizedField> selected) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    rows.forEach(r -> objects.add(new HashMap<>(Map.of(ObjectShape.TYPE, type.type()))));
    for (ExecutableNormalizedField field : selected) {
      if (field.getObjectTypeNames().contains(type.type())
          && !field.getFieldName().startsWith("__")) {
        put(type, rows, field, objects);
      }
    }
    return objects;
  }

  private void put(
      ReadDeclaration type,
      List<Record> rows,
      ExecutableNormalizedField field,
      List<Map<String, @Nullable Object>> objects) {
    String name = field.getFieldName();
    String key = ObjectShape.link(field.getResultKey());
    if (name.equals("id")) {
      each(rows, objects, "id", r -> new GlobalId(type.type(), r.get("id", UUID.class)).encoded());
      return;
    }
    switch (Objects.requireNonNull(type.fields().get(name))) {
      case ReadField.Column(Field<?> column) ->
          each(
              rows,
              objects,
              name,
              r -> leaf(type, name, r.get(column.getName(), column.getType())));
      case ReadField.Expression ignored ->
          each(rows, objects, name, r -> leaf(type, name, r.get("=" + name)));
      case ReadField.Computed(var needs, var computation) ->
          each(rows, objects, name, r -> computation.compute(new Typed(r), actor));
      case ReadField.One(String target, Field<UUID> column) -> {
        Map<UUID, Map<String, @Nullable Object>> found =
            single(target, "id", ids(rows, column.getName()), field);
        each(rows, objects, key, r -> found.get(r.get(column.getName(), UUID.class)));
      }
      case ReadField.OneBack(String target, Field<UUID> column) -> {
        Map<UUID, Map<String, @Nullable Object>> found =
            single(target, column.getName(), ids(rows, "id"), field);
        each(rows, objects, key, r -> found.get(r.get("id", UUID.class)));
      }
      case ReadField.Many(String target, Field<UUID> column) -> {
        ReadDeclaration declared = schema.reads().get(target);
        Map<UUID, List<Record>> grouped = grouped(declared, column, rows, field);
        each(rows, objects, key, r -> page(declared, field, of(grouped, r)));
      }
      case ReadField.Items(String target, Field<UUID> column) -> {
        ReadDeclaration declared = schema.reads().get(target);
        Map<UUID, List<Record>> grouped = grouped(declared, column, rows, field);
        each(rows, objects, key, r -> objects(declared, of(grouped, r), field.getChildren()));
      }
    }
  }

  private record Typed(Record row) implements council.graphql.spi.ReadType.Row {
    @Override
    public <T> @Nullable T get(Field<T> column) {
      return row.get(column.getName(), column.getType());
    }
  }

  private static void each(
      List<Record> rows,
      List<Map<String, @Nullable Object>> objects,
      String key,
      java.util.function.Function<Record, @Nullable Object> value) {
    for (int i = 0; i < rows.size(); i++) {
      objects.get(i).put(key, value.apply(rows.get(i)));
    }
  }

  private static List<Record> of(Map<UUID, List<Record>> grouped, Record row) {
    return grouped.getOrDefault(row.get("id", UUID.class), List.of());
  }

  private Map<UUID, List<Record>> grouped(
      ReadDeclaration target, Field<UUID> key, List<Record> rows, ExecutableNormalizedField field) {
    Condition ofParents = DSL.field("t." + key.getName(), UUID.class).in(ids(rows, "id"));
    Map<UUID, List<Record>> grouped = new HashMap<>();
    for (Record row : rows(target, field, ofParents)) {
      grouped.computeIfAbsent(row.get(key.getName(), UUID.class), k -> new ArrayList<>()).add(row);
    }
    return grouped;
  }

  private Map<UUID, Map<String, @Nullable Object>> single(
      String target, String column, Set<UUID> ids, ExecutableNormalizedField field) {
    ReadDeclaration declared = schema.reads().get(target);
    List<Record> rows = rows(declared, null, DSL.field("t." + column, UUID.class).in(ids));
    List<Map<String, @Nullable Object>> objects = objects(declared, rows, field.getChildren());
    Map<UUID, Map<String, @Nullable Object>> found = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      found.put(rows.get(i).get(column, UUID.class), objects.get(i));
    }
    return found;
  }

  private static Set<UUID> ids(List<Record> rows, String column) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (Record row : rows) {
      UUID id = row.get(column, UUID.class);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private @Nullable Object leaf(ReadDeclaration type, String field, @Nullable Object value) {
    GraphQLType sdl =
        schema.schema().getObjectType(type.type()).getFieldDefinition(field).getType();
    if (value == null) {
      return null;
    }
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(sdl)) ? List.of(value) : value;
  }
}
