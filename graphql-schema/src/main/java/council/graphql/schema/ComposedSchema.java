package council.graphql.schema;

import council.graphql.read.ReadModel;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.Optional;

/**
 * The one schema with how each of its root fields is answered.
 *
 * @param ownership module by {@code Type.field}; fields of the base schema belong to none
 */
public record ComposedSchema(
    GraphQLSchema schema,
    ReadModel reads,
    Map<String, RootField> queries,
    Map<String, BoundMutation<?>> mutations,
    Map<String, String> ownership) {

  public Optional<String> findOwner(String type, String field) {
    return Optional.ofNullable(ownership.get(type + "." + field));
  }
}
