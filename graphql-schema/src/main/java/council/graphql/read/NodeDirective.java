package council.graphql.read;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import org.jspecify.annotations.Nullable;

/** {@code @node(type: ...)} of an argument or an input field. */
public final class NodeDirective {
  private NodeDirective() {}

  /** The type whose ids are accepted; absent where any is. */
  public static @Nullable String typeOf(GraphQLDirectiveContainer where) {
    GraphQLAppliedDirective directive = where.getAppliedDirective("node");
    return directive == null ? null : directive.getArgument("type").getValue();
  }
}
