package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.read.GlobalId;
import council.graphql.toy.ToyCouncils;
import council.graphql.toy.ToySchemes;
import council.platform.identity.Actor;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an operation may do, what it answers, and what it is refused for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
  private static final String ADD =
      "mutation($input: AddBookInput!) { addBook(input: $input) { words book { title kind price"
          + " tags author { id } } problems { code path } } }";
  private final Actor everything = ToyCouncils.actor("north");
  private ApplicationContext context;
  private GraphqlService service;

  @BeforeAll
  void start() {
    context = ApplicationContext.run(ToyCouncils.create().database().properties(), "test");
    service = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private JsonNode run(String query) {
    return run(everything, query, Map.of());
  }

  private JsonNode run(Actor actor, String query, Map<String, Object> variables) {
    GraphqlRequest request = new GraphqlRequest(query, null, variables);
    return new ObjectMapper().valueToTree(service.run(actor, request, false).body());
  }

  private static String code(JsonNode answer) {
    return answer.at("/errors/0/extensions/code").asText();
  }

  private int books() {
    return run("{ books { totalCount } }").at("/data/books/totalCount").asInt();
  }

  private String author() {
    return run("{ authors(first: 1) { nodes { id } } }").at("/data/authors/nodes/0/id").asText();
  }

  private JsonNode add(String key, String title) {
    return add(key, Map.of("author", author(), "title", title));
  }

  private JsonNode add(String key, Map<String, Object> input) {
    Map<String, Object> all = new java.util.HashMap<>(input);
    all.put("idempotencyKey", key);
    return run(everything, ADD, Map.of("input", all));
  }

  @Test
  void readsAPageThreeLevelsDeep() {
    JsonNode answer =
        run(
            "{ authors(first: 3) { totalCount nodes { id name born greeting initial mentor { name }"
                + " profile { text } books(first: 2, orderBy: PAGES_DESC) { totalCount edges {"
                + " cursor node { title price tags printedAt chapters { number draft } } } } } }"
                + " }");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/authors/nodes")).hasSize(3);
    assertThat(answer.at("/data/authors/totalCount").asInt()).isEqualTo(9);
  }

  @Test
  void aFacadeAnswersBesideDeclaredReadsAndItsNodesAreRead() {
    String book = run("{ books(first: 1) { nodes { id } } }").at("/data/books/nodes/0/id").asText();
    JsonNode answer =
        run(
            "{ summary(best: \"%s\") { council books best { id title author { name } } some { id } }"
                    .formatted(book)
                + " books(first: 1) { totalCount } }");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/summary/council").asText()).isEqualTo("north");
    assertThat(answer.at("/data/summary/best/id").asText()).isEqualTo(book);
    assertThat(answer.at("/data/summary/best/author/name").asText()).isNotEmpty();
    assertThat(answer.at("/data/summary/some")).hasSize(3);
    assertThat(answer.at("/data/summary/books")).isEqualTo(answer.at("/data/books/totalCount"));
  }

  @Test
  void aFacadesRefusalNullsItsFieldAloneAndAFaultIsMasked() {
    JsonNode missing = run("{ summary(fail: \"platform\") { council } books { totalCount } }");
    assertThat(code(missing)).isEqualTo("NOT_FOUND");
    assertThat(missing.at("/data/books/totalCount").asInt()).isPositive();
    JsonNode refused = run("{ summary(fail: \"refused\") { council } }");
    assertThat(refused.at("/errors/0/extensions/problems/0/code").asText()).isEqualTo("NO");
    JsonNode fault = run("{ summary(fail: \"fault\") { council } }");
    assertThat(code(fault)).isEqualTo("INTERNAL");
    assertThat(fault.at("/errors/0/extensions/correlationId").asText()).hasSize(36);
    assertThat(fault.toString()).doesNotContain("secret");
  }

  @Test
  void aMutationAnswersTheChangedNodeAndTheSameAgainForItsKey() {
    int before = books();
    String author = author();
    Map<String, Object> input =
        Map.of("author", author, "title", "A new one", "price", "12.50", "tags", List.of("x"));
    JsonNode first = add("k1", input);
    assertThat(first.has("errors")).as(first.toString()).isFalse();
    assertThat(first.at("/data/addBook/book").toString())
        .isEqualTo(
            "{\"title\":\"A new one\",\"kind\":\"NOVEL\",\"price\":\"12.50\",\"tags\":[\"x\"],"
                + "\"author\":{\"id\":\""
                + author
                + "\"}}");
    assertThat(first.at("/data/addBook/words").asInt()).isEqualTo(3);
    assertThat(add("k1", input)).isEqualTo(first);
    assertThat(books()).isEqualTo(before + 1);
    JsonNode other = add("k1", "Another input");
    assertThat(other.at("/data/addBook/problems/0/code").asText())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(other.at("/data/addBook/book").isNull()).isTrue();
    assertThat(books()).isEqualTo(before + 1);
  }

  @Test
  void aRefusedMutationTellsAllProblemsKeepsNothingAndFreesItsKey() {
    int before = books();
    JsonNode refused = add("k2", " ");
    assertThat(refused.at("/data/addBook/problems").findValuesAsText("code"))
        .containsExactly("BLANK_TITLE", "BLANK_TITLE_TOO");
    assertThat(refused.at("/data/addBook/book").isNull()).isTrue();
    assertThat(books()).isEqualTo(before);
    assertThat(add("k2", "Not blank").at("/data/addBook/problems")).isEmpty();
  }

  @Test
  void aRefusedMutationDoesNotTakeItsNeighboursAlongButAFaultDoes() {
    int before = books();
    String template =
        "mutation { a: addBook(input: {idempotencyKey: \"%s1\", author: \"%s\", title: \"One\"})"
            + " { words problems { code } } b: addBook(input: {idempotencyKey: \"%s2\","
            + " author: \"%s\", title: \"%s\"}) { words problems { code } } }";
    String author = author();
    JsonNode partly = run(template.formatted("p", author, "p", author, " "));
    assertThat(partly.at("/data/a/words").asInt()).isEqualTo(1);
    assertThat(partly.at("/data/b/problems")).hasSize(2);
    assertThat(books()).isEqualTo(before + 1);
    JsonNode fault = run(template.formatted("q", author, "q", author, "fault"));
    assertThat(code(fault)).isEqualTo("INTERNAL");
    assertThat(fault.toString()).doesNotContain("secret").doesNotContain("data");
    assertThat(books()).isEqualTo(before + 1);
  }

  @Test
  void idsOfInputsAreChecked() {
    String book = new GlobalId("Book", UUID.randomUUID()).encoded();
    assertThat(
            add("i1", Map.of("author", book, "title", "T"))
                .at("/data/addBook/problems/0/code")
                .asText())
        .isEqualTo("WRONG_ID_TYPE");
    assertThat(
            add("i2", Map.of("author", "nonsense", "title", "T"))
                .at("/data/addBook/problems/0/path")
                .asText())
        .isEqualTo("input.author");
    assertThat(code(run("{ books(author: \"" + book + "\") { totalCount } }")))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void whatIsNotAllowedIsRefusedBeforeAnythingRuns() {
    Actor reader = ToyCouncils.actor("north", Set.of("toy.read"));
    JsonNode secret = run(reader, "{ books { nodes { title chapters { number } } } }", Map.of());
    assertThat(code(secret)).isEqualTo("FORBIDDEN");
    assertThat(secret.has("data")).isFalse();
    assertThat(run(reader, "{ books { nodes { title } } }", Map.of()).has("errors")).isFalse();
    int before = books();
    JsonNode write =
        run(
            reader,
            ADD,
            Map.of("input", Map.of("idempotencyKey", "f", "author", author(), "title", "T")));
    assertThat(code(write)).isEqualTo("FORBIDDEN");
    assertThat(books()).isEqualTo(before);
    Actor nobody = ToyCouncils.actor("north", Set.of());
    assertThat(code(run(nobody, "{ node(id: \"" + author() + "\") { id } }", Map.of())))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void aModuleThatTheCouncilHasNotGotIsTold() {
    ToySchemes.closed = true;
    try {
      Actor south = ToyCouncils.actor("south");
      JsonNode answer = run(south, "{ tenant { code } books { totalCount } }", Map.of());
      assertThat(code(answer)).isEqualTo("MODULE_NOT_ENABLED");
      assertThat(answer.at("/errors/0/extensions/module").asText()).isEqualTo("toy");
      assertThat(run(south, "{ tenant { code } me { council } }", Map.of()).toString())
          .isEqualTo("{\"data\":{\"tenant\":{\"code\":\"south\"},\"me\":{\"council\":\"south\"}}}");
    } finally {
      ToySchemes.closed = false;
    }
  }

  @Test
  void everyLimitHasItsName() {
    assertLimit("{ books { totalCount } ".repeat(1) + "}".repeat(1), null);
    StringBuilder deep = new StringBuilder("{ author(id: \"" + author() + "\") ");
    deep.append("{ mentor ".repeat(16)).append("{ id }").append(" }".repeat(17));
    assertLimit(deep.toString(), Limit.DEPTH);
    assertLimit(
        "{ authors(first: 200) { nodes { books(first: 200) { nodes { chapters { id } } } } } }",
        Limit.COST);
    StringBuilder aliased = new StringBuilder("{");
    for (int i = 0; i < 101; i++) {
      aliased.append(" a").append(i).append(": tenant { id }");
    }
    assertLimit(aliased.append(" }").toString(), Limit.ALIASES);
    StringBuilder wide = new StringBuilder("{");
    for (int i = 0; i < 600; i++) {
      wide.append(" a").append(i).append(": tenant { id }");
    }
    assertLimit(wide.append(" }").toString(), Limit.FIELDS);
    assertLimit("{ tenant { " + "id ".repeat(10_001) + "} }", Limit.TOKENS);
  }

  private void assertLimit(String query, @Nullable Limit limit) {
    JsonNode answer = run(query);
    if (limit == null) {
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
      return;
    }
    assertThat(code(answer)).as(answer.toString()).isEqualTo(limit.code());
    assertThat(answer.at("/errors/0/extensions/limit").asText()).isEqualTo(limit.word());
    assertThat(answer.has("data")).isFalse();
  }

  @Test
  void argumentsOfPagesAreRefusedClearly() {
    assertThat(run("{ books(first: 201) { totalCount } }").at("/errors/0/message").asText())
        .isEqualTo("Argument first must be between 1 and 200, but was 201.");
    assertThat(run("{ books(after: \"x\") { nodes { id } } }").at("/errors/0/message").asText())
        .isEqualTo("Argument after is not a cursor that this API gave out.");
    String cursor =
        run("{ books(orderBy: TITLE_ASC) { edges { cursor } } }")
            .at("/data/books/edges/0/cursor")
            .asText();
    assertThat(
            run("{ books(orderBy: PAGES_DESC, after: \"" + cursor + "\") { nodes { id } } }")
                .at("/errors/0/message")
                .asText())
        .isEqualTo("Argument after is a cursor of another list or of another order.");
    assertThat(code(run("{ books(titles: [\"a\\u0000b\"]) { totalCount } }")))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void anUnknownNodeIsNullAndAnIllFormedIdIsAnError() {
    for (String type : List.of("Author", "Nothing", "Problem", "BookConnection")) {
      String id = new GlobalId(type, UUID.randomUUID()).encoded();
      assertThat(run("{ node(id: \"" + id + "\") { id } }").toString())
          .isEqualTo("{\"data\":{\"node\":null}}");
    }
    assertThat(code(run("{ node(id: \"nonsense\") { id } }"))).isEqualTo("BAD_REQUEST");
  }

  @Test
  void introspectionAndBrokenDocumentsAreAnswered() {
    assertThat(
            run("{ __schema { queryType { name } } __typename }").at("/data/__typename").asText())
        .isEqualTo("Query");
    assertThat(code(run("{ books { nothing } }"))).isEqualTo("BAD_REQUEST");
    assertThat(code(run("{ books "))).isEqualTo("BAD_REQUEST");
    assertThat(code(run(everything, ADD, Map.of("input", Map.of("title", 1)))))
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void theHostsOwnFieldsAreRead() {
    JsonNode answer =
        run(
            "{ tenant { code title } principals { nodes { label issuer roles scopes"
                + " providerReferences } } providers { totalCount nodes { name locations {"
                + " totalCount } members { provider { name } } } } locations(zone: \"X\","
                + " inForceOn: \"2015-06-01\") { totalCount nodes { until } } areas { nodes { code"
                + " zones { code } } } zones { totalCount } people { totalCount } decisions { nodes"
                + " { kind subjectId reasons { text } } } auditEntries(from:"
                + " \"2015-06-01T00:00:00Z\") { totalCount nodes { at by before } } }");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/principals/nodes/0/issuer").asText()).isEqualTo("urn:north");
  }
}
