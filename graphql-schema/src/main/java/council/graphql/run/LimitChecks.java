package council.graphql.run;

import council.graphql.read.Paging;
import council.graphql.read.RequestValues;
import council.graphql.schema.ComposedSchema;
import graphql.GraphQLError;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How deep a request may go and how much it may ask for, all of its operations together. */
final class LimitChecks {
  /** What a list without paging is taken to hold: those are short, such as the reasons of one. */
  private static final long PLAIN_LIST = 5;

  private final ComposedSchema schema;
  private final GraphqlLimits limits;

  LimitChecks(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema;
    this.limits = limits;
  }

  /**
   * @param tokens of the request's documents together
   * @return what the operations could answer, in objects
   */
  long check(Collection<PreparedOperation> operations, long tokens) {
    Sums sums = new Sums();
    for (PreparedOperation operation : operations) {
      add(sums, operation);
    }
    List<GraphQLError> errors = new ArrayList<>();
    check(errors, Limit.TOKENS, "has %d tokens", tokens, limits.maxTokens());
    check(errors, Limit.DEPTH, "goes %d levels deep", sums.depth, limits.maxDepth());
    check(errors, Limit.FIELDS, "selects %d fields", sums.fields, limits.maxFields());
    check(errors, Limit.ALIASES, "has %d aliases", sums.aliases, limits.maxAliases());
    check(errors, Limit.COST, "could answer %d objects", sums.cost, limits.maxCost());
    if (!errors.isEmpty()) {
      throw new OperationRefused(errors);
    }
    return sums.cost;
  }

  private static final class Sums {
    private long depth;
    private long fields;
    private long aliases;
    private long cost;

    private void add(ExecutableNormalizedField field) {
      depth = Math.max(depth, field.getLevel());
      aliases += field.getAlias() == null ? 0 : 1;
    }
  }

  private void add(Sums sums, PreparedOperation operation) {
    sums.fields += operation.operation().getOperationFieldCount();
    operation.forEachField(sums::add);
    for (ExecutableNormalizedField root : operation.introspection()) {
      root.traverseSubTree(sums::add);
    }
    for (ExecutableNormalizedField root : operation.roots()) {
      sums.cost = saturatedAdd(sums.cost, cost(root, operation.values()));
    }
  }

  private static void check(
      List<GraphQLError> errors, Limit limit, String what, long actual, long maximum) {
    if (actual > maximum) {
      errors.add(
          limit.exceeded(
              maximum,
              actual,
              ("The request " + what + ", at most %d are allowed.").formatted(actual, maximum)));
    }
  }

  private long cost(ExecutableNormalizedField field, RequestValues values) {
    if (!field.hasChildren()) {
      return 0;
    }
    long each = 1;
    for (ExecutableNormalizedField child : field.getChildren()) {
      each = saturatedAdd(each, cost(child, values));
    }
    return saturatedMultiply(each, rows(field, values));
  }

  /** Pages count by their {@code first}; nodes and edges inside a page do not count again. */
  private long rows(ExecutableNormalizedField field, RequestValues values) {
    GraphQLFieldDefinition definition = field.getFieldDefinitions(schema.schema()).getFirst();
    if (definition.getArgument("first") != null) {
      return Paging.first(values, field);
    }
    boolean partOfPage =
        field.getParent() != null
            && field
                    .getParent()
                    .getFieldDefinitions(schema.schema())
                    .getFirst()
                    .getArgument("first")
                != null;
    boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    return list && !partOfPage ? PLAIN_LIST : 1;
  }

  static long saturatedAdd(long one, long other) {
    return Math.min(Long.MAX_VALUE / 4, one + other);
  }

  private static long saturatedMultiply(long one, long other) {
    return one > Long.MAX_VALUE / 4 / Math.max(1, other) ? Long.MAX_VALUE / 4 : one * other;
  }
}
