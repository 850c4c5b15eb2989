package council.graphql.run;

import council.graphql.read.PersonalDirective;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a document writes personal values out, or gives them as the default of a variable. What is
 * kept for good may only have variables there.
 */
final class PersonalLiterals {
  private final GraphQLSchema schema;
  private final Set<String> found = new TreeSet<>();
  private final Set<String> variables = new TreeSet<>();

  private PersonalLiterals(GraphQLSchema schema) {
    this.schema = schema;
  }

  /**
   * @param document one that fits the schema
   * @return names of arguments, input fields and variables, in the order of their letters
   */
  static Set<String> of(GraphQLSchema schema, Document document) {
    PersonalLiterals literals = new PersonalLiterals(schema);
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      literals.walk(operation.getSelectionSet(), literals.root(operation));
    }
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      literals.walk(fragment.getSelectionSet(), literals.named(fragment.getTypeCondition()));
    }
    document
        .getDefinitionsOfType(OperationDefinition.class)
        .forEach(operation -> operation.getVariableDefinitions().forEach(literals::check));
    return literals.found;
  }

  private GraphQLType root(OperationDefinition operation) {
    return operation.getOperation() == OperationDefinition.Operation.MUTATION
        ? schema.getMutationType()
        : schema.getQueryType();
  }

  private GraphQLType named(TypeName name) {
    GraphQLType type = schema.getType(name.getName());
    if (type == null) {
      throw new IllegalArgumentException("The schema has no type " + name.getName());
    }
    return type;
  }

  private void walk(@Nullable SelectionSet selected, GraphQLType type) {
    if (selected == null || !(type instanceof GraphQLCompositeType composite)) {
      return;
    }
    for (var selection : selected.getSelections()) {
      if (selection instanceof Field field) {
        field(field, composite);
      } else if (selection instanceof InlineFragment fragment) {
        TypeName condition = fragment.getTypeCondition();
        walk(fragment.getSelectionSet(), condition == null ? type : named(condition));
      }
    }
  }

  private void field(Field field, GraphQLCompositeType type) {
    if (field.getName().startsWith("__") || !(type instanceof GraphQLFieldsContainer container)) {
      return;
    }
    GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
    for (var argument : field.getArguments()) {
      var declared = definition.getArgument(argument.getName());
      check(
          argument.getName(),
          PersonalDirective.marks(declared),
          declared.getType(),
          argument.getValue());
    }
    GraphQLOutputType answer = definition.getType();
    walk(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(answer));
  }

  private void check(String place, boolean isPersonal, GraphQLType type, Value<?> value) {
    if (value instanceof VariableReference variable) {
      if (isPersonal) {
        variables.add(variable.getName());
      }
    } else if (isPersonal) {
      found.add(place);
    } else if (value instanceof ArrayValue several) {
      several.getValues().forEach(one -> check(place, false, type, one));
    } else if (value instanceof ObjectValue object
        && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input) {
      object
          .getObjectFields()
          .forEach(field -> {
            var declared = input.getFieldDefinition(field.getName());
            check(
                place + "." + field.getName(),
                PersonalDirective.marks(declared),
                declared.getType(),
                field.getValue());
          });
    }
  }

  /** A default is written out as well, whether the variable is the value or holds it. */
  private void check(VariableDefinition variable) {
    Value<?> standard = variable.getDefaultValue();
    if (standard != null) {
      check(
          "$" + variable.getName(),
          variables.contains(variable.getName()),
          named(bare(variable.getType())),
          standard);
    }
  }

  private static TypeName bare(Type<?> type) {
    return switch (type) {
      case NonNullType some -> bare(some.getType());
      case ListType many -> bare(many.getType());
      default -> (TypeName) type;
    };
  }
}
