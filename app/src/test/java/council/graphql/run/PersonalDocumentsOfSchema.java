package council.graphql.run;

import council.graphql.read.GlobalId;
import council.graphql.read.NodeDirective;
import council.graphql.read.PersonalDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * For everything that the schema marks as personal a document that uses it: found by walking the
 * schema, so that what a module marks is in it.
 */
final class PersonalDocumentsOfSchema {
  static final String CANARY = "CANARY7f3a";

  private final GraphQLSchema schema;
  private final Map<String, Way> wayTo = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();

  PersonalDocumentsOfSchema(GraphQLSchema schema) {
    this.schema = schema;
    walk();
  }

  /**
   * @param coordinates what is used, as refusals name it
   * @param givesValue whether a personal value stands in the document
   */
  record Use(String coordinates, String document, boolean givesValue) {
    @Override
    public String toString() {
      return coordinates + " by " + document;
    }
  }

  /** The beginning of a document that leads to an object, and how many braces are open then. */
  private record Way(String beginning, int open) {
    Way into(String field) {
      return new Way(beginning + field + " { ", open + 1);
    }

    String to(String field) {
      return beginning + field + " }".repeat(open);
    }
  }

  List<Use> list() {
    wayTo.forEach((type, way) ->
        schema.getObjectType(type).getFieldDefinitions().forEach(field -> add(type, way, field)));
    if (schema.getMutationType() != null) {
      schema.getMutationType().getFieldDefinitions().forEach(this::addMutation);
    }
    return uses;
  }

  /** Breadth first, by fields that are not personal themselves. */
  private void walk() {
    Deque<String> open = new ArrayDeque<>(List.of("Query"));
    wayTo.put("Query", new Way("{ ", 1));
    while (!open.isEmpty()) {
      String type = open.remove();
      Way way = Objects.requireNonNull(wayTo.get(type));
      for (GraphQLFieldDefinition field : schema.getObjectType(type).getFieldDefinitions()) {
        GraphQLType answer = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean marked = PersonalDirective.marks(field);
        if (!marked
            && answer instanceof GraphQLObjectType object
            && !wayTo.containsKey(object.getName())) {
          wayTo.put(object.getName(), way.into(call(field, null, null)));
          open.add(object.getName());
        }
      }
    }
  }

  private void add(String type, Way way, GraphQLFieldDefinition field) {
    String name = type + "." + field.getName();
    if (PersonalDirective.marks(field)) {
      boolean gives =
          field.getArguments().stream()
              .anyMatch(a -> PersonalDirective.marks(a) && GraphQLTypeUtil.isNonNull(a.getType()));
      use(name, way, field, call(field, null, null), gives);
    }
    for (GraphQLArgument argument : field.getArguments()) {
      String at = name + "(" + argument.getName() + ":)";
      if (PersonalDirective.marks(argument)) {
        use(at, way, field, call(field, argument.getName(), sample(argument)), true);
      } else if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLEnumType word) {
        word.getValues().stream()
            .filter(PersonalDirective::marks)
            .forEach(value ->
                use(
                    word.getName() + "." + value.getName(),
                    way,
                    field,
                    call(field, argument.getName(), value.getName()),
                    false));
      }
    }
  }

  private void use(
      String coordinates, Way way, GraphQLFieldDefinition field, String call, boolean gives) {
    boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    uses.add(new Use(coordinates, way.to(call + (leaf ? "" : " { __typename }")), gives));
  }

  private void addMutation(GraphQLFieldDefinition field) {
    if (GraphQLTypeUtil.unwrapAll(field.getArgument("input").getType())
        instanceof GraphQLInputObjectType input) {
      for (GraphQLInputObjectField part : input.getFieldDefinitions()) {
        if (PersonalDirective.marks(part)) {
          uses.add(
              new Use(
                  input.getName() + "." + part.getName(),
                  "mutation { %s(input: %s) { __typename } }"
                      .formatted(field.getName(), object(input, part.getName())),
                  true));
        }
      }
    }
  }

  private String call(
      GraphQLFieldDefinition field,
      @org.jspecify.annotations.Nullable String also,
      @org.jspecify.annotations.Nullable String value) {
    String arguments =
        field.getArguments().stream()
            .filter(a ->
                a.getName().equals(also)
                    || GraphQLTypeUtil.isNonNull(a.getType()) && !a.hasSetDefaultValue())
            .map(a -> a.getName() + ": " + (a.getName().equals(also) ? value : sample(a)))
            .collect(Collectors.joining(", "));
    return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
  }

  private String object(GraphQLInputObjectType type, String also) {
    return type.getFieldDefinitions().stream()
        .filter(f ->
            f.getName().equals(also)
                || GraphQLTypeUtil.isNonNull(f.getType()) && !f.hasSetDefaultValue())
        .map(f -> f.getName() + ": " + sample(f, f.getType()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String sample(GraphQLArgument argument) {
    return sample(argument, argument.getType());
  }

  private String sample(GraphQLDirectiveContainer where, GraphQLType type) {
    GraphQLType plain = GraphQLTypeUtil.unwrapNonNull(type);
    if (GraphQLTypeUtil.isList(plain)) {
      return "[" + sample(where, GraphQLTypeUtil.unwrapOne(plain)) + "]";
    }
    if (plain instanceof GraphQLEnumType word) {
      return word.getValues().getFirst().getName();
    }
    if (plain instanceof GraphQLInputObjectType input) {
      return object(input, "");
    }
    return switch (((GraphQLNamedType) plain).getName()) {
      case "ID" -> "\"" + new GlobalId(nodeType(where), new UUID(0, 1)).encoded() + "\"";
      case "Int" -> "1";
      case "Boolean" -> "true";
      case "Float" -> "1.5";
      case "Decimal", "Gbp" -> "\"1.50\"";
      case "Date" -> "\"2015-06-01\"";
      case "DateTime" -> "\"2015-06-01T09:30:00Z\"";
      default -> "\"" + CANARY + "\"";
    };
  }

  private static String nodeType(GraphQLDirectiveContainer where) {
    String type = NodeDirective.typeOf(where);
    return type == null ? "Person" : type;
  }
}
