package council.graphql.read;

import council.platform.personal.PersonalTable;
import council.platform.personal.Purpose;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the SDL marks {@code @personal}, ready to be asked for each operation. */
public final class PersonalMarks {
  private final Map<String, PersonalTable> tables;
  private final Map<String, Optional<Purpose>> fields = new HashMap<>();
  private final Map<String, GraphQLFieldDefinition> taking = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> inputs = new HashSet<>();
  private final Set<String> givers = new HashSet<>();

  /**
   * @param tables the marked tables of read types, by GraphQL type
   */
  public PersonalMarks(GraphQLSchema schema, Map<String, PersonalTable> tables) {
    this.tables = Map.copyOf(tables);
    for (GraphQLType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && !object.getName().startsWith("__")) {
        object.getFieldDefinitions().forEach(field -> add(object, field));
      }
      if (type instanceof GraphQLInputObjectType input && takes(input, new HashSet<>())) {
        inputs.add(input.getName());
        input.getFieldDefinitions().stream()
            .filter(PersonalDirective::marks)
            .forEach(field -> names.add(field.getName()));
      }
    }
  }

  private void add(GraphQLObjectType type, GraphQLFieldDefinition field) {
    String name = type.getName() + "." + field.getName();
    if (PersonalDirective.marks(field)) {
      fields.put(name, PersonalDirective.purposeOf(field));
    }
    for (GraphQLArgument argument : field.getArguments()) {
      if (PersonalDirective.marks(argument)) {
        names.add(argument.getName());
        taking.put(name, field);
      } else if (takes(GraphQLTypeUtil.unwrapAll(argument.getType()), new HashSet<>())) {
        taking.put(name, field);
        if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType) {
          givers.add(field.getName());
        }
      }
    }
  }

  private static boolean takes(GraphQLType type, Set<String> above) {
    return switch (type) {
      case GraphQLInputObjectType input ->
          above.add(input.getName())
              && input.getFieldDefinitions().stream()
                  .anyMatch(field ->
                      PersonalDirective.marks(field)
                          || takes(GraphQLTypeUtil.unwrapAll(field.getType()), above));
      case GraphQLEnumType word -> word.getValues().stream().anyMatch(PersonalDirective::marks);
      default -> false;
    };
  }

  public boolean isMarked(String type, String field) {
    return fields.containsKey(type + "." + field);
  }

  /** The one purpose for which a marked field may be used; any where none is said. */
  public Optional<Purpose> purposeOf(String type, String field) {
    return fields.getOrDefault(type + "." + field, Optional.empty());
  }

  /** Where the rows of a read type lead to a person, if they do. */
  public Optional<PersonalTable> findTable(String type) {
    return Optional.ofNullable(tables.get(type));
  }

  /** Whether an argument or an input field of that name is marked somewhere. */
  public boolean isName(String name) {
    return names.contains(name);
  }

  /** Whether a field of that name takes an input object that may hold something marked. */
  public boolean isGiver(String field) {
    return givers.contains(field);
  }

  /** Whether values of the input type may hold something marked. */
  public boolean isInput(String type) {
    return inputs.contains(type);
  }

  /** Tells the collector what the field's arguments hold that is personal. */
  public void collect(
      ExecutableNormalizedField field, RequestValues values, PersonalArguments found) {
    for (String type : field.getObjectTypeNames()) {
      GraphQLFieldDefinition definition = taking.get(type + "." + field.getFieldName());
      if (definition != null) {
        found.collect(type, definition, argument -> values.find(field, argument));
        return;
      }
    }
  }

  /** What a list is filtered or ordered by that is personal. */
  Set<String> listedBy(ExecutableNormalizedField field, RequestValues values) {
    PersonalArguments found = new PersonalArguments();
    collect(field, values, found);
    return new TreeSet<>(found.asked());
  }

  static boolean isMarked(GraphQLEnumType type, Object value) {
    GraphQLEnumValueDefinition word = type.getValue(value.toString());
    return word != null && PersonalDirective.marks(word);
  }

  static boolean isMarked(GraphQLInputObjectField field) {
    return PersonalDirective.marks(field);
  }
}
