package council.graphql.schema;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import java.util.Optional;

/** {@code @requires(permission: ...)} of a field or of a type. */
public final class Requires {
  private Requires() {}

  public static Optional<String> permissionOf(GraphQLDirectiveContainer where) {
    GraphQLAppliedDirective directive = where.getAppliedDirective("requires");
    return Optional.ofNullable(directive).map(d -> d.getArgument("permission").<String>getValue());
  }
}
