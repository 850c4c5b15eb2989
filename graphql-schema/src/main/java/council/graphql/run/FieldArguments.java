package council.graphql.run;

import council.graphql.read.GlobalId;
import council.graphql.read.NodeDirective;
import council.graphql.read.PersonsSeen;
import council.graphql.spi.Arguments;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arguments of a field that a facade answers. */
final class FieldArguments implements Arguments {
  private final GraphQLFieldDefinition definition;
  private final String coordinates;
  private final PersonsSeen seen;
  private final Map<String, @Nullable Object> values;

  FieldArguments(
      GraphQLFieldDefinition definition,
      ExecutableNormalizedField field,
      PreparedOperation operation) {
    this.definition = definition;
    this.coordinates = "Query." + definition.getName();
    this.seen = operation.seen();
    this.values = new java.util.HashMap<>();
    for (GraphQLArgument argument : definition.getArguments()) {
      values.put(argument.getName(), operation.values().find(field, argument.getName()));
    }
  }

  @Override
  public void sawPerson(UUID person) {
    seen.saw(person, Set.of(coordinates));
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() ->
            new PlatformException(ErrorCode.BAD_REQUEST, "Argument " + name + " must be given."));
  }

  @Override
  public <T> Optional<T> find(String name, Class<T> type) {
    GraphQLArgument argument = definition.getArgument(name);
    if (argument == null) {
      throw new IllegalArgumentException(definition.getName() + " has no argument " + name);
    }
    Object value = values.get(name);
    return value == null ? Optional.empty() : Optional.of(convert(argument, value, type));
  }

  private static <T> T convert(GraphQLArgument argument, Object value, Class<T> type) {
    if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType object
        && value instanceof Map<?, ?> input) {
      return InputBinder.bind(object, input, type, argument.getName());
    }
    boolean isId = GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID");
    Object plain = isId ? ids(argument, value) : value;
    return type.cast(InputBinder.scalar(plain, type));
  }

  private static Object ids(GraphQLArgument argument, Object value) {
    return value instanceof List<?> list
        ? list.stream().map(id -> id(argument, String.valueOf(id))).toList()
        : id(argument, value.toString());
  }

  private static UUID id(GraphQLArgument argument, String encoded) {
    GlobalId id = GlobalId.get(argument.getName(), encoded);
    String expected = NodeDirective.typeOf(argument);
    if (expected != null && !expected.equals(id.type())) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST,
          "Argument %s takes the id of a %s, but was given that of a %s."
              .formatted(argument.getName(), expected, id.type()));
    }
    return id.id();
  }
}
