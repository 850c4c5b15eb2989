package council.graphql.schema;

import council.graphql.read.NodeDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/** A mutation's input and payload keep the conventions of the API and fit the declared record. */
final class MutationChecks {
  private static final String REVISION = "revision";
  private final GraphQLSchema schema;
  private final List<String> problems;

  MutationChecks(GraphQLSchema schema, List<String> problems) {
    this.schema = schema;
    this.problems = problems;
  }

  void check(String name, BoundMutation<?> mutation) {
    GraphQLFieldDefinition field =
        schema.getMutationType() == null ? null : schema.getMutationType().getFieldDefinition(name);
    if (field != null) {
      checkInput("Mutation." + name, field, mutation.inputType());
      checkPayload("Mutation." + name, field);
    }
  }

  private void checkInput(String where, GraphQLFieldDefinition field, Class<?> record) {
    GraphQLArgument input = field.getArgument("input");
    if (field.getArguments().size() != 1
        || input == null
        || !GraphQLTypeUtil.isNonNull(input.getType())
        || !(GraphQLTypeUtil.unwrapNonNull(input.getType())
            instanceof GraphQLInputObjectType type)) {
      problems.add(where + " must have the one argument 'input', a required input object.");
      return;
    }
    var key = type.getFieldDefinition("idempotencyKey");
    if (key == null || !GraphQLTypeUtil.simplePrint(key.getType()).equals("String!")) {
      problems.add(type.getName() + " must have the field 'idempotencyKey: String!'.");
    }
    checkRevision(type);
    problems.addAll(InputRecords.problems(type, record, true));
  }

  /** Whoever changes what has a revision says which one they saw. */
  private void checkRevision(GraphQLInputObjectType type) {
    var revision = type.getFieldDefinition(REVISION);
    boolean given =
        revision != null && GraphQLTypeUtil.simplePrint(revision.getType()).equals("Int!");
    for (GraphQLInputObjectField part : type.getFieldDefinitions()) {
      String node = NodeDirective.typeOf(part);
      if (!given && node != null && isOne(part) && hasRevision(node)) {
        problems.add(
            "%s must have the field 'revision: Int!': '%s' names a %s, which has a revision."
                .formatted(type.getName(), part.getName(), node));
      }
    }
  }

  private static boolean isOne(GraphQLInputObjectField part) {
    return !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(part.getType()));
  }

  private boolean hasRevision(String node) {
    return schema.getObjectType(node) instanceof GraphQLObjectType type
        && type.getFieldDefinition(REVISION) != null;
  }

  private void checkPayload(String where, GraphQLFieldDefinition field) {
    if (!(GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLObjectType payload)) {
      problems.add(where + " must answer a payload object.");
      return;
    }
    var told = payload.getFieldDefinition("problems");
    if (told == null || !GraphQLTypeUtil.simplePrint(told.getType()).equals("[Problem!]!")) {
      problems.add(payload.getName() + " must have the field 'problems: [Problem!]!'.");
    }
    for (GraphQLFieldDefinition part : payload.getFieldDefinitions()) {
      if (!part.getName().equals("problems") && GraphQLTypeUtil.isNonNull(part.getType())) {
        problems.add(
            "%s.%s must be nullable: it is null where there are problems."
                .formatted(payload.getName(), part.getName()));
      }
    }
  }
}
