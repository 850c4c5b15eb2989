package council.graphql.read;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The personal values that an operation gives, and where it gives them. */
public final class PersonalArguments {
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();

  /** Where values are given, such as {@code Query.people(reference:)}. */
  public Set<String> asked() {
    return asked;
  }

  /** The values themselves, as text. */
  public Set<String> texts() {
    return texts;
  }

  /** Where they stand in an input, as problems name it: {@code input.reference}. */
  public Set<String> paths() {
    return paths;
  }

  void collect(
      String type, GraphQLFieldDefinition field, Function<String, @Nullable Object> valueOf) {
    boolean byPersonalOrder = false;
    for (GraphQLArgument argument : field.getArguments()) {
      Object value = valueOf.apply(argument.getName());
      if (value != null && PersonalDirective.marks(argument)) {
        give(
            type + "." + field.getName() + "(" + argument.getName() + ":)",
            argument.getName(),
            value);
      } else if (value != null) {
        byPersonalOrder |= walk(argument.getType(), value, argument.getName());
      }
    }
    Object cursor = field.getArgument("after") == null ? null : valueOf.apply("after");
    if (byPersonalOrder && cursor != null) {
      // A cursor holds the values by which the list is ordered.
      texts.add(cursor.toString());
    }
  }

  /** Answers whether a value of an order was among it. */
  private boolean walk(GraphQLType declared, Object value, String path) {
    if (value instanceof List<?> list) {
      int i = 0;
      for (Object one : list) {
        if (one != null) {
          walk(GraphQLTypeUtil.unwrapAll(declared), one, path + "[" + i++ + "]");
        }
      }
      return false;
    }
    GraphQLType type = GraphQLTypeUtil.unwrapAll(declared);
    if (type instanceof GraphQLEnumType word && PersonalMarks.isMarked(word, value)) {
      asked.add(word.getName() + "." + value);
      return true;
    }
    if (type instanceof GraphQLInputObjectType input && value instanceof Map<?, ?> given) {
      input.getFieldDefinitions().forEach(field -> walk(input, field, given, path));
    }
    return false;
  }

  private void walk(
      GraphQLInputObjectType input, GraphQLInputObjectField field, Map<?, ?> given, String path) {
    Object value = given.get(field.getName());
    if (value == null) {
      return;
    }
    String at = path + "." + field.getName();
    if (PersonalMarks.isMarked(field)) {
      give(input.getName() + "." + field.getName(), at, value);
    } else {
      walk(field.getType(), value, at);
    }
  }

  private void give(String where, String path, Object value) {
    asked.add(where);
    paths.add(path);
    addTexts(value, path);
  }

  private void addTexts(Object value, String path) {
    switch (value) {
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) != null) {
            paths.add(path + "[" + i + "]");
            addTexts(list.get(i), path + "[" + i + "]");
          }
        }
      }
      case Map<?, ?> map ->
          map.forEach((name, part) -> {
            if (part != null) {
              paths.add(path + "." + name);
              addTexts(part, path + "." + name);
            }
          });
      default -> texts.add(value.toString());
    }
  }
}
