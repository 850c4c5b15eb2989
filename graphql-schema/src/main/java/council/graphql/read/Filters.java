package council.graphql.read;

import council.graphql.read.Filter.ByColumn;
import council.graphql.read.Filter.ByCondition;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The arguments of a list that choose among its rows. */
final class Filters {
  private static final int LONGEST_TEXT = 200;

  private Filters() {}

  static Condition of(
      Compilation compilation, ReadDeclaration type, Name alias, ExecutableNormalizedField field) {
    Condition all = DSL.noCondition();
    for (Map.Entry<String, Filter> filter : type.filters().entrySet()) {
      Object value = compilation.values().find(field, filter.getKey());
      if (value != null) {
        all = all.and(condition(compilation, type, alias, field, filter.getKey(), value));
      }
    }
    return all;
  }

  private static Condition condition(
      Compilation compilation,
      ReadDeclaration type,
      Name alias,
      ExecutableNormalizedField field,
      String argument,
      Object value) {
    GraphQLArgument declared = argument(compilation.model(), field, argument);
    return switch (type.filters().get(argument)) {
      case ByColumn(Field<?> column) ->
          byColumn(compilation, ReadDeclaration.in(alias, column), field, declared);
      case ByCondition(var condition) ->
          condition.apply(type.table().as(alias), decoded(declared, value));
      case null -> throw new IllegalStateException(argument);
    };
  }

  private static <T> Condition byColumn(
      Compilation compilation,
      Field<T> column,
      ExecutableNormalizedField field,
      GraphQLArgument argument) {
    CompiledRead.Bind bind = r -> boundText(r, field, argument);
    if (isList(argument)) {
      return column.eq(DSL.any(compilation.bind(bind, column.getDataType().array())));
    }
    return column.eq(compilation.bind(bind, column.getDataType()));
  }

  private static @Nullable Object boundText(
      ReadRequest request, ExecutableNormalizedField field, GraphQLArgument argument) {
    Object value = request.values().find(field, argument.getName());
    return value == null ? null : Texts.of(decoded(argument, value));
  }

  /** Ids become UUIDs, everything else stays what the scalar made of it. */
  private static Object decoded(GraphQLArgument argument, Object value) {
    checkLength(argument, value);
    if (!GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
      return value;
    }
    if (value instanceof List<?> ids) {
      return ids.stream().map(id -> decoded(argument, String.valueOf(id))).toList();
    }
    GlobalId id = GlobalId.get(argument.getName(), value.toString());
    String expected = NodeDirective.typeOf(argument);
    if (expected != null && !expected.equals(id.type())) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST,
          "Argument %s takes the id of a %s, but was given that of a %s."
              .formatted(argument.getName(), expected, id.type()));
    }
    return id.id();
  }

  /** Nothing that is filtered by is longer, and comparing with more costs for every row. */
  private static void checkLength(GraphQLArgument argument, Object value) {
    if (value instanceof List<?> all) {
      all.forEach(each -> checkLength(argument, String.valueOf(each)));
    } else if (value instanceof String text && text.length() > LONGEST_TEXT) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST,
          "Argument %s may have at most %d characters, but was given %d."
              .formatted(argument.getName(), LONGEST_TEXT, text.length()));
    }
  }

  private static boolean isList(GraphQLArgument argument) {
    return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(argument.getType()));
  }

  private static GraphQLArgument argument(
      ReadModel model, ExecutableNormalizedField field, String argument) {
    return field.getFieldDefinitions(model.schema()).getFirst().getArgument(argument);
  }
}
