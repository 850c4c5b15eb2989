package council.graphql.read;

import council.graphql.read.ReadField.Column;
import council.graphql.read.ReadField.Computed;
import council.graphql.read.ReadField.Expression;
import council.graphql.read.ReadField.Items;
import council.graphql.read.ReadField.Many;
import council.graphql.read.ReadField.One;
import council.graphql.read.ReadField.OneBack;
import council.graphql.spi.ReadType.Row;
import council.platform.personal.PersonalTable;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Compiles the selected fields of one object into columns of its row. */
final class ObjectCompiler {
  private final Compilation compilation;

  ObjectCompiler(Compilation compilation) {
    this.compilation = compilation;
  }

  ObjectShape compile(
      ReadDeclaration type, Name alias, List<ExecutableNormalizedField> selected, SqlRow row) {
    return compile(type, alias, selected, row, Set.of());
  }

  /**
   * @param listedBy what personal the rows were chosen or put in order by: they are read as well
   */
  ObjectShape compile(
      ReadDeclaration type,
      Name alias,
      List<ExecutableNormalizedField> selected,
      SqlRow row,
      Set<String> listedBy) {
    List<ObjectShape.Cell> cells = new ArrayList<>();
    Set<String> personal = new TreeSet<>(listedBy);
    for (ExecutableNormalizedField field : selected) {
      String name = field.getFieldName();
      if (field.getObjectTypeNames().contains(type.type()) && !name.startsWith("__")) {
        cells.add(cell(type, alias, field, row));
        if (compilation.model().personal().isMarked(type.type(), name)) {
          personal.add(type.type() + "." + name);
        }
      }
    }
    if (!personal.isEmpty()) {
      cells.add(personCell(type, alias, personal, row));
    }
    if (row.columns().isEmpty()) {
      row.place("id", Texts.text(ReadDeclaration.in(alias, ReadDeclaration.ID)));
    }
    return new ObjectShape(type.type(), List.copyOf(cells));
  }

  /** Not for the answer: the log of reads is told whom the row is about. */
  private ObjectShape.Cell personCell(
      ReadDeclaration type, Name alias, Set<String> personal, SqlRow row) {
    PersonalTable table =
        compilation
            .model()
            .personal()
            .findTable(type.type())
            .orElseThrow(() -> new IllegalStateException(type.type() + " leads to nobody"));
    int place = row.place("=person", Texts.text(table.personOf(alias)));
    return (values, object, request) -> {
      String person = ObjectShape.text(values, place);
      if (person != null) {
        request.seen().saw(UUID.fromString(person), personal);
      }
    };
  }

  private ObjectShape.Cell cell(
      ReadDeclaration type, Name alias, ExecutableNormalizedField field, SqlRow row) {
    String name = field.getFieldName();
    if (name.equals("id")) {
      return idCell(type, alias, row);
    }
    ReadField how =
        type.find(name).orElseThrow(() -> new IllegalStateException(type.type() + "." + name));
    return switch (how) {
      case Column(Field<?> column) -> {
        int place = row.place(key(column), Texts.text(ReadDeclaration.in(alias, column)));
        yield leaf(name, place, schemaType(type, name));
      }
      case Expression(Function<Table<?>, Field<?>> expression) -> {
        Field<?> value = expression.apply(type.table().as(alias));
        yield leaf(name, row.place("=" + name, Texts.text(value)), schemaType(type, name));
      }
      case Computed computed -> computedCell(field, computed, alias, row);
      case One(String target, Field<UUID> key) ->
          objectCell(target, field, row, joined(alias, ReadDeclaration.ID, key));
      case OneBack(String target, Field<UUID> key) ->
          objectCell(target, field, row, joined(alias, key, ReadDeclaration.ID));
      case Many(String target, Field<UUID> key) ->
          pageCell(target, field, row, joined(alias, key, ReadDeclaration.ID));
      case Items(String target, Field<UUID> key) ->
          itemsCell(target, field, row, joined(alias, key, ReadDeclaration.ID));
    };
  }

  private static Function<Name, Condition> joined(
      Name parent, Field<UUID> ofTarget, Field<UUID> ofParent) {
    return target ->
        Compilation.sameTenant(target, parent)
            .and(ReadDeclaration.in(target, ofTarget).eq(ReadDeclaration.in(parent, ofParent)));
  }

  private static ObjectShape.Cell idCell(ReadDeclaration type, Name alias, SqlRow row) {
    int place = row.place("id", Texts.text(ReadDeclaration.in(alias, ReadDeclaration.ID)));
    return (values, object, request) ->
        object.put(
            "id",
            new GlobalId(type.type(), UUID.fromString(String.valueOf(values.get(place))))
                .encoded());
  }

  private static ObjectShape.Cell leaf(String name, int place, GraphQLType type) {
    Function<String, @Nullable Object> reader = Texts.reader(type);
    return (values, object, request) -> {
      String text = ObjectShape.text(values, place);
      object.put(name, text == null ? null : reader.apply(text));
    };
  }

  private ObjectShape.Cell computedCell(
      ExecutableNormalizedField field, Computed computed, Name alias, SqlRow row) {
    Map<String, Integer> places = new HashMap<>();
    for (Field<?> column : computed.needs()) {
      places.put(
          column.getName(), row.place(key(column), Texts.text(ReadDeclaration.in(alias, column))));
    }
    GraphQLSchema schema = compilation.model().schema();
    String key =
        field.hasChildren() ? ObjectShape.link(field.getResultKey()) : field.getFieldName();
    return (values, object, request) -> {
      Object value = computed.computation().compute(new Needed(values, places), request.actor());
      object.put(key, PlainValues.withoutNodes(schema).prepare(field, value));
    };
  }

  /** The columns that a computation declared; asking for another is a fault of the declaration. */
  private record Needed(List<@Nullable Object> values, Map<String, Integer> places) implements Row {
    @Override
    public <T> @Nullable T get(Field<T> column) {
      Integer place = places.get(column.getName());
      if (place == null) {
        throw new IllegalArgumentException(column + " is not among the declared needs");
      }
      return Texts.typed(column, ObjectShape.text(values, place));
    }
  }

  private ObjectShape.Cell objectCell(
      String target, ExecutableNormalizedField field, SqlRow row, Function<Name, Condition> join) {
    ReadDeclaration type = compilation.model().get(target);
    Name alias = compilation.nextAlias();
    SqlRow inner = new SqlRow();
    ObjectShape shape = compile(type, alias, field.getChildren(), inner);
    int place = row.add(compilation.single(type, alias, inner, join.apply(alias)));
    String key = ObjectShape.link(field.getResultKey());
    return (values, object, request) -> {
      String literal = ObjectShape.text(values, place);
      object.put(key, literal == null ? null : shape.read(PgArray.parse(literal), request));
    };
  }

  private ObjectShape.Cell pageCell(
      String target, ExecutableNormalizedField field, SqlRow row, Function<Name, Condition> join) {
    PageCompiler.Page page =
        new PageCompiler(compilation).compile(compilation.model().get(target), field, join);
    int first = row.columns().size();
    page.columns().forEach(row::add);
    String key = ObjectShape.link(field.getResultKey());
    return (values, object, request) ->
        object.put(key, page.read(values.subList(first, first + page.columns().size()), request));
  }

  private ObjectShape.Cell itemsCell(
      String target, ExecutableNormalizedField field, SqlRow row, Function<Name, Condition> join) {
    ReadDeclaration type = compilation.model().get(target);
    Name alias = compilation.nextAlias();
    SqlRow inner = new SqlRow();
    Set<String> listedBy = compilation.model().personal().listedBy(field, compilation.values());
    ObjectShape shape = compile(type, alias, field.getChildren(), inner, listedBy);
    Condition where = join.apply(alias).and(Filters.of(compilation, type, alias, field));
    Ordering ordering = Ordering.of(type, compilation.values().find(field, "orderBy"));
    int place =
        row.add(compilation.rows(type, alias, inner, where, ordering.sortFields(alias), null));
    String key = ObjectShape.link(field.getResultKey());
    return (values, object, request) ->
        object.put(
            key,
            Compilation.parseRows(ObjectShape.text(values, place)).stream()
                .map(r -> shape.read(r, request))
                .toList());
  }

  private GraphQLType schemaType(ReadDeclaration type, String field) {
    return compilation
        .model()
        .schema()
        .getObjectType(type.type())
        .getFieldDefinition(field)
        .getType();
  }

  private static String key(Field<?> column) {
    return column.getName();
  }
}
