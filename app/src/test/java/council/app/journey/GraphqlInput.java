package council.app.journey;

import council.app.server.Instance;
import council.graphql.schema.ComposedSchema;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * The type of a mutation's input, as the schema has it.
 *
 * @param name as a variable is declared with it, such as {@code AwardRoundInput!}
 * @param fields what may stand in it
 */
record GraphqlInput(String name, List<String> fields) {
  static GraphqlInput of(Instance instance, String mutation) {
    GraphQLInputType type =
        instance
            .context()
            .getBean(ComposedSchema.class)
            .schema()
            .getMutationType()
            .getFieldDefinition(mutation)
            .getArgument("input")
            .getType();
    GraphQLInputObjectType object = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(type);
    return new GraphqlInput(
        GraphQLTypeUtil.simplePrint(type),
        object.getFieldDefinitions().stream().map(GraphQLInputObjectField::getName).toList());
  }

  boolean has(String field) {
    return fields.contains(field);
  }
}
