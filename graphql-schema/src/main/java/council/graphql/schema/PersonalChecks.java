package council.graphql.schema;

import council.graphql.read.PersonalDirective;
import council.graphql.read.ReadDeclaration;
import council.platform.personal.PersonalTable;
import council.platform.personal.Purpose;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * What the SDL marks @personal and what the database marks so are the same, and whoever is read can
 * be named in the log. A column that was forgotten in one of the two keeps the instance from
 * starting.
 */
final class PersonalChecks {
  private final GraphQLSchema schema;
  private final Declarations declarations;
  private final List<PersonalTable> tables;
  private final List<String> problems = new ArrayList<>();

  PersonalChecks(GraphQLSchema schema, Declarations declarations, List<PersonalTable> tables) {
    this.schema = schema;
    this.declarations = declarations;
    this.tables = tables;
  }

  /** The marked tables of the declared types, by GraphQL type. */
  static Map<String, PersonalTable> tables(Declarations declarations, List<PersonalTable> tables) {
    Map<Name, PersonalTable> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.name().unquotedName(), table));
    Map<String, PersonalTable> byType = new HashMap<>();
    declarations
        .types()
        .forEach((type, declaration) -> {
          PersonalTable table = byName.get(PersonalTable.nameOf(declaration.table()));
          if (table != null) {
            byType.put(type, table);
          }
        });
    return byType;
  }

  List<String> problems() {
    checkPurposes();
    Map<String, PersonalTable> byType = tables(declarations, tables);
    for (ReadDeclaration type : declarations.types().values()) {
      @Nullable PersonalTable own = byType.get(type.type());
      new PersonalTypeChecks(schema, type, own, new PersonalColumns(tables, own), problems).check();
    }
    for (GraphQLType type : schema.getAllTypesAsList()) {
      switch (type) {
        case GraphQLObjectType object when !object.getName().startsWith("__") ->
            checkFields(object, byType);
        case GraphQLInputObjectType input ->
            input.getFieldDefinitions().forEach(field -> checkTold(input.getName(), field));
        case GraphQLEnumType word -> word.getValues().forEach(value -> checkTold(word, value));
        default -> {}
      }
    }
    return problems;
  }

  private void checkPurposes() {
    Set<String> inSchema = new TreeSet<>();
    if (schema.getType("Purpose") instanceof GraphQLEnumType purposes) {
      purposes.getValues().forEach(value -> inSchema.add(value.getName()));
    }
    Set<String> known = new TreeSet<>();
    Arrays.stream(Purpose.values()).forEach(one -> known.add(one.name()));
    if (!inSchema.equals(known)) {
      problems.add(
          "The enum Purpose must have the values %s, but has %s.".formatted(known, inSchema));
    }
  }

  private void checkFields(GraphQLObjectType type, Map<String, PersonalTable> byType) {
    boolean query = type == schema.getQueryType();
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      String where = type.getName() + "." + field.getName();
      if (PersonalDirective.marks(field)) {
        checkTold(where, field.getDescription());
        boolean facade =
            query && declarations.queries().get(field.getName()) instanceof RootField.Facade;
        if (!facade && !byType.containsKey(type.getName())) {
          problems.add(
              where
                  + " is marked @personal, but is not read from a table that is marked so:"
                  + " nobody could tell who was read.");
        }
      }
      for (GraphQLArgument argument : field.getArguments()) {
        if (PersonalDirective.marks(argument)) {
          checkTold(where + "(" + argument.getName() + ":)", argument.getDescription());
        }
      }
    }
  }

  private void checkTold(String type, GraphQLInputObjectField field) {
    if (PersonalDirective.marks(field)) {
      checkTold(type + "." + field.getName(), field.getDescription());
    }
  }

  private void checkTold(GraphQLNamedSchemaElement type, GraphQLEnumValueDefinition value) {
    if (PersonalDirective.marks(value)) {
      checkTold(type.getName() + "." + value.getName(), value.getDescription());
    }
  }

  /** Introspection does not show directives, so whoever reads the schema is told in words. */
  private void checkTold(String where, @Nullable String description) {
    if (description == null || !description.contains("Personal")) {
      problems.add(where + " is marked @personal, but its description does not say 'Personal'.");
    }
  }
}
