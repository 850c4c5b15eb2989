package council.config.simulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.config.ConfigModule;
import council.config.NewCouncil;
import council.graphql.read.GlobalId;
import council.graphql.run.GraphqlRequest;
import council.graphql.run.GraphqlService;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationInTheApiTest {
  private static final String SIMULATE =
      """
      mutation($input: SimulateSchemeInput!) { simulateScheme(input: $input) {
        simulation { id status contentHash } problems { code path } } }
      """;

  private Database database;
  private ApplicationContext context;
  private SimulatedCouncil council;
  private Actor commissioner;

  @BeforeAll
  void start() {
    database = PostgresForTests.shared().migratedDatabase();
    Map<String, Object> settings = new HashMap<>(database.properties());
    settings.put("test.simulation", true);
    settings.put("council.jobs.poll-interval", "100ms");
    context = ApplicationContext.run(settings, "test");
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @BeforeEach
  void aCouncil() throws SQLException {
    NewCouncil fresh = NewCouncil.in(database);
    council = new SimulatedCouncil(context, fresh, fresh.adminIn(database, Set.of()));
    council.load(council.document("1.50 30", "2.00 30"));
    ToyFacts.give(council.code(), ToyFacts.TOLLS, 20);
    commissioner =
        fresh.adminIn(database, Set.of(ConfigModule.READ, ConfigModule.SIMULATE, "job.read"));
  }

  @Test
  void aDraftIsTriedAndEveryDifferenceRead() {
    UUID draft = council.draft(council.document("1.50 30", "2.25 45"));
    JsonNode payload = simulate(commissioner, draft, 1).at("/data/simulateScheme");
    assertThat(payload.at("/problems")).isEmpty();
    String id = payload.at("/simulation/id").asText();
    JsonNode found = awaitFinished(id);
    assertThat(found.at("/draft/reference").asText()).isEqualTo("Draft " + draft);
    assertThat(found.at("/draft/status").asText()).isEqualTo("SIMULATED");
    assertThat(found.at("/contentHash")).isEqualTo(payload.at("/simulation/contentHash"));
    assertThat(found.at("/base/number").asInt()).isEqualTo(1);
    assertThat(found.at("/total").asInt()).isEqualTo(20);
    assertThat(found.at("/decisionsChanged").asInt()).isEqualTo(2);
    assertThat(found.at("/obligationsMoving").asInt()).isEqualTo(2);
    assertThat(found.at("/amountDifference").asText()).isEqualTo("2.00");
    assertThat(found.at("/byProvider/nodes"))
        .singleElement()
        .satisfies(sum -> {
          assertThat(sum.at("/providerReference").asText()).isEqualTo("P000");
          assertThat(sum.at("/changing").asInt()).isEqualTo(4);
          assertThat(sum.at("/amountDifference").asText()).isEqualTo("2.00");
        });
    assertThat(found.at("/changes/totalCount").asInt()).isEqualTo(2);
    JsonNode change = found.at("/changes/nodes/0");
    assertThat(change.at("/caseTitle").asText()).isEqualTo("Cart 10");
    assertThat(change.at("/amountBefore").asText()).isEqualTo("8.00");
    assertThat(change.at("/amountAfter").asText()).isEqualTo("9.00");
    assertThat(change.at("/reasonsAfter/0/seen/0/value").asText()).isEqualTo("2.25");
    assertThat(change.at("/reasonsBefore/0/rule").asText()).isEqualTo("paysForEachWheel");
  }

  @Test
  void simulationsAreListedByDraftAndByContent() {
    UUID draft = council.draft(council.document("1.75 30", "2.00 30"));
    String id = simulate(commissioner, draft, 1).at("/data/simulateScheme/simulation/id").asText();
    String hash = awaitFinished(id).at("/contentHash").asText();
    JsonNode answer =
        run(
            commissioner,
            "query($draft: ID!, $hash: String!) { byDraft: schemeSimulations(draft: $draft) {"
                + " nodes { id } } byContent: schemeSimulations(contentHash: $hash) { nodes { id"
                + " } } none: schemeSimulations(contentHash: \"0\") { totalCount } }",
            Map.of("draft", id(draft), "hash", hash));
    assertThat(answer.at("/data/byDraft/nodes/0/id").asText()).isEqualTo(id);
    assertThat(answer.at("/data/byContent/nodes/0/id").asText()).isEqualTo(id);
    assertThat(answer.at("/data/none/totalCount").asInt()).isZero();
  }

  @Test
  void aDraftThatHasChangedIsNotTried() {
    UUID draft = council.draft(council.document("1.75 30", "2.00 30"));
    JsonNode payload = simulate(commissioner, draft, 2).at("/data/simulateScheme");
    assertThat(payload.at("/simulation").isNull()).isTrue();
    assertThat(payload.at("/problems").findValuesAsText("code")).containsExactly("STALE_REVISION");
  }

  @Test
  void whoMayNotTryOrReadIsTurnedAway() throws SQLException {
    UUID draft = council.draft(council.document("1.75 30", "2.00 30"));
    Actor reader = council.council().adminIn(database, Set.of(ConfigModule.READ));
    assertThat(simulate(reader, draft, 1).at("/errors/0/extensions/code").asText())
        .isEqualTo("FORBIDDEN");
    String id = simulate(commissioner, draft, 1).at("/data/simulateScheme/simulation/id").asText();
    awaitFinished(id);
    NewCouncil other = NewCouncil.in(database);
    for (Actor stranger :
        List.of(
            other.adminIn(database, Set.of(ConfigModule.READ)),
            new Actor(
                council.code(),
                UUID.randomUUID(),
                "provider",
                Set.of(Role.PROVIDER_USER),
                Set.of(ConfigModule.READ),
                Set.of(UUID.randomUUID())))) {
      JsonNode read =
          run(
              stranger,
              "query($id: ID!) { schemeSimulation(id: $id) { id } schemeSimulations { totalCount"
                  + " } }",
              Map.of("id", id));
      assertThat(read.at("/data/schemeSimulation").isNull()).as("%s", read).isTrue();
      assertThat(read.at("/data/schemeSimulations/totalCount").asInt()).isZero();
    }
  }

  private JsonNode simulate(Actor actor, UUID draft, int revision) {
    return run(
        actor,
        SIMULATE,
        Map.of(
            "input",
            Map.of(
                "idempotencyKey",
                UUID.randomUUID().toString(),
                "draft",
                id(draft),
                "revision",
                revision,
                "from",
                "2026-04-01",
                "to",
                "2027-03-31")));
  }

  private static String id(UUID draft) {
    return new GlobalId("SchemeDraft", draft).encoded();
  }

  private JsonNode awaitFinished(String id) {
    UUID simulation = GlobalId.get("id", id).id();
    council.await(simulation, job -> job.getStatus().equals("SUCCEEDED"));
    JsonNode answer =
        run(
            commissioner,
            """
            query($id: ID!) { schemeSimulation(id: $id) {
              draft { reference status } contentHash document from to status done total errorMessage
              base { number } job { kind } finishedAt cases decisionsChanged obligationsMoving
              amountBefore amountAfter amountDifference
              byProvider { nodes { providerReference changing amountDifference } }
              changes(provider: "P000", decision: "toy.tolls", change: CHANGES, kind: OUTCOME
                orderBy: PROVIDER_ASC) {
                totalCount
                nodes { line caseTitle what effect valueBefore amountBefore amountAfter dueAfter
                  reasonsBefore { rule text } reasonsAfter { seen { name value } } } } } }
            """,
            Map.of("id", id));
    assertThat(answer.has("errors")).as("%s", answer).isFalse();
    assertThat(answer.at("/data/schemeSimulation/status").asText()).isEqualTo("SUCCEEDED");
    return answer.at("/data/schemeSimulation");
  }

  private JsonNode run(Actor actor, String document, Map<String, Object> variables) {
    GraphqlService api = context.getBean(GraphqlService.class);
    return new ObjectMapper()
        .valueToTree(api.run(actor, new GraphqlRequest(document, null, variables), false).body());
  }
}
