package council.graphql.run;

import council.graphql.read.CompiledRead;
import council.graphql.read.Paging;
import council.graphql.read.RequestValues;
import council.graphql.schema.ComposedSchema;
import council.platform.problem.ErrorCode;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.AbortExecutionException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Normalizes operations; those of one shape share the work. */
final class Operations {
  private final ComposedSchema schema;
  private final GraphqlLimits limits;
  private final VariableUses uses;
  private final Map<Text, Map<String, VariableUses.Shape>> bindsOf = Recent.of(1000);
  private final Map<Shape, Shared> kept = Recent.of(2000);

  Operations(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema;
    this.limits = limits;
    this.uses = new VariableUses(schema);
  }

  private record Text(String query, @Nullable String operationName) {}

  private record Shape(Text text, Map<String, @Nullable Object> variables) {}

  private record Shared(
      ExecutableNormalizedOperation operation,
      Map<ExecutableNormalizedField, Map<String, String>> variableOf,
      Map<ExecutableNormalizedField, CompiledRead> compiled) {

    PreparedOperation with(CoercedVariables variables) {
      return new PreparedOperation(
          operation, new RequestValues(variableOf, variables.toMap()), compiled);
    }
  }

  static OperationDefinition.Operation kind(Document document, GraphqlRequest request) {
    return operation(document, request).getOperation();
  }

  private static OperationDefinition operation(Document document, GraphqlRequest request) {
    try {
      return NodeUtil.getOperation(document, request.operationName()).operationDefinition;
    } catch (GraphQLException unknown) {
      throw new OperationRefused(ErrorCode.BAD_REQUEST, String.valueOf(unknown.getMessage()));
    }
  }

  PreparedOperation prepare(Document document, GraphqlRequest request) {
    OperationDefinition definition = operation(document, request);
    CoercedVariables variables = coerce(definition, request);
    if (definition.getOperation() != OperationDefinition.Operation.QUERY) {
      return normalize(document, request, variables).with(variables);
    }
    Text text = new Text(request.query(), request.operationName());
    Map<String, VariableUses.Shape> binds = bindsOf.get(text);
    if (binds != null) {
      Shared shared = kept.get(new Shape(text, shape(variables, binds)));
      if (shared != null) {
        return shared.with(variables);
      }
    }
    Shared shared = normalize(document, request, variables);
    binds =
        bindsOf.computeIfAbsent(text, t -> uses.binds(document, shared.operation()));
    kept.put(new Shape(text, shape(variables, binds)), shared);
    return shared.with(variables);
  }

  private static Map<String, @Nullable Object> shape(
      CoercedVariables variables, Map<String, VariableUses.Shape> binds) {
    Map<String, @Nullable Object> shape = new HashMap<>(variables.toMap());
    shape.replaceAll(
        (name, value) ->
            switch (binds.get(name)) {
              case PRESENCE -> value != null;
              case CURSOR -> Paging.shapeOf(value);
              case null -> value;
            });
    return shape;
  }

  private CoercedVariables coerce(OperationDefinition definition, GraphqlRequest request) {
    try {
      return ValuesResolver.coerceVariableValues(
          schema.schema(),
          definition.getVariableDefinitions(),
          RawVariables.of(request.variables()),
          GraphQLContext.getDefault(),
          Locale.ENGLISH);
    } catch (GraphQLException unfit) {
      String message =
          unfit instanceof GraphQLError error ? error.getMessage() : unfit.getMessage();
      throw new OperationRefused(ErrorCode.BAD_REQUEST, String.valueOf(message));
    }
  }

  private Shared normalize(
      Document document, GraphqlRequest request, CoercedVariables variables) {
    try {
      ExecutableNormalizedOperation operation =
          ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
              schema.schema(),
              document,
              request.operationName(),
              variables,
              ExecutableNormalizedOperationFactory.Options.defaultOptions()
                  .maxFieldsCount(limits.maxFields()));
      return new Shared(operation, VariableUses.byField(operation), new ConcurrentHashMap<>());
    } catch (AbortExecutionException tooMany) {
      throw new OperationRefused(
          List.of(
              Errors.error(
                  ErrorCode.LIMIT_EXCEEDED,
                  "The operation selects more than %d fields.".formatted(limits.maxFields()),
                  Map.of("limit", "fields", "maximum", limits.maxFields()))));
    }
  }
}
