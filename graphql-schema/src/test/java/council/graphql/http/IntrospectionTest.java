package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is told what the schema looks like. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntrospectionTest {
  private static final List<String> ASKING =
      List.of(
          "{ __schema { types { name } } }",
          "{ __type(name: \"Book\") { fields { name } } }",
          "{ me { label } s: __schema { queryType { name } } }",
          "query { ...F } fragment F on Query { __schema { types { name } } }");
  private ToyServer toy;
  private String plain;
  private String admin;

  @BeforeAll
  void start() throws Exception {
    toy = ToyServer.start(Map.of("council.graphql.introspection", "PERMITTED"));
    plain = toy.token("north");
    admin = toy.tokenOf("north", "admin", "TENANT_ADMIN");
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  @Test
  void onlyWhoMayIsToldTheSchema() throws Exception {
    for (String query : ASKING) {
      HttpResponse<String> refused = toy.ask(plain, query);
      assertThat(ToyServer.code(refused)).as(query).isEqualTo("FORBIDDEN");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(ToyServer.json(refused).has("data")).isFalse();
      assertThat(ToyServer.json(toy.ask(admin, query)).has("errors")).as(query).isFalse();
    }
  }

  @Test
  void theDemoTellsEverybody() throws Exception {
    try (ToyServer demo = ToyServer.start(Map.of())) {
      assertThat(ToyServer.json(demo.ask(demo.token("north"), ASKING.getFirst())).has("data"))
          .isTrue();
    }
  }

  @Test
  void typenameAlwaysWorks() throws Exception {
    assertThat(toy.ask(plain, "{ __typename me { __typename label } }").body())
        .isEqualTo(
            "{\"data\":{\"__typename\":\"Query\",\"me\":{\"__typename\":\"Me\",\"label\":\"tester\"}}}");
  }

  @Test
  void errorsNameNothingThatTheDocumentDidNot() throws Exception {
    Map<String, List<String>> leaks =
        Map.of(
            "{ author { name } }", List.of("id", "Author"),
            "{ book }", List.of("books", "Query"),
            "{ books { nodes { titel } } }", List.of("title", "Book'"),
            "mutation { addBook(input: {title: \"x\"}) { words } }",
                List.of("idempotencyKey", "author", "AddBookInput"),
            "{ books(kind: NOVELL) { totalCount } }", List.of("NOVEL'", "BookKind", "POEMS"),
            "{ me }", List.of("Me"),
            "{ books(first: \"x\") { totalCount } }", List.of("Int"));
    for (Map.Entry<String, List<String>> leak : leaks.entrySet()) {
      HttpResponse<String> answer = toy.ask(plain, leak.getKey());
      assertThat(ToyServer.code(answer)).as(answer.body()).isEqualTo("BAD_REQUEST");
      assertThat(answer.body()).contains("\"locations\"").doesNotContain(leak.getValue());
      assertThat(toy.ask(admin, leak.getKey()).body()).isNotEqualTo(answer.body());
    }
  }

  @Test
  void errorsOfVariablesNameNothingEither() throws Exception {
    String body =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "query",
                    "mutation M($input: AddBookInput!) { addBook(input: $input) { words } }",
                    "variables",
                    Map.of("input", Map.of("titel", "x"))));
    HttpResponse<String> answer = toy.send(toy.post(plain, body));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("idempotencyKey", "author", "titel");
  }

  @Test
  void whatIsWrongWithTheDocumentItselfIsTold() throws Exception {
    assertThat(toy.ask(plain, "query($unused: Int) { me { label } }").body()).contains("unused");
    assertThat(toy.ask(plain, "{ me { ...Nothing } }").body()).contains("Nothing");
  }
}
