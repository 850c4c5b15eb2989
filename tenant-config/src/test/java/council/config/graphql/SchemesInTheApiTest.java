package council.config.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.config.ConfigModule;
import council.config.NewCouncil;
import council.graphql.run.GraphqlRequest;
import council.graphql.run.GraphqlService;
import council.platform.identity.Actor;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemesInTheApiTest {
  private static final String LOAD =
      """
      mutation($input: LoadSchemeInput!) { loadScheme(input: $input) {
        outcome contentHash version { id number status effectiveFrom title }
        problems { code path message value expected } } }
      """;

  private Database database;
  private ApplicationContext context;
  private GraphqlService api;
  private NewCouncil council;
  private Actor admin;

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    context = ApplicationContext.run(database.properties(), "test");
    api = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void aNewCouncil() throws SQLException {
    council = NewCouncil.in(database);
    admin =
        council.adminIn(
            database, Set.of(ConfigModule.READ, ConfigModule.DRAFT, ConfigModule.PUBLISH));
  }

  @Test
  void aSchemeIsLoadedAndReadBack() {
    JsonNode payload = load(council.document("2015-06-01", "Lancaster"), false);
    assertThat(payload.at("/problems")).isEmpty();
    assertThat(payload.at("/outcome").asText()).isEqualTo("PUBLISHED");
    assertThat(payload.at("/version/number").asInt()).isEqualTo(1);
    assertThat(payload.at("/version/status").asText()).isEqualTo("IN_FORCE");
    String id = payload.at("/version/id").asText();
    JsonNode read =
        run(
            admin,
            "query($id: ID!) { schemeVersion(id: $id) { number document contentHash loadedBy }"
                + " schemeInForce { id } before: schemeInForce(on: \"2015-05-31\") { id }"
                + " schemeVersions { totalCount nodes { id effectiveFrom } } }",
            Map.of("id", id));
    assertThat(read.at("/data/schemeVersion/contentHash")).isEqualTo(payload.at("/contentHash"));
    assertThat(read.at("/data/schemeVersion/document").asText()).contains("\"Lancaster\"");
    assertThat(read.at("/data/schemeInForce/id").asText()).isEqualTo(id);
    assertThat(read.at("/data/before").isNull()).isTrue();
    assertThat(read.at("/data/schemeVersions/totalCount").asInt()).isEqualTo(1);
    assertThat(read.at("/data/schemeVersions/nodes/0/effectiveFrom").asText())
        .isEqualTo("2015-06-01");
  }

  @Test
  void problemsAreInThePayloadAndNothingIsKept() {
    String broken = council.document("2015-06-01", "Lancaster").replace("zones:", "zone:");
    JsonNode payload = load(broken, false);
    assertThat(payload.at("/version").isNull()).isTrue();
    assertThat(payload.at("/problems").findValuesAsText("code")).contains("UNKNOWN_KEY");
    assertThat(payload.at("/problems").findValuesAsText("path")).contains("geography.areas.N.zone");
    assertThat(count()).isZero();
  }

  @Test
  void aDryRunKeepsNothing() {
    JsonNode payload = load(council.document("2015-06-01", "Lancaster"), true);
    assertThat(payload.at("/outcome").asText()).isEqualTo("WOULD_PUBLISH");
    assertThat(payload.at("/version").isNull()).isTrue();
    assertThat(count()).isZero();
  }

  @Test
  void aDocumentIsValidatedWithoutBeingLoaded() {
    String query =
        "query($d: String!) { validateScheme(document: $d) { valid problems { code } } }";
    JsonNode good = run(admin, query, Map.of("d", council.document("2015-06-01", "Lancaster")));
    assertThat(good.at("/data/validateScheme/valid").asBoolean()).isTrue();
    JsonNode bad = run(admin, query, Map.of("d", "council: [", "x", 1));
    assertThat(bad.at("/data/validateScheme/problems/0/code").asText()).isEqualTo("NOT_YAML");
  }

  @Test
  void whoMayNotReadOrPublishIsTurnedAway() throws SQLException {
    Actor reader = council.adminIn(database, Set.of(ConfigModule.READ));
    JsonNode refused =
        run(reader, LOAD, Map.of("input", input(council.document("2015-06-01", "L"), false)));
    assertThat(refused.at("/errors/0/extensions/code").asText())
        .as("%s", refused)
        .isEqualTo("FORBIDDEN");
    JsonNode hidden = run(council.providerUser(), "{ schemeVersions { totalCount } }", Map.of());
    assertThat(hidden.at("/errors/0/extensions/code").asText())
        .as("%s", hidden)
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void anotherCouncilSeesNothingOfIt() throws SQLException {
    String id = load(council.document("2015-06-01", "L"), false).at("/version/id").asText();
    NewCouncil other = NewCouncil.in(database);
    Actor stranger = other.adminIn(database, Set.of(ConfigModule.READ));
    JsonNode read =
        run(
            stranger,
            "query($id: ID!) { schemeVersion(id: $id) { number } schemeVersions { totalCount } }",
            Map.of("id", id));
    assertThat(read.at("/data/schemeVersion").isNull()).isTrue();
    assertThat(read.at("/data/schemeVersions/totalCount").asInt()).isZero();
  }

  private int count() {
    return run(admin, "{ schemeVersions { totalCount } }", Map.of())
        .at("/data/schemeVersions/totalCount")
        .asInt();
  }

  private JsonNode load(String document, boolean dryRun) {
    JsonNode answer = run(admin, LOAD, Map.of("input", input(document, dryRun)));
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    return answer.at("/data/loadScheme");
  }

  private static Map<String, Object> input(String document, boolean dryRun) {
    return Map.of(
        "idempotencyKey", UUID.randomUUID().toString(), "document", document, "dryRun", dryRun);
  }

  private JsonNode run(Actor actor, String document, Map<String, Object> variables) {
    return new ObjectMapper()
        .valueToTree(api.run(actor, new GraphqlRequest(document, null, variables), false).body());
  }
}
