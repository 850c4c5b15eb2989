package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one way in which an operation is run, whatever brought it here. */
public final class GraphqlService {
  private final Documents documents;
  private final Operations operations;
  private final LimitChecks limits;
  private final Authorisation authorisation;
  private final QueryRunner queries;
  private final MutationRunner mutations;
  private final GraphQL graphql;

  GraphqlService(
      ComposedSchema schema,
      GraphqlLimits limits,
      Authorisation authorisation,
      QueryRunner queries,
      MutationRunner mutations) {
    this.documents = new Documents(schema.schema(), limits);
    this.operations = new Operations(schema, limits);
    this.limits = new LimitChecks(schema, limits);
    this.authorisation = authorisation;
    this.queries = queries;
    this.mutations = mutations;
    this.graphql =
        GraphQL.newGraphQL(schema.schema())
            .preparsedDocumentProvider((input, parse) ->
                CompletableFuture.completedFuture(documents.get(input.getQuery())))
            .build();
  }

  /**
   * @param queriesOnly refuses whatever is not a query, as a safe HTTP method must
   */
  public GraphqlAnswer run(Actor actor, GraphqlRequest request, boolean queriesOnly) {
    try {
      PreparsedDocumentEntry entry = documents.get(request.query());
      if (entry.hasErrors()) {
        return GraphqlAnswer.refused(List.copyOf(entry.getErrors()));
      }
      return run(actor, request, entry.getDocument(), queriesOnly);
    } catch (RuntimeException failure) {
      return GraphqlAnswer.refused(Errors.of(failure));
    }
  }

  private GraphqlAnswer run(
      Actor actor, GraphqlRequest request, Document document, boolean queriesOnly) {
    Operation kind = Operations.kind(document, request);
    if (queriesOnly && kind != Operation.QUERY) {
      throw new OperationRefused(ErrorCode.BAD_REQUEST, "Only queries may be sent by GET.");
    }
    PreparedOperation operation = operations.prepare(document, request);
    limits.check(operation);
    authorisation.check(actor, operation);
    return complete(request, root(actor, kind, operation));
  }

  private Map<String, @Nullable Object> root(
      Actor actor, Operation kind, PreparedOperation operation) {
    if (operation.roots().isEmpty()) {
      return Map.of();
    }
    return switch (kind) {
      case QUERY -> queries.run(actor, operation);
      case MUTATION -> mutations.run(actor, operation);
      case SUBSCRIPTION ->
          throw new OperationRefused(ErrorCode.BAD_REQUEST, "There are no subscriptions.");
    };
  }

  /** GraphQL's own execution: null rules, scalars, types of interfaces, introspection. */
  GraphqlAnswer complete(GraphqlRequest request, Map<String, @Nullable Object> root) {
    ExecutionResult result =
        graphql.execute(
            ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .root(root)
                .build());
    return new GraphqlAnswer(
        ExecutionResultImpl.newExecutionResult()
            .from(result)
            .errors(result.getErrors().stream().map(Errors::coded).toList())
            .build(),
        result.isDataPresent());
  }
}
