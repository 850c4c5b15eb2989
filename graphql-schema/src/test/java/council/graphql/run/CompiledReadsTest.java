package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.read.BatchedOracle;
import council.graphql.schema.ComposedSchema;
import council.graphql.toy.ToyCouncils;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is compiled into one statement answers as the plain way does, level by level. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledReadsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Actor actor = ToyCouncils.actor("north");
  private ApplicationContext context;
  private GraphqlService service;
  private ComposedSchema schema;
  private Documents documents;
  private Operations operations;

  @BeforeAll
  void start() {
    context = ApplicationContext.run(ToyCouncils.create().database().properties(), "test");
    service = context.getBean(GraphqlService.class);
    schema = context.getBean(ComposedSchema.class);
    GraphqlLimits limits = context.getBean(GraphqlLimits.class);
    documents = new Documents(schema, limits);
    operations = new Operations(schema, limits);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private JsonNode compiled(String query, Map<String, Object> variables) {
    GraphqlRequest request = new GraphqlRequest(query, null, variables);
    return JSON.valueToTree(service.run(actor, request, true).body());
  }

  private JsonNode plain(String query, Map<String, Object> variables) {
    GraphqlRequest request = new GraphqlRequest(query, null, variables);
    Documents.Known document = documents.get(query);
    PreparedOperation operation = operations.prepare(document.entry().getDocument(), request, true);
    Map<String, @Nullable Object> root =
        context
            .getBean(Transactions.class)
            .read(
                actor,
                () ->
                    new BatchedOracle(
                            schema, operation.values(), context.getBean(DSLContext.class), actor)
                        .answer(operation.roots()));
    Prepared prepared =
        new Prepared(
            request,
            document.entry(),
            Operation.QUERY,
            operation,
            PersonalUse.NONE,
            document.tokens());
    return JSON.valueToTree(service.complete(prepared, root).body());
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    JsonNode answer = compiled("{ authors { nodes { id } } books { nodes { id } } }", Map.of());
    answer.findValues("id").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  @Test
  void randomOperationsAnswerTheSameOnBoth() {
    RandomOperations random = new RandomOperations(20150601, ids());
    int answered = 0;
    for (int i = 0; i < 300; i++) {
      String query = random.next();
      JsonNode answer = compiled(query, Map.of());
      assertThat(answer.has("errors")).as(query + " -> " + answer).isFalse();
      assertThat(answer).as(query).isEqualTo(plain(query, Map.of()));
      answered += answer.toString().length();
    }
    assertThat(answered).isGreaterThan(100_000);
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetitionInEveryOrder() {
    for (String order : List.of("TITLE_ASC", "PAGES_DESC", "KIND_THEN_NEWEST")) {
      String all = "{ books(first: 200, orderBy: %s) { nodes { id } } }".formatted(order);
      List<String> expected =
          compiled(all, Map.of()).findValues("id").stream().map(JsonNode::asText).toList();
      assertThat(pages(order)).as(order).hasSizeGreaterThan(20).isEqualTo(expected);
    }
  }

  /** One document, so that all pages but the first share the compiled statement. */
  private List<String> pages(String order) {
    String query =
        "query($after: String, $first: Int, $orderBy: BookOrder) { books(first: $first, after:"
            + " $after, orderBy: $orderBy) { nodes { id } pageInfo { hasNextPage hasPreviousPage"
            + " endCursor } } }";
    List<String> found = new ArrayList<>();
    java.util.HashMap<String, Object> variables =
        new java.util.HashMap<>(Map.of("first", 3, "orderBy", order));
    JsonNode page;
    do {
      page = compiled(query, variables);
      assertThat(page).as(variables.toString()).isEqualTo(plain(query, variables));
      page.findValues("id").forEach(id -> found.add(id.asText()));
      variables.put("after", page.at("/data/books/pageInfo/endCursor").asText());
      variables.put("first", 2 + found.size() % 3);
    } while (page.at("/data/books/pageInfo/hasNextPage").asBoolean());
    return found;
  }

  @Test
  void aSharedShapeTakesTheValuesOfEachRequest() {
    String query =
        "query($titles: [String!], $kind: BookKind, $with: Boolean!) { books(titles: $titles,"
            + " kind: $kind) { totalCount nodes { title kind pages @include(if: $with) } } }";
    List<Map<String, Object>> requests =
        List.of(
            Map.of("with", true),
            Map.of("with", true, "kind", "NOVEL"),
            Map.of("with", true, "kind", "POEMS"),
            Map.of("with", false, "kind", "POEMS"),
            Map.of("with", false, "titles", List.of("Alpha"), "kind", "POEMS"),
            Map.of("with", false, "titles", List.of("Beta", "Alpha"), "kind", "POEMS"));
    for (Map<String, Object> variables : requests) {
      assertThat(compiled(query, variables)).isEqualTo(plain(query, variables));
    }
    assertThat(compiled(query, requests.get(1))).isNotEqualTo(compiled(query, requests.get(2)));
  }

  @Test
  void anotherCouncilsRowsAreNotThere() {
    String id = ids().getFirst();
    String query = "{ node(id: \"%s\") { id } author(id: \"%s\") { name } }".formatted(id, id);
    JsonNode stranger =
        JSON.valueToTree(
            service
                .run(ToyCouncils.actor("south"), new GraphqlRequest(query, null, Map.of()), true)
                .body());
    assertThat(compiled(query, Map.of()).at("/data/node/id").asText()).isEqualTo(id);
    assertThat(stranger.toString()).isEqualTo("{\"data\":{\"node\":null,\"author\":null}}");
  }
}
