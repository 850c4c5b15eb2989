package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.document.DocumentHash;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Documents that a council has registered, and councils and clients that may send no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REGISTER =
      "mutation Register($input: RegisterDocumentsInput!) { registerDocuments(input: $input) {"
          + " documents { documentId name } problems { code path message } } }";
  private static final String REQUIRE =
      "mutation Require($input: RequireTrustedDocumentsInput!) { requireTrustedDocuments(input:"
          + " $input) { rule { required } problems { code } } }";
  private ToyServer toy;

  @BeforeAll
  void start() {
    toy = ToyServer.start(Map.of());
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  private JsonNode run(String token, String query, Map<String, Object> input) throws Exception {
    Map<String, Object> complete = new java.util.HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    return ToyServer.json(
        toy.send(
            toy.post(
                token,
                JSON.writeValueAsString(
                    Map.of("query", query, "variables", Map.of("input", complete))))));
  }

  private String register(String admin, Map<String, Object> more, String... documents)
      throws Exception {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String document : documents) {
      all.add(Map.of("name", "a document", "document", document));
    }
    Map<String, Object> input = new java.util.HashMap<>(more);
    input.put("documents", all);
    JsonNode answer = run(admin, REGISTER, input);
    JsonNode payload = answer.at("/data/registerDocuments");
    assertThat(payload.path("problems")).as(answer.toString()).isEmpty();
    return payload.at("/documents/0/documentId").asText();
  }

  private void require(String admin, Map<String, Object> input) throws Exception {
    JsonNode answer = run(admin, REQUIRE, input);
    assertThat(answer.at("/data/requireTrustedDocuments/rule").isObject())
        .as(answer.toString())
        .isTrue();
    Thread.sleep(Duration.ofMillis(2_100));
  }

  private HttpResponse<String> byId(String token, String id) throws Exception {
    return toy.send(toy.post(token, "{\"documentId\": \"" + id + "\"}"));
  }

  @Test
  void aDocumentIsSentByItsId() throws Exception {
    String admin = toy.tokenOf("north", "admin1", "TENANT_ADMIN");
    String document = "query Mine { me { council } }";
    String id = register(admin, Map.of(), document);
    assertThat(id).isEqualTo(DocumentHash.of(document).id());
    String expected = "{\"data\":{\"me\":{\"council\":\"north\"}}}";
    assertThat(byId(toy.token("north"), id).body()).isEqualTo(expected);
    assertThat(
            toy.send(
                    toy.to("/graphql?documentId=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .header("Authorization", "Bearer " + toy.token("north"))
                        .GET())
                .body())
        .isEqualTo(expected);
    HttpResponse<String> elsewhere = byId(toy.token("south"), id);
    assertThat(ToyServer.code(elsewhere)).isEqualTo("DOCUMENT_NOT_FOUND");
    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(ToyServer.code(byId(toy.token("north"), "sha256:abc"))).isEqualTo("BAD_REQUEST");
    assertThat(
            toy.send(
                    toy.post(
                        toy.token("north"),
                        "{\"documentId\": \"" + id + "\", \"query\": \"{ me { label } }\"}"))
                .body())
        .contains("is not the document");
  }

  @Test
  void aDocumentThatDoesNotFitTheSchemaIsNotRegistered() throws Exception {
    String admin = toy.tokenOf("north", "admin2", "TENANT_ADMIN");
    JsonNode answer =
        run(
            admin,
            REGISTER,
            Map.of(
                "documents",
                List.of(
                    Map.of("name", "wrong", "document", "{ nothing }"),
                    Map.of("name", "broken", "document", "{"),
                    Map.of("name", "empty", "document", "fragment F on Me { label }"),
                    Map.of(
                        "name",
                        "other",
                        "document",
                        "{ me { label } }",
                        "documentId",
                        DocumentHash.of("x").id()))));
    JsonNode problems = answer.at("/data/registerDocuments/problems");
    assertThat(problems.findValuesAsText("path"))
        .contains(
            "input.documents[0].document",
            "input.documents[1].document",
            "input.documents[2].document",
            "input.documents[3].documentId");
    assertThat(problems.findValuesAsText("code")).contains("INVALID_DOCUMENT", "OTHER_DOCUMENT");
  }

  @Test
  void aClientOfWhomTheyAreRequiredSendsNothingElse() throws Exception {
    String admin = toy.tokenOf("north", "admin3", "TENANT_ADMIN");
    String client = toy.tokenOf("north", "client", "COMMISSIONER");
    String its = "query Its { me { label } }";
    String id = register(admin, Map.of("client", "client"), its);
    require(admin, Map.of("client", "client", "required", true));

    assertThat(byId(client, id).body()).contains("\"client\"");
    assertThat(toy.ask(client, its).statusCode()).isEqualTo(200);
    for (String other : List.of("{ me { label } }", "{ not graphql at all", "{ __typename }")) {
      HttpResponse<String> refused = toy.ask(client, other);
      assertThat(ToyServer.code(refused)).as(other).isEqualTo("DOCUMENT_NOT_TRUSTED");
      assertThat(refused.statusCode()).isEqualTo(403);
    }
    assertThat(toy.ask(toy.token("north"), "{ me { label } }").statusCode()).isEqualTo(200);
    assertThat(ToyServer.code(byId(toy.token("north"), id))).isEqualTo("DOCUMENT_NOT_FOUND");
  }

  @Test
  void aCouncilOfWhichTheyAreRequiredCanGoBack() throws Exception {
    String admin = toy.tokenOf("south", "admin4", "TENANT_ADMIN");
    JsonNode locked = run(admin, REQUIRE, Map.of("required", true));
    assertThat(locked.at("/data/requireTrustedDocuments/problems/0/code").asText())
        .isEqualTo("NO_WAY_BACK");

    register(admin, Map.of(), REQUIRE);
    require(admin, Map.of("required", true));
    assertThat(ToyServer.code(toy.ask(toy.token("south"), "{ me { label } }")))
        .isEqualTo("DOCUMENT_NOT_TRUSTED");
    require(admin, Map.of("required", false));
    assertThat(toy.ask(toy.token("south"), "{ me { label } }").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhoMayDecidesOrLooks() throws Exception {
    String commissioner = toy.token("north");
    assertThat(
            run(commissioner, REQUIRE, Map.of("required", false))
                .at("/errors/0/extensions/code")
                .asText())
        .isEqualTo("FORBIDDEN");
    assertThat(ToyServer.code(toy.ask(commissioner, "{ trustedDocuments { totalCount } }")))
        .isEqualTo("FORBIDDEN");
    String admin = toy.tokenOf("north", "admin5", "TENANT_ADMIN");
    register(admin, Map.of(), "query Audited { me { roles } }");
    assertThat(
            toy.ask(
                    admin,
                    "{ auditEntries(action: \"DocumentRegistered\") { nodes { by after } } }")
                .body())
        .contains(DocumentHash.of("query Audited { me { roles } }").hex())
        .contains("admin5");
    assertThat(
            toy.ask(admin, "{ trustedDocuments(orderBy: NAME_ASC) { nodes { document } } }").body())
        .contains("query Audited");
  }
}
