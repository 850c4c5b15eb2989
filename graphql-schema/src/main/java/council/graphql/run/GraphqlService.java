package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.personal.Purpose;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one way in which an operation is run, whatever brought it here. */
public final class GraphqlService {
  private static final String PERSONAL_IN_URL =
      "Personal values may not stand in a URL: send the request by POST.";

  private final ComposedSchema schema;
  private final Documents documents;
  private final Operations operations;
  private final LimitChecks limits;
  private final Authorisation authorisation;
  private final QueryRunner queries;
  private final MutationRunner mutations;
  private final PersonalAccess personal;
  private final Transactions transactions;
  private final GraphQL graphql;

  GraphqlService(
      ComposedSchema schema,
      GraphqlLimits limits,
      Authorisation authorisation,
      QueryRunner queries,
      MutationRunner mutations,
      PersonalAccess personal,
      Transactions transactions) {
    this.schema = schema;
    this.documents = new Documents(schema, limits);
    this.operations = new Operations(schema, limits);
    this.limits = new LimitChecks(schema, limits);
    this.authorisation = authorisation;
    this.queries = queries;
    this.mutations = mutations;
    this.personal = personal;
    this.transactions = transactions;
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
    PersonalUse use = PersonalUse.of(schema.reads().personal(), operation);
    try {
      if (queriesOnly && use.givesValues()) {
        throw new OperationRefused(ErrorCode.BAD_REQUEST, PERSONAL_IN_URL);
      }
      limits.check(operation);
      authorisation.check(actor, operation);
      Optional<Purpose> purpose = personal.check(actor, use, request.purpose());
      Runnable log = () -> purpose.ifPresent(p -> personal.record(actor, p, use, operation.seen()));
      return complete(request, root(actor, kind, operation, use, log), use);
    } catch (RuntimeException failure) {
      return GraphqlAnswer.refused(Errors.of(failure, use));
    }
  }

  private Map<String, @Nullable Object> root(
      Actor actor, Operation kind, PreparedOperation operation, PersonalUse use, Runnable log) {
    if (operation.roots().isEmpty()) {
      return Map.of();
    }
    return switch (kind) {
      case QUERY -> query(actor, operation, use, log);
      case MUTATION -> mutations.run(actor, operation, use, log);
      case SUBSCRIPTION ->
          throw new OperationRefused(ErrorCode.BAD_REQUEST, "There are no subscriptions.");
    };
  }

  /** A read that is to be logged is logged before anybody has its answer. */
  private Map<String, @Nullable Object> query(
      Actor actor, PreparedOperation operation, PersonalUse use, Runnable log) {
    Map<String, @Nullable Object> answers = queries.run(actor, operation);
    if (!use.isNone()) {
      transactions.write(
          actor,
          () -> {
            log.run();
            return answers;
          });
    }
    return answers;
  }

  /** As {@link #complete(GraphqlRequest, Map, PersonalUse)} where nothing is personal. */
  GraphqlAnswer complete(GraphqlRequest request, Map<String, @Nullable Object> root) {
    return complete(request, root, PersonalUse.NONE);
  }

  /** GraphQL's own execution: null rules, scalars, types of interfaces, introspection. */
  private GraphqlAnswer complete(
      GraphqlRequest request, Map<String, @Nullable Object> root, PersonalUse use) {
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
            .errors(use.hide(result.getErrors().stream().map(e -> Errors.coded(e, use)).toList()))
            .build(),
        result.isDataPresent());
  }
}
