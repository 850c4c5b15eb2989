package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.client.ClientFailure;
import council.platform.identity.Role;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** How the market of the demo's Lancashire is shared. */
final class MarketTest {
  private static final String COUNCIL = "lancashire";
  private final DemoServer demo = DemoServer.shared();

  private JsonNode ask(String document) {
    return demo.ask(COUNCIL, Role.AUDITOR, document);
  }

  @Test
  void everyLocationOfTheDayIsInTheMarket() {
    JsonNode answer =
        ask(
            """
            { marketView(vehicle: "SUPPORTED_LIVING", on: "2016-01-04") {
                all { all { locations people providers concentration { people weeklyHours yearlyValue } }
                  framework { locations people } standing { holders inForce { tier providers } }
                  providers { provider onFramework ofAll { people } ofFramework { people } } }
                areas { code all { people } } zones { code all { people } } }
              locations(inForceOn: "2016-01-04") { totalCount } }
            """);
    JsonNode all = answer.at("/marketView/all");
    assertThat(all.at("/all/locations")).isEqualTo(answer.at("/locations/totalCount"));
    assertThat(people(answer.at("/marketView/zones"))).isEqualTo(all.at("/all/people").asLong());
    assertThat(people(answer.at("/marketView/areas"))).isEqualTo(all.at("/all/people").asLong());
    assertThat(answer.at("/marketView/zones")).hasSize(12);
    assertThat(all.at("/framework/locations").asInt())
        .isPositive()
        .isLessThan(all.at("/all/locations").asInt());
    assertThat(percent(all, "ofAll")).isEqualByComparingTo("100");
    assertThat(percent(all, "ofFramework")).isEqualByComparingTo("100");
    assertThat(new BigDecimal(all.at("/all/concentration/people").asText()))
        .isBetween(BigDecimal.ONE, new BigDecimal("10000"));
    assertThat(all.at("/all/concentration/yearlyValue").isNull()).isTrue();
  }

  private static long people(JsonNode parts) {
    return parts.valueStream().mapToLong(part -> part.at("/all/people").asLong()).sum();
  }

  private static BigDecimal percent(JsonNode all, String of) {
    return all.path("providers")
        .valueStream()
        .map(line -> line.path(of).path("people"))
        .filter(JsonNode::isTextual)
        .map(share -> new BigDecimal(share.asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void theHistoryTellsEachDayAndHasBounds() {
    JsonNode history =
        ask("{ marketHistory(vehicle: \"SUPPORTED_LIVING\", from: \"2015-01-01\", until:"
                + " \"2016-01-01\", every: QUARTER) { on all { all { people } standing { holders }"
                + " } } }")
            .path("marketHistory");
    assertThat(history.findValuesAsText("on"))
        .containsExactly("2015-01-01", "2015-04-01", "2015-07-01", "2015-10-01", "2016-01-01");
    assertThat(history.at("/0/all/standing/holders").asInt()).isZero();
    assertThat(history.at("/2/all/standing/holders").asInt()).isPositive();
    Assertions.assertThatThrownBy(() ->
            ask(
                "{ marketHistory(vehicle: \"SUPPORTED_LIVING\", from: \"2000-01-01\","
                    + " until: \"2016-01-01\", every: MONTH) { on } }"))
        .isInstanceOf(ClientFailure.class)
        .hasMessageContaining("60 days");
  }

  @Test
  void aCapacityTellsVoidsAndIsCorrectedByWhoSawIt() {
    ApiClient officer = demo.as(COUNCIL, Role.CONTRACT_OFFICER);
    int people =
        ask("{ locations(first: 1, reference: \"L0002\", inForceOn: \"2016-01-04\") { nodes {"
                + " people } } }")
            .at("/locations/nodes/0/people")
            .asInt();
    assertThat(record(officer, "L0002", people + 1, 0)).isEmpty();
    assertThat(record(officer, "L0002", people + 9, 0)).isEqualTo("STALE_REVISION");
    assertThat(record(officer, "L0002", people + 2, 1)).isEmpty();
    assertThat(record(officer, "L9999", 1, 0)).isEqualTo("UNKNOWN_LOCATION");
    JsonNode housing =
        ask("{ marketView(vehicle: \"SUPPORTED_LIVING\", on: \"2016-01-04\") { all { housing {"
                + " capacity voids } } } }")
            .at("/marketView/all/housing");
    assertThat(housing.path("voids").asInt()).isEqualTo(2);
    assertThat(housing.path("capacity").asInt()).isEqualTo(people + 2);
    assertThat(
            demo.asProvider(COUNCIL, "P009")
                .execute("{ capacities { nodes { location } } }", Map.of())
                .at("/capacities/nodes")
                .findValuesAsText("location"))
        .containsExactly("L0002");
    assertThat(
            demo.asProvider(COUNCIL, "P001")
                .execute("{ capacities { totalCount } }", Map.of())
                .at("/capacities/totalCount")
                .asInt())
        .isZero();
  }

  private static String record(ApiClient officer, String location, int people, int revision) {
    return officer
        .execute(
            "mutation($input: RecordCapacityInput!) { recordCapacity(input: $input) { problems {"
                + " code } } }",
            Map.of(
                "input",
                Map.of(
                    "idempotencyKey", UUID.randomUUID().toString(),
                    "location", location,
                    "from", "2015-12-01",
                    "people", people,
                    "revision", revision)))
        .at("/recordCapacity/problems/0/code")
        .asText();
  }
}
