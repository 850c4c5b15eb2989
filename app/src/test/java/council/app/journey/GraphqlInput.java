package council.app.journey;

import council.app.server.Instance;
import council.graphql.schema.ComposedSchema;
import graphql.schema.GraphQLTypeUtil;

/**
 * The type of a mutation's input, as the schema has it.
 *
 * @param name as a variable is declared with it, such as {@code AwardRoundInput!}
 */
record GraphqlInput(String name) {
  static GraphqlInput of(Instance instance, String mutation) {
    return new GraphqlInput(
        GraphQLTypeUtil.simplePrint(
            instance
                .context()
                .getBean(ComposedSchema.class)
                .schema()
                .getMutationType()
                .getFieldDefinition(mutation)
                .getArgument("input")
                .getType()));
  }
}
