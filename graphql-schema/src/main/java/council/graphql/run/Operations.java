package council.graphql.run;

import council.graphql.read.CompiledRead;
import council.graphql.read.Paging;
import council.graphql.read.PersonsSeen;
import council.graphql.read.RequestValues;
import council.graphql.schema.ComposedSchema;
import council.platform.problem.ErrorCode;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.AbortExecutionException;
import graphql.execution.CoercedVariables;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
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
  /** An operation with more in its variables is not kept: they would stay with it. */
  private static final long KEPT_VARIABLES = 4_000;

  /** What all that are kept may weigh: characters, and so much for each field. */
  private static final long KEPT_TOGETHER = 4_000_000;

  private static final long FIELD = 50;

  private final ComposedSchema schema;
  private final GraphqlLimits limits;
  private final VariableUses uses;
  private final PersonalDocuments personal;
  private final Recent<Text, Map<String, VariableUses.Shape>> bindsOf = new Recent<>(KEPT_TOGETHER);
  private final Recent<Shape, Shared> kept = new Recent<>(KEPT_TOGETHER);

  Operations(ComposedSchema schema, GraphqlLimits limits) {
    this.schema = schema;
    this.limits = limits;
    this.uses = new VariableUses(schema);
    this.personal = new PersonalDocuments(schema.reads().personal());
  }

  private record Text(String query, @Nullable String operationName) {}

  private record Shape(Text text, Map<String, @Nullable Object> variables) {}

  private record Shared(
      ExecutableNormalizedOperation operation,
      Map<ExecutableNormalizedField, Map<String, String>> variableOf,
      Map<ExecutableNormalizedField, CompiledRead> compiled) {

    PreparedOperation with(CoercedVariables variables) {
      return new PreparedOperation(
          operation, new RequestValues(variableOf, variables.toMap()), compiled, new PersonsSeen());
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

  /**
   * @param tellsSchema whether an error may name fields of inputs that the request did not name
   */
  PreparedOperation prepare(Document document, GraphqlRequest request, boolean tellsSchema) {
    OperationDefinition definition = operation(document, request);
    CoercedVariables variables = coerce(document, definition, request, tellsSchema);
    if (definition.getOperation() != OperationDefinition.Operation.QUERY) {
      return normalize(document, request, variables).with(variables);
    }
    long weight = Weights.of(variables.toMap());
    if (weight > KEPT_VARIABLES || request.query().length() > Documents.KEPT_LENGTH) {
      return normalize(document, request, variables).with(variables);
    }
    return shared(document, request, variables, weight).with(variables);
  }

  private Shared shared(
      Document document, GraphqlRequest request, CoercedVariables variables, long weight) {
    Text text = new Text(request.query(), request.operationName());
    Map<String, VariableUses.Shape> binds = bindsOf.get(text);
    Shared known = binds == null ? null : kept.get(new Shape(text, shape(variables, binds)));
    if (known != null) {
      return known;
    }
    Shared shared = normalize(document, request, variables);
    if (binds == null) {
      binds = uses.binds(document, shared.operation());
      bindsOf.put(text, binds, request.query().length());
    }
    long fields = shared.operation().getOperationFieldCount();
    kept.put(
        new Shape(text, shape(variables, binds)),
        shared,
        request.query().length() + weight + FIELD * fields);
    return shared;
  }

  private static Map<String, @Nullable Object> shape(
      CoercedVariables variables, Map<String, VariableUses.Shape> binds) {
    Map<String, @Nullable Object> shape = new HashMap<>(variables.toMap());
    shape.replaceAll((name, value) ->
        switch (binds.get(name)) {
          case PRESENCE -> value != null;
          case CURSOR -> Paging.shapeOf(value);
          case null -> value;
        });
    return shape;
  }

  private CoercedVariables coerce(
      Document document,
      OperationDefinition definition,
      GraphqlRequest request,
      boolean tellsSchema) {
    try {
      return ValuesResolver.coerceVariableValues(
          schema.schema(),
          definition.getVariableDefinitions(),
          RawVariables.of(request.variables()),
          GraphQLContext.getDefault(),
          Locale.ENGLISH);
    } catch (InputMapDefinesTooManyFieldsException | NonNullableValueCoercedAsNullException e) {
      throw new OperationRefused(
          ErrorCode.BAD_REQUEST,
          tellsSchema
              ? personal.told(e.getMessage(), document)
              : "A variable is missing, or has fields that its type has not got or lacks some.");
    } catch (GraphQLException unfit) {
      String message =
          unfit instanceof GraphQLError error ? error.getMessage() : unfit.getMessage();
      throw new OperationRefused(ErrorCode.BAD_REQUEST, personal.told(message, document));
    }
  }

  private Shared normalize(Document document, GraphqlRequest request, CoercedVariables variables) {
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
              Limit.FIELDS.exceeded(
                  limits.maxFields(),
                  limits.maxFields() + 1L,
                  "The operation selects more than %d fields.".formatted(limits.maxFields()))));
    }
  }
}
