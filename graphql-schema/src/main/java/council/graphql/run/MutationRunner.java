package council.graphql.run;

import council.graphql.read.ObjectShape;
import council.graphql.schema.BoundMutation;
import council.graphql.schema.ComposedSchema;
import council.platform.data.Transactions;
import council.platform.idempotency.Idempotency;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs the mutations of an operation one after the other in one write transaction. A refused one is
 * rolled back by itself and answers its problems; a fault rolls the whole operation back.
 */
final class MutationRunner {
  private static final int LONGEST_KEY = 200;

  private final ComposedSchema schema;
  private final QueryRunner reads;
  private final Idempotency keys;
  private final Transactions transactions;
  private final DSLContext db;

  MutationRunner(
      ComposedSchema schema,
      QueryRunner reads,
      Idempotency keys,
      Transactions transactions,
      DSLContext db) {
    this.schema = schema;
    this.reads = reads;
    this.keys = keys;
    this.transactions = transactions;
    this.db = db;
  }

  /**
   * @param atEnd what belongs into the same transaction, after everything was read
   */
  Map<String, @Nullable Object> run(
      Actor actor, PreparedOperation operation, PersonalUse use, Runnable atEnd) {
    return transactions.write(
        actor,
        () -> {
          Map<String, @Nullable Object> answers = new HashMap<>();
          for (ExecutableNormalizedField field : operation.roots()) {
            answers.put(QueryRunner.key(field), payload(actor, operation, field, use));
          }
          atEnd.run();
          return answers;
        });
  }

  private @Nullable Object payload(
      Actor actor, PreparedOperation operation, ExecutableNormalizedField field, PersonalUse use) {
    Map<String, @Nullable Object> payload = payloadOfNulls(field);
    Savepoint before = db.connectionResult(c -> c.setSavepoint());
    try {
      payload.putAll(OutcomeJson.read(outcome(actor, operation, field, use)));
      payload.put("problems", List.of());
    } catch (Refused refused) {
      db.connection(c -> c.rollback(before));
      payload.put(
          "problems", refused.problems().stream().map(use::hide).map(Errors::problem).toList());
    }
    return reads.prepare(actor, operation, field, payload);
  }

  private Map<String, @Nullable Object> payloadOfNulls(ExecutableNormalizedField field) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put(ObjectShape.TYPE, null);
    field.getChildren().forEach(child -> payload.put(child.getFieldName(), null));
    return payload;
  }

  private String outcome(
      Actor actor, PreparedOperation operation, ExecutableNormalizedField field, PersonalUse use) {
    Map<String, @Nullable Object> input = new LinkedHashMap<>();
    ((Map<?, ?>) java.util.Objects.requireNonNull(operation.values().find(field, "input")))
        .forEach((name, value) -> input.put(String.valueOf(name), value));
    String key = String.valueOf(input.remove("idempotencyKey"));
    checkKey(key);
    String name = field.getFieldName();
    RequestKey kept = RequestKey.of(key, OutcomeJson.write(input), use.givesValues());
    return switch (keys.begin(actor, name, kept.key(), kept.inputHash())) {
      case Idempotency.Replay(String first) -> first;
      case Idempotency.Conflict() -> throw reused(key);
      case Idempotency.Fresh() -> {
        String outcome = OutcomeJson.write(apply(actor, name, input));
        keys.finish(actor, kept.key(), outcome);
        yield outcome;
      }
    };
  }

  private static Refused reused(String key) {
    return new Refused(
        List.of(
            new Problem(
                "IDEMPOTENCY_KEY_REUSED",
                "input.idempotencyKey",
                "This key was used before with another input; take a new key for a new request.",
                key,
                "a key that was not used before")));
  }

  private Map<String, Object> apply(
      Actor actor, String field, Map<String, @Nullable Object> input) {
    BoundMutation<?> mutation = schema.mutations().get(field);
    if (mutation == null) {
      throw new IllegalStateException("Mutation." + field + " is not wired");
    }
    return apply(actor, field, input, mutation);
  }

  private <I> Map<String, Object> apply(
      Actor actor, String field, Map<String, @Nullable Object> input, BoundMutation<I> bound) {
    GraphQLInputObjectType type =
        (GraphQLInputObjectType)
            GraphQLTypeUtil.unwrapNonNull(
                schema
                    .schema()
                    .getMutationType()
                    .getFieldDefinition(field)
                    .getArgument("input")
                    .getType());
    I record = InputBinder.bind(type, input, bound.inputType(), "input");
    return bound.mutation().apply(actor, record).fields();
  }

  private static void checkKey(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new Refused(
          List.of(
              new Problem(
                  "BAD_IDEMPOTENCY_KEY",
                  "input.idempotencyKey",
                  "An idempotency key has 1 to %d characters.".formatted(LONGEST_KEY),
                  null,
                  "1 to " + LONGEST_KEY + " characters")));
    }
  }
}
