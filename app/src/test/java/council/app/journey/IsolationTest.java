package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.platform.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What one council or one provider must never see of another. */
final class IsolationTest {
  private static final String EVERYTHING =
      """
      {
        evaluationRounds { nodes { id } }
        applications(first: 200) { nodes { id scores { nodes { id } } } }
        providerOutcomes(first: 200) { nodes { id } }
        allocations(first: 200) { nodes { id } }
        places(first: 200) { nodes { id } }
        transitionCases(first: 200) { nodes { id } }
        providers(first: 200) { nodes { id } }
        locations(first: 200) { nodes { id } }
        decisions(first: 200) { nodes { id } }
        auditEntries(first: 200) { nodes { id } }
      }
      """;
  private static final String OWN =
      """
      {
        applications(first: 200) { nodes { id provider { reference } scores { nodes { score } } } }
        providerOutcomes(first: 200) { nodes { provider { reference } result reasons { text } } }
        allocations(first: 200) { nodes { provider { reference } } }
        places(first: 200) { nodes { provider { reference } } }
        transitionCases(first: 200) { nodes { provider { reference } } }
        providers(first: 200) { nodes { reference } }
      }
      """;
  private final DemoServer demo = DemoServer.shared();

  @Test
  void anotherCouncilSeesNoneOfTheIds() {
    Set<String> lancashire = ids("lancashire");
    Set<String> hampshire = ids("hampshire");
    assertThat(lancashire).hasSizeGreaterThan(800);
    assertThat(hampshire).isNotEmpty().doesNotContainAnyElementsOf(lancashire);

    ApiClient stranger = demo.as("hampshire", Role.AUDITOR);
    for (String id : lancashire.stream().sorted().limit(300).toList()) {
      assertThat(node(stranger, id).isNull()).as("node %s", id).isTrue();
    }
  }

  @Test
  void theCouncilItselfSeesThem() {
    ApiClient auditor = demo.as("lancashire", Role.AUDITOR);
    for (String id : ids("lancashire").stream().sorted().limit(50).toList()) {
      assertThat(node(auditor, id).path("id").asText()).isEqualTo(id);
    }
  }

  @Test
  void aProviderUserSeesItsOwnScoresAndNobodyElses() {
    JsonNode own = demo.asProvider("lancashire", "P001").execute(OWN, Map.of());

    Set<String> seen = new TreeSet<>(own.findValuesAsText("reference"));
    assertThat(seen).containsExactly("P001");
    assertThat(own.path("applications").path("nodes")).hasSize(1);
    assertThat(own.path("applications").findValuesAsText("score")).hasSize(10);
    assertThat(own.path("providerOutcomes").findValuesAsText("text")).isNotEmpty();
  }

  @Test
  void aProviderUserCannotReachAnothersById() {
    JsonNode others =
        demo.ask(
            "lancashire",
            Role.COMMISSIONER,
            "{ applications(first: 200) { nodes { id provider { reference } } } }");
    ApiClient provider = demo.asProvider("lancashire", "P001");
    int tried = 0;
    for (JsonNode application : others.path("applications").path("nodes")) {
      boolean own = application.path("provider").path("reference").asText().equals("P001");
      assertThat(node(provider, application.path("id").asText()).isNull()).isEqualTo(!own);
      tried++;
    }
    assertThat(tried).isEqualTo(55);
  }

  @Test
  void aProviderUserIsNotToldOfReasonsOfOthersInDecisions() {
    JsonNode answer =
        demo.asProvider("lancashire", "P001")
            .send("{ decisions { nodes { id facts } } }", Map.of());

    assertThat(answer.path("data").path("decisions").path("nodes")).isEmpty();
  }

  @Test
  void aTokenOfOneCouncilIsWorthNothingUnderTheNameOfAnother() {
    String token = demo.tokens().token("lancashire", Role.COMMISSIONER, null);
    String[] parts = token.split("\\.");
    String claims =
        new String(
            java.util.Base64.getUrlDecoder().decode(parts[1]),
            java.nio.charset.StandardCharsets.UTF_8);
    String forged =
        parts[0]
            + "."
            + java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    claims
                        .replace("lancashire", "hampshire")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + "."
            + parts[2];

    JsonNode answer = new ApiClient(demo.url(), forged).send("{ me { label } }", Map.of());

    assertThat(answer.findValuesAsText("code")).containsExactly("UNAUTHENTICATED");
    assertThat(answer.path("data").path("me").isObject()).isFalse();
  }

  private Set<String> ids(String council) {
    List<String> found = demo.ask(council, Role.AUDITOR, EVERYTHING).findValuesAsText("id");
    return new HashSet<>(found);
  }

  private static JsonNode node(ApiClient as, String id) {
    return as.execute("query One($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
        .path("node");
  }
}
