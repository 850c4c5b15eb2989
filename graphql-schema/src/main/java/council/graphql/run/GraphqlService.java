package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.platform.data.StoppableWork;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The one way in which operations are run, whatever brought them here. */
public final class GraphqlService {
  private final Preparation preparation;
  private final LimitChecks limits;
  private final Introspection introspection;
  private final Authorisation authorisation;
  private final QueryRunner queries;
  private final MutationRunner mutations;
  private final PersonalLog personal;
  private final RunningOperations running;
  private final GraphQL graphql;

  GraphqlService(
      ComposedSchema schema,
      Preparation preparation,
      LimitChecks limits,
      Introspection introspection,
      Authorisation authorisation,
      QueryRunner queries,
      MutationRunner mutations,
      PersonalLog personal,
      RunningOperations running) {
    this.preparation = preparation;
    this.limits = limits;
    this.introspection = introspection;
    this.authorisation = authorisation;
    this.queries = queries;
    this.mutations = mutations;
    this.personal = personal;
    this.running = running;
    this.graphql =
        GraphQL.newGraphQL(schema.schema())
            .preparsedDocumentProvider((input, parse) ->
                CompletableFuture.completedFuture(
                    Objects.requireNonNull(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class))))
            .build();
  }

  /**
   * @param queriesOnly refuses whatever is not a query, as a safe HTTP method must
   */
  public GraphqlAnswer run(Actor actor, GraphqlRequest request, boolean queriesOnly) {
    SentRequest sent =
        new SentRequest(
            request.query(), null, request.operationName(), request.variables(), request.purpose());
    return run(actor, List.of(sent), queriesOnly, OperationBudget.UNBOUNDED, new StoppableWork())
        .getFirst();
  }

  /**
   * Runs the operations of one request, one after the other; their limits are the request's.
   *
   * @param work stops them from outside
   * @return an answer for each, in their order
   */
  public List<GraphqlAnswer> run(
      Actor actor,
      List<SentRequest> requests,
      boolean queriesOnly,
      OperationBudget budget,
      StoppableWork work) {
    try {
      return running.run(
          actor.tenant(),
          work,
          deadline -> answers(actor, requests, queriesOnly, budget, deadline));
    } catch (RuntimeException failure) {
      return Collections.nCopies(requests.size(), GraphqlAnswer.refused(Errors.of(failure)));
    }
  }

  private List<GraphqlAnswer> answers(
      Actor actor,
      List<SentRequest> requests,
      boolean queriesOnly,
      OperationBudget budget,
      RunningOperations.Deadline deadline) {
    Map<Integer, Prepared> prepared = new LinkedHashMap<>();
    Map<Integer, GraphqlAnswer> refused = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      try {
        prepared.put(i, preparation.prepare(actor, requests.get(i), queriesOnly));
      } catch (RuntimeException failure) {
        refused.put(i, GraphqlAnswer.refused(Errors.of(failure)));
      }
    }
    budget.spend(
        limits.check(
            prepared.values().stream().map(Prepared::operation).toList(),
            prepared.values().stream().mapToLong(Prepared::tokens).sum()));
    List<GraphqlAnswer> answers = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      Prepared ready = prepared.get(i);
      answers.add(
          ready == null ? Objects.requireNonNull(refused.get(i)) : answer(actor, ready, deadline));
    }
    return answers;
  }

  private GraphqlAnswer answer(
      Actor actor, Prepared prepared, RunningOperations.Deadline deadline) {
    try {
      introspection.check(actor, prepared.operation());
      authorisation.check(actor, prepared.operation());
      Runnable log = personal.of(actor, prepared);
      return complete(prepared, root(actor, prepared, log, deadline));
    } catch (RuntimeException failure) {
      return GraphqlAnswer.refused(Errors.of(failure, prepared.use()));
    }
  }

  private Map<String, @Nullable Object> root(
      Actor actor, Prepared prepared, Runnable log, RunningOperations.Deadline deadline) {
    PreparedOperation operation = prepared.operation();
    if (operation.roots().isEmpty()) {
      return Map.of();
    }
    return switch (prepared.kind()) {
      case QUERY ->
          personal.logged(actor, prepared.use(), log, () -> queries.run(actor, operation));
      case MUTATION -> {
        deadline.ofMutation();
        yield mutations.run(actor, operation, prepared.use(), log);
      }
      case SUBSCRIPTION ->
          throw new OperationRefused(ErrorCode.BAD_REQUEST, "There are no subscriptions.");
    };
  }

  /** GraphQL's own execution: null rules, scalars, types of interfaces, introspection. */
  GraphqlAnswer complete(Prepared prepared, Map<String, @Nullable Object> root) {
    ExecutionResult result =
        graphql.execute(
            ExecutionInput.newExecutionInput(prepared.request().query())
                .operationName(prepared.request().operationName())
                .variables(prepared.request().variables())
                .graphQLContext(Map.of(PreparsedDocumentEntry.class, prepared.document()))
                .root(root)
                .build());
    return new GraphqlAnswer(
        ExecutionResultImpl.newExecutionResult()
            .from(result)
            .errors(
                prepared
                    .use()
                    .hide(
                        result.getErrors().stream()
                            .map(error -> Errors.coded(error, prepared.use()))
                            .toList()))
            .build(),
        result.isDataPresent());
  }
}
