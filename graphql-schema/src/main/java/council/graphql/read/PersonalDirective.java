package council.graphql.read;

import council.platform.personal.Purpose;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import java.util.Optional;

/** {@code @personal} of a field, an argument, an input field or a value of an order. */
public final class PersonalDirective {
  private static final String NAME = "personal";

  private PersonalDirective() {}

  public static boolean marks(GraphQLDirectiveContainer where) {
    return where.hasAppliedDirective(NAME);
  }

  /** The one purpose for which it may be used; any where none is said. */
  public static Optional<Purpose> purposeOf(GraphQLDirectiveContainer where) {
    GraphQLAppliedDirective directive = where.getAppliedDirective(NAME);
    Object purpose = directive == null ? null : directive.getArgument("purpose").getValue();
    return purpose == null ? Optional.empty() : Purpose.find(purpose.toString());
  }
}
