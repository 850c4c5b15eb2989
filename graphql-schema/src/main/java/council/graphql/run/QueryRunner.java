package council.graphql.run;

import council.graphql.read.CompiledRead;
import council.graphql.read.GlobalId;
import council.graphql.read.ObjectShape;
import council.graphql.read.PlainValues;
import council.graphql.read.ReadCompiler;
import council.graphql.read.ReadRequest;
import council.graphql.read.RequestValues;
import council.graphql.read.Statement;
import council.graphql.read.StatementRunner;
import council.graphql.schema.ComposedSchema;
import council.graphql.schema.FieldFailure;
import council.graphql.schema.RootField;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Refused;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything that a query asks for. Where it asks for declared reads alone, they travel in
 * one round trip; where a facade answers a field, all of it runs in one read transaction.
 */
final class QueryRunner {
  private final ComposedSchema schema;
  private final ReadCompiler compiler;
  private final Authorisation authorisation;
  private final StatementRunner roundTrip;
  private final StatementRunner inTransaction;
  private final Transactions transactions;

  QueryRunner(
      ComposedSchema schema,
      Authorisation authorisation,
      StatementRunner roundTrip,
      StatementRunner inTransaction,
      Transactions transactions) {
    this.schema = schema;
    this.compiler = new ReadCompiler(schema.reads());
    this.authorisation = authorisation;
    this.roundTrip = roundTrip;
    this.inTransaction = inTransaction;
    this.transactions = transactions;
  }

  Map<String, @Nullable Object> run(Actor actor, PreparedOperation operation) {
    Map<ExecutableNormalizedField, CompiledRead> reads = compile(actor, operation);
    boolean facades =
        operation.roots().stream()
            .anyMatch(f -> schema.queries().get(f.getFieldName()) instanceof RootField.Facade);
    if (!facades) {
      return read(actor, operation, reads, roundTrip);
    }
    return transactions.read(
        actor,
        () -> {
          Map<String, @Nullable Object> answers = read(actor, operation, reads, inTransaction);
          for (ExecutableNormalizedField field : operation.roots()) {
            if (schema.queries().get(field.getFieldName()) instanceof RootField.Facade facade) {
              answers.put(key(field), ask(actor, operation, field, facade));
            }
          }
          return answers;
        });
  }

  private Map<ExecutableNormalizedField, CompiledRead> compile(
      Actor actor, PreparedOperation operation) {
    Map<ExecutableNormalizedField, CompiledRead> reads = new LinkedHashMap<>();
    for (ExecutableNormalizedField field : operation.roots()) {
      if (schema.queries().get(field.getFieldName()) instanceof RootField.AnyNode) {
        checkNodeType(actor, operation.values(), field);
      }
      CompiledRead compiled = operation.compiled().get(field);
      if (compiled == null) {
        compiled = compile(field, operation.values());
      }
      if (compiled != null) {
        operation.compiled().put(field, compiled);
        reads.put(field, compiled);
      }
    }
    return reads;
  }

  private @Nullable CompiledRead compile(ExecutableNormalizedField field, RequestValues values) {
    return switch (schema.queries().get(field.getFieldName())) {
      case RootField.Connection(String type) -> compiler.connection(type, field, values);
      case RootField.ById(String type) -> compiler.byId(type, field, values);
      case RootField.AnyNode ignored -> {
        String type = nodeId(values, field).type();
        yield isNode(type) ? compiler.byId(type, field, values) : null;
      }
      case RootField.Facade ignored -> null;
      case null -> throw new IllegalStateException(field.getFieldName());
    };
  }

  private void checkNodeType(Actor actor, RequestValues values, ExecutableNormalizedField field) {
    String type = nodeId(values, field).type();
    if (isNode(type)) {
      authorisation.checkType(actor, type);
    }
  }

  private static GlobalId nodeId(RequestValues values, ExecutableNormalizedField field) {
    return GlobalId.get("id", String.valueOf(values.find(field, "id")));
  }

  private boolean isNode(String type) {
    return schema.reads().find(type).isPresent()
        && schema.schema().getObjectType(type).getInterfaces().stream()
            .anyMatch(i -> i.getName().equals("Node"));
  }

  private static Map<String, @Nullable Object> read(
      Actor actor,
      PreparedOperation operation,
      Map<ExecutableNormalizedField, CompiledRead> reads,
      StatementRunner runner) {
    ReadRequest request = ReadRequest.of(actor, operation.values(), operation.seen());
    List<Statement> statements = new ArrayList<>();
    reads.values().forEach(r -> statements.add(r.statement(request)));
    List<@Nullable String[]> rows =
        statements.isEmpty() ? List.of() : runner.run(actor, statements);
    Map<String, @Nullable Object> answers = new HashMap<>();
    int i = 0;
    for (Map.Entry<ExecutableNormalizedField, CompiledRead> read : reads.entrySet()) {
      answers.put(key(read.getKey()), read.getValue().answer().read(request, rows.get(i++)));
    }
    return answers;
  }

  private @Nullable Object ask(
      Actor actor,
      PreparedOperation operation,
      ExecutableNormalizedField field,
      RootField.Facade facade) {
    GraphQLFieldDefinition definition =
        schema.schema().getQueryType().getFieldDefinition(field.getFieldName());
    try {
      Object answer =
          facade.resolver().resolve(actor, new FieldArguments(definition, field, operation));
      return prepare(actor, operation, field, answer);
    } catch (Refused refused) {
      return new FieldFailure(
          ErrorCode.BAD_REQUEST, Errors.told(refused), Errors.problems(refused));
    } catch (PlatformException e) {
      if (e.code() == ErrorCode.INTERNAL) {
        throw e;
      }
      return new FieldFailure(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
  }

  /** What a facade answered, with the nodes it refers to, in the transaction at hand. */
  @Nullable Object prepare(
      Actor actor,
      PreparedOperation operation,
      ExecutableNormalizedField field,
      @Nullable Object answer) {
    return new PlainValues(
            schema.schema(), (type, at, ids) -> nodes(actor, operation, type, at, ids))
        .prepare(field, answer);
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Map<String, @Nullable Object>> nodes(
      Actor actor,
      PreparedOperation operation,
      String type,
      ExecutableNormalizedField field,
      Collection<UUID> ids) {
    CompiledRead compiled = compiler.byIds(type, field, operation.values());
    ReadRequest request =
        new ReadRequest(actor, operation.values(), List.copyOf(ids), operation.seen());
    @Nullable String[] row =
        inTransaction.run(actor, List.of(compiled.statement(request))).getFirst();
    Object found = compiled.answer().read(request, row);
    return found == null ? Map.of() : (Map<UUID, Map<String, @Nullable Object>>) found;
  }

  static String key(ExecutableNormalizedField root) {
    return ObjectShape.link(root.getResultKey());
  }
}
