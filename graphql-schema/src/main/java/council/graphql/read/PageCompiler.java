package council.graphql.read;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a connection: one page of rows by keyset, and the count of all where it is asked for.
 */
final class PageCompiler {
  private static final String NODES = "nodes";
  private static final String EDGES = "edges";
  private static final String PAGE_INFO = "pageInfo";
  private static final String TOTAL_COUNT = "totalCount";

  private final Compilation compilation;

  PageCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  /** The columns to select, and how the page is read from them. */
  record Page(List<Field<String>> columns, Reader reader) {
    Map<String, @Nullable Object> read(List<@Nullable Object> values, ReadRequest request) {
      return reader.read(values, request);
    }
  }

  /** Makes the connection object. */
  @FunctionalInterface
  interface Reader {
    Map<String, @Nullable Object> read(List<@Nullable Object> values, ReadRequest request);
  }

  Page compile(
      ReadDeclaration type, ExecutableNormalizedField field, Function<Name, Condition> join) {
    List<Field<String>> columns = new ArrayList<>();
    List<Reader> readers = new ArrayList<>();
    if (asks(field, NODES) || asks(field, EDGES) || asks(field, PAGE_INFO)) {
      readers.add(rows(type, field, join, columns));
    }
    if (asks(field, TOTAL_COUNT)) {
      readers.add(total(type, field, join, columns));
    }
    if (columns.isEmpty()) {
      columns.add(org.jooq.impl.DSL.inline("", SQLDataType.CLOB));
    }
    return new Page(
        columns,
        (values, request) -> {
          Map<String, @Nullable Object> connection = new HashMap<>();
          readers.forEach(r -> connection.putAll(r.read(values, request)));
          return connection;
        });
  }

  private Reader total(
      ReadDeclaration type,
      ExecutableNormalizedField field,
      Function<Name, Condition> join,
      List<Field<String>> columns) {
    Name alias = compilation.nextAlias();
    Condition where = join.apply(alias).and(Filters.of(compilation, type, alias, field));
    int place = columns.size();
    columns.add(compilation.count(type, alias, where));
    return (values, request) ->
        Map.of(TOTAL_COUNT, Integer.valueOf(String.valueOf(values.get(place))));
  }

  private Reader rows(
      ReadDeclaration type,
      ExecutableNormalizedField field,
      Function<Name, Condition> join,
      List<Field<String>> columns) {
    Name alias = compilation.nextAlias();
    Ordering ordering = Ordering.of(type, compilation.values().find(field, "orderBy"));
    SqlRow row = new SqlRow();
    PageShape shape = new PageShape(field, ordering.list(), keyPlaces(field, ordering, alias, row));
    Set<String> listedBy = compilation.model().personal().listedBy(field, compilation.values());
    for (ExecutableNormalizedField child : field.getChildren()) {
      switch (child.getFieldName()) {
        case NODES -> shape.addNodes(child, object(type, alias, child, row));
        case EDGES -> addEdges(shape, child, type, alias, row);
        case PAGE_INFO -> shape.addPageInfo(child);
        default -> {}
      }
    }
    if (!listedBy.isEmpty()) {
      shape.addSeen(new ObjectCompiler(compilation).compile(type, alias, List.of(), row, listedBy));
    }
    if (row.columns().isEmpty()) {
      row.add(Texts.text(ReadDeclaration.in(alias, ReadDeclaration.ID)));
    }
    Condition where =
        join.apply(alias)
            .and(Filters.of(compilation, type, alias, field))
            .and(after(ordering, alias, field));
    Field<Long> limit =
        compilation.bind(
            r -> String.valueOf(Paging.first(r.values(), field) + 1L), SQLDataType.BIGINT);
    int place = columns.size();
    columns.add(compilation.rows(type, alias, row, where, ordering.sortFields(alias), limit));
    return (values, request) ->
        shape.read(Compilation.parseRows(ObjectShape.text(values, place)), request);
  }

  private void addEdges(
      PageShape shape,
      ExecutableNormalizedField edges,
      ReadDeclaration type,
      Name alias,
      SqlRow row) {
    Map<String, ObjectShape> nodes = new HashMap<>();
    for (ExecutableNormalizedField child : edges.getChildren()) {
      if (child.getFieldName().equals("node")) {
        nodes.put(ObjectShape.link(child.getResultKey()), object(type, alias, child, row));
      }
    }
    shape.addEdges(edges, nodes);
  }

  private ObjectShape object(
      ReadDeclaration type, Name alias, ExecutableNormalizedField field, SqlRow row) {
    return new ObjectCompiler(compilation).compile(type, alias, field.getChildren(), row);
  }

  private static List<Integer> keyPlaces(
      ExecutableNormalizedField field, Ordering ordering, Name alias, SqlRow row) {
    if (!asksForCursors(field)) {
      return List.of();
    }
    return ordering.texts(alias).stream().map(row::add).toList();
  }

  private Condition after(Ordering ordering, Name alias, ExecutableNormalizedField field) {
    String encoded = Paging.after(compilation.values(), field);
    if (encoded == null) {
      return org.jooq.impl.DSL.noCondition();
    }
    List<Boolean> absent = ordering.decode(encoded).values().stream().map(v -> v == null).toList();
    return ordering.after(alias, absent, i -> bindKey(ordering, i, field));
  }

  private Field<?> bindKey(Ordering ordering, int i, ExecutableNormalizedField field) {
    return compilation.bind(
        r -> {
          String encoded = Paging.after(r.values(), field);
          return encoded == null ? null : ordering.decode(encoded).values().get(i);
        },
        ordering.keys().get(i).column().getDataType());
  }

  private static boolean asks(ExecutableNormalizedField field, String child) {
    return field.getChildren().stream().anyMatch(c -> c.getFieldName().equals(child));
  }

  private static boolean asksForCursors(ExecutableNormalizedField field) {
    return field.getChildren().stream()
        .filter(c -> c.getFieldName().equals(EDGES) || c.getFieldName().equals(PAGE_INFO))
        .flatMap(c -> c.getChildren().stream())
        .anyMatch(c -> c.getFieldName().toLowerCase(java.util.Locale.ROOT).endsWith("cursor"));
  }
}
