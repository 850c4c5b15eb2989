package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import council.graphql.read.CompiledRead;
import council.graphql.read.GlobalId;
import council.graphql.read.ReadCompiler;
import council.graphql.read.ReadRequest;
import council.graphql.read.Statement;
import council.graphql.schema.ComposedSchema;
import council.graphql.schema.RootField;
import council.platform.data.TenantReads;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.PostgresForTests;
import graphql.normalized.ExecutableNormalizedField;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every list of the API, in every order, is answered by an index. Rows that are equal in an index's
 * order may be put in order among themselves (PostgreSQL's incremental sort), but no list is sorted
 * as a whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlansTest {
  private static final Actor ACTOR =
      new Actor("north", new UUID(0, 1), "reader", Set.of(Role.AUDITOR), Set.of(), Set.of());
  private ApplicationContext context;
  private ComposedSchema schema;

  @BeforeAll
  void start() {
    context =
        ApplicationContext.run(PostgresForTests.shared().migratedDatabase().properties(), "test");
    schema = context.getBean(ComposedSchema.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @TestFactory
  Stream<DynamicTest> rootLists() {
    return schema.queries().entrySet().stream()
        .filter(field -> field.getValue() instanceof RootField.Connection)
        .flatMap(field -> inEveryOrder(schema.schema().getQueryType(), field.getKey()))
        .map(list -> DynamicTest.dynamicTest(list, () -> usesAnIndex("{ " + list + " }")));
  }

  @TestFactory
  Stream<DynamicTest> listsBelowANode() {
    return schema.reads().types().keySet().stream()
        .map(type -> schema.schema().getObjectType(type))
        .filter(type -> type.getInterfaces().stream().anyMatch(i -> i.getName().equals("Node")))
        .flatMap(this::listsOf);
  }

  private Stream<DynamicTest> listsOf(GraphQLObjectType type) {
    String id = new GlobalId(type.getName(), new UUID(0, 1)).encoded();
    return type.getFieldDefinitions().stream()
        .filter(field -> field.getArgument("first") != null)
        .flatMap(field -> inEveryOrder(type, field.getName()))
        .map(list ->
            DynamicTest.dynamicTest(
                type.getName() + "." + list,
                () ->
                    usesAnIndex(
                        "{ node(id: \"%s\") { ... on %s { %s } } }"
                            .formatted(id, type.getName(), list))));
  }

  /** A list that no index serves would be told: the check itself can fail. */
  @Test
  void aListWithoutAnIndexIsTold() {
    List<String> plan =
        explain(
            new Statement(
                "select id from framework.round where tenant_id = 'north' order by title",
                List.of(),
                1));
    assertThat(plan).anyMatch(ListPlansTest::sortsAll);
  }

  private static boolean sortsAll(String line) {
    return line.replace("->", "").strip().startsWith("Sort  (");
  }

  private static Stream<String> inEveryOrder(GraphQLObjectType type, String name) {
    GraphQLFieldDefinition field = type.getFieldDefinition(name);
    GraphQLEnumType orders =
        (GraphQLEnumType) GraphQLTypeUtil.unwrapAll(field.getArgument("orderBy").getType());
    return orders.getValues().stream()
        .map(GraphQLEnumValueDefinition::getName)
        .map(order -> "%s(first: 50, orderBy: %s) { nodes { id } }".formatted(name, order));
  }

  private void usesAnIndex(String query) {
    List<String> plan = explain(statement(query));
    assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(plan).as(String.join("\n", plan)).noneMatch(ListPlansTest::sortsAll);
  }

  private Statement statement(String query) {
    PreparedOperation operation =
        new Operations(schema, context.getBean(GraphqlLimits.class))
            .prepare(Parser.parse(query), new GraphqlRequest(query, null, Map.of()), true);
    ExecutableNormalizedField root = operation.roots().getFirst();
    ReadCompiler compiler = new ReadCompiler(schema.reads());
    CompiledRead compiled =
        schema.queries().get(root.getFieldName()) instanceof RootField.Connection(String type)
            ? compiler.connection(type, root, operation.values())
            : compiler.byId(
                root.getChildren().getFirst().getObjectTypeNames().iterator().next(),
                root,
                operation.values());
    return compiled.statement(ReadRequest.of(ACTOR, operation.values()));
  }

  /** The tables are empty, so what costs more on small tables is taken out of the choice. */
  private List<String> explain(Statement statement) {
    return context
        .getBean(Transactions.class)
        .read(
            ACTOR,
            () ->
                context
                    .getBean(DSLContext.class)
                    .connectionResult(connection -> explain(connection, statement)));
  }

  private static List<String> explain(Connection connection, Statement statement)
      throws SQLException {
    try (java.sql.Statement choice = connection.createStatement()) {
      choice.execute(
          "set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan"
              + " = off; set local plan_cache_mode = force_custom_plan");
    }
    try (PreparedStatement prepared = connection.prepareStatement("explain " + statement.sql())) {
      for (int i = 0; i < statement.binds().size(); i++) {
        prepared.setObject(i + 1, TenantReads.asJdbc(connection, statement.binds().get(i)));
      }
      List<String> plan = new ArrayList<>();
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      return plan;
    }
  }
}
