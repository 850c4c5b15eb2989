package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.client.DatasetPages;
import council.app.demo.FirstQuery;
import council.framework.FrameworkModule;
import council.graphql.schema.ComposedSchema;
import council.graphql.schema.SchemaGolden;
import council.platform.identity.Role;
import council.platform.module.Dataset;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a newcomer meets it. */
final class DemoJourneyTest {
  private final DemoServer demo = DemoServer.shared();

  @ParameterizedTest
  @EnumSource(FirstQuery.class)
  void answersTheQueriesThatReadmeShows(FirstQuery query) throws IOException {
    String readme = Files.readString(PostgresForTests.sourceRoot().resolve("README.md"));
    assertThat(readme).contains("```graphql\n" + query.document() + "```");

    JsonNode answer =
        new ApiClient(demo.url(), query.token(demo.tokens())).execute(query.document(), Map.of());

    JsonNode first = answer.elements().next();
    assertThat(first.findValues("reasons").size() + first.findValues("rank").size()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire"})
  void replaysEveryDecisionToTheSameBytes(String council) {
    List<String> decisions =
        demo.ask(council, Role.AUDITOR, "{ decisions { nodes { id } } }").findValuesAsText("id");
    assertThat(decisions).isNotEmpty();
    for (String id : decisions) {
      JsonNode replay =
          demo.as(council, Role.AUDITOR)
              .execute(
                  "query Replay($id: ID!) { replayDecision(id: $id) { identical keptSha256"
                      + " replayedSha256 } }",
                  Map.of("id", id))
              .path("replayDecision");
      assertThat(replay.path("identical").asBoolean()).isTrue();
      assertThat(replay.path("replayedSha256")).isEqualTo(replay.path("keptSha256"));
    }
  }

  @Test
  void servesTheTransitionOfTheRealRound() {
    List<List<JsonNode>> rows = rows("transition");

    assertThat(rows).hasSize(239);
    assertThat(rows).allSatisfy(row -> assertThat(row.get(4).asText()).isEqualTo("2016-12-01"));
  }

  @Test
  void servesPlacesThatKeepTheAreaCap() {
    JsonNode places =
        demo.ask(
                "lancashire",
                Role.COMMISSIONER,
                "{ places(first: 200, tier: \"TIER1\", inForceOn: \"2015-07-01\") { totalCount"
                    + " nodes { area provider { reference } } } }")
            .path("places");
    assertThat(places.path("totalCount").asInt()).isEqualTo(48);
    Map<String, java.util.Set<String>> areas = new java.util.TreeMap<>();
    places
        .path("nodes")
        .forEach(place ->
            areas
                .computeIfAbsent(
                    place.path("provider").path("reference").asText(),
                    reference -> new java.util.TreeSet<>())
                .add(place.path("area").asText()));
    assertThat(areas).allSatisfy((provider, held) -> assertThat(held).hasSizeLessThanOrEqualTo(2));
  }

  @Test
  void bringsNothingInTwice() {
    int before = rows("allocation").size();
    List<String> audit = auditIds();

    demo.provision();

    assertThat(rows("allocation")).hasSize(before);
    assertThat(auditIds()).isEqualTo(audit);
  }

  @Test
  void recordsTheWholeApi() {
    assertThat(
            SchemaGolden.difference(
                demo.instance().context().getBean(ComposedSchema.class).schema(),
                PostgresForTests.sourceRoot().resolve("graphql-schema/schema.graphql")))
        .isEmpty();
  }

  private List<String> auditIds() {
    List<String> ids = new ArrayList<>();
    for (String council : List.of("lancashire", "hampshire", "somerset")) {
      JsonNode entries =
          demo.ask(
              council, Role.AUDITOR, "{ auditEntries(first: 200) { totalCount nodes { id } } }");
      ids.add(entries.path("auditEntries").path("totalCount").asText());
      ids.addAll(entries.findValuesAsText("id"));
    }
    return ids;
  }

  private List<List<JsonNode>> rows(String name) {
    Dataset dataset =
        new FrameworkModule()
            .datasets().stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    List<List<JsonNode>> rows = new ArrayList<>();
    new DatasetPages(demo.as("lancashire", Role.COMMISSIONER), dataset).forEachRow(null, rows::add);
    return rows;
  }
}
