package council.graphql.run;

import council.graphql.read.Paging;
import council.graphql.read.RequestValues;
import council.graphql.schema.CodedError;
import council.graphql.schema.ComposedSchema;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How deep an operation may go and how much it may ask for. */
final class LimitChecks {
  /** What a list without paging is taken to hold: those are short, such as the reasons of one. */
  private static final long PLAIN_LIST = 5;

  private final ComposedSchema schema;
  private final GraphqlLimits limits;

  LimitChecks(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema;
    this.limits = limits;
  }

  void check(PreparedOperation operation) {
    List<GraphQLError> errors = new ArrayList<>();
    Sums sums = new Sums();
    long cost = 0;
    operation.forEachField(sums::add);
    for (ExecutableNormalizedField root : operation.roots()) {
      cost = saturatedAdd(cost, cost(root, operation.values()));
    }
    check(errors, "depth", "goes %d levels deep", sums.depth, limits.maxDepth());
    check(errors, "aliases", "has %d aliases", sums.aliases, limits.maxAliases());
    check(errors, "cost", "could answer %d objects", cost, limits.maxCost());
    if (!errors.isEmpty()) {
      throw new OperationRefused(errors);
    }
  }

  private static final class Sums {
    private long depth;
    private long aliases;

    private void add(ExecutableNormalizedField field) {
      depth = Math.max(depth, field.getLevel());
      aliases += field.getAlias() == null ? 0 : 1;
    }
  }

  private static void check(
      List<GraphQLError> errors, String limit, String what, long actual, long maximum) {
    if (actual > maximum) {
      errors.add(
          Errors.error(
              ErrorCode.LIMIT_EXCEEDED,
              ("The operation " + what + ", at most %d are allowed.").formatted(actual, maximum),
              Map.of("limit", limit, "maximum", maximum, "actual", actual)));
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

  static CodedError error(String limit, long maximum, String message) {
    return Errors.error(
        ErrorCode.LIMIT_EXCEEDED, message, Map.of("limit", limit, "maximum", maximum));
  }

  static long saturatedAdd(long one, long other) {
    return Math.min(Long.MAX_VALUE / 4, one + other);
  }

  private static long saturatedMultiply(long one, long other) {
    return one > Long.MAX_VALUE / 4 / Math.max(1, other) ? Long.MAX_VALUE / 4 : one * other;
  }
}
