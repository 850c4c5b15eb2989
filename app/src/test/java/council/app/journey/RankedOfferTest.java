package council.app.journey;

import static council.app.journey.BusinessCouncil.answer;
import static council.app.journey.BusinessCouncil.await;
import static council.app.journey.BusinessCouncil.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.demo.DemoCatalogue;
import council.platform.identity.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Lancashire's way: new business goes down the ranking of the zone (LAN-FW-10, LAN-FW-19). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RankedOfferTest {
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private static final String DAY = "2015-09-01";
  private final DemoServer demo = DemoServer.shared();
  private final BusinessCouncil council = new BusinessCouncil(demo, "rankedoffers");

  /** Providers of tier 1 in a zone, best rank first. */
  private List<String> ranked(String zone) {
    return council
        .ask(
            "{ places(zone: \"%s\", tier: \"TIER1\") { nodes { rank provider { reference } } } }"
                .formatted(zone))
        .at("/places/nodes")
        .valueStream()
        .map(place -> place.at("/provider/reference").asText())
        .toList();
  }

  @BeforeAll
  void award() {
    DemoCatalogue.Council lancashire = MutationExamples.lancashire();
    council.create(
        lancashire.scheme(),
        VEHICLE,
        lancashire.files(lancashire.rounds().getFirst()),
        "2015-04-20",
        "2015-05-05");
  }

  private String offered(String reference, String zone) {
    council.open(VEHICLE, reference, "NEW", zone, "35", DAY);
    council.step("offerRequest", reference);
    return reference;
  }

  private ApiClient officer() {
    return council.as(Role.CONTRACT_OFFICER);
  }

  private ApiClient lead() {
    return council.as(Role.LEAD_COMMISSIONER);
  }

  @Test
  void anOfferThatIsDeclinedOrLapsesGoesToTheNextAndTheLastOneIsAwarded() throws SQLException {
    List<String> ranked = ranked("CHO");
    offered("CHO-1", "CHO");
    assertThat(council.offeredTo("CHO-1")).isEqualTo(ranked.get(0));

    council.decline(officer(), council.openOffer("CHO-1"));
    assertThat(council.offeredTo("CHO-1")).isEqualTo(ranked.get(1));
    JsonNode late = council.openOffer("CHO-1");
    council.timeRunsOut("CHO-1");
    assertThat(council.refused(officer(), "acceptOffer", answer(late)))
        .containsAnyOf("TOO_LATE", "STALE_REVISION");
    await(() -> council.offeredTo("CHO-1").equals(ranked.get(2)));
    council.run(
        officer(),
        "acceptOffer",
        "offer { status answeredBy }",
        answer(council.openOffer("CHO-1")));

    assertThat(council.refused(lead(), "awardCallOff", council.award("CHO-1", ranked.get(0), DAY)))
        .contains("NOT_ACCEPTED", "RATE_MISSING");
    JsonNode awarded =
        council.run(
            lead(),
            "awardCallOff",
            "callOff { value from until weeklyHours hourlyRate } request { status }",
            with(council.award("CHO-1", ranked.get(2), DAY), "hourlyRate", "14.20"));
    // 35 hours x 1096 days / 7 x 14.20 over a term of three years
    assertThat(awarded.at("/callOff/value").asText()).isEqualTo("77816.00");
    assertThat(awarded.at("/callOff/until").asText()).isEqualTo("2018-08-31");
    assertThat(awarded.at("/request/status").asText()).isEqualTo("AWARDED");
    assertThat(
            council.refused(officer(), "withdrawRequest", with(council.at("CHO-1"), "reason", "x")))
        .contains("WRONG_STATE");
    replays("CHO-1");
  }

  private void replays(String reference) {
    String order = council.request(reference).at("/order/id").asText();
    assertThat(
            council
                .ask("{ replayDecision(id: \"%s\") { identical } }".formatted(order))
                .at("/replayDecision/identical")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whenNobodyIsLeftItIsUnfilledAndCanBeOfferedAgain() {
    offered("RIB-1", "RIB");
    List<String> asked = new ArrayList<>();
    while (council.status("RIB-1").equals("OFFERED")) {
      asked.add(council.offeredTo("RIB-1"));
      council.decline(officer(), council.openOffer("RIB-1"));
    }
    assertThat(asked).isEqualTo(ranked("RIB"));
    assertThat(council.status("RIB-1")).isEqualTo("UNFILLED");

    council.step("offerRequest", "RIB-1");
    assertThat(council.request("RIB-1").path("attempt").asInt()).isEqualTo(2);
    assertThat(council.offeredTo("RIB-1")).isEqualTo(asked.getFirst());
    council.run(
        officer(),
        "withdrawRequest",
        "request { withdrawnBecause }",
        with(council.at("RIB-1"), "reason", "The person stays where they are."));
    assertThat(council.openOffer("RIB-1").isMissingNode()).isTrue();
    assertThat(council.status("RIB-1")).isEqualTo("WITHDRAWN");
    JsonNode counts = counts();
    assertThat(counts.toString()).contains("NO_STAFF");
  }

  private JsonNode counts() {
    return council
        .ask(
            """
            { offerCounts(vehicle: "SUPPORTED_LIVING", from: "2015-01-01", until: "2100-01-01") {
                providerReference offered accepted lapsed recalled awards weeklyHours acceptancePercent
                declined { because count } } }
            """)
        .path("offerCounts");
  }

  /** The last one, since a suspension holds in all zones. */
  @Order(Integer.MAX_VALUE)
  @Test
  void whoIsSuspendedInBetweenIsNeitherOfferedNorAwarded() {
    List<String> ranked = ranked("LAN");
    offered("LAN-1", "LAN");
    council.run(officer(), "acceptOffer", "offer { id }", answer(council.openOffer("LAN-1")));
    council.suspend(VEHICLE, ranked.get(0), "2015-07-01");
    council.suspend(VEHICLE, ranked.get(1), "2015-07-01");

    assertThat(
            council.refused(
                lead(),
                "awardCallOff",
                with(council.award("LAN-1", ranked.get(0), DAY), "hourlyRate", "14.20")))
        .containsExactly("NOT_ELIGIBLE");
    council.run(
        officer(),
        "recallOffer",
        "request { status }",
        with(council.at("LAN-1"), "reason", "The provider is suspended."));
    assertThat(council.offeredTo("LAN-1")).isEqualTo(ranked.get(2));
  }

  @Test
  void aProvidersUserAnswersItsOwnOfferAndSeesNoOther() {
    List<String> ranked = ranked("PRE");
    offered("PRE-1", "PRE");
    ApiClient first = council.asProvider(ranked.get(0));
    ApiClient second = council.asProvider(ranked.get(1));
    JsonNode seen = offersOf(first);
    assertThat(seen.at("/offers/totalCount").asInt()).isEqualTo(1);
    assertThat(offersOf(second).at("/offers/totalCount").asInt()).isZero();
    JsonNode offer = seen.at("/offers/nodes/0");
    assertThat(council.refused(second, "acceptOffer", answer(offer)))
        .containsExactly("UNKNOWN_OFFER");

    council.decline(first, offer);
    await(() -> council.offeredTo("PRE-1").equals(ranked.get(1)));
    JsonNode next = offersOf(second).at("/offers/nodes/0");
    assertThat(
            council
                .run(second, "acceptOffer", "offer { status answeredBy }", answer(next))
                .at("/offer/answeredBy")
                .asText())
        .isEqualTo("PROVIDER");
    assertThat(council.refused(second, "declineOffer", with(answer(next), "because", "OTHER")))
        .containsExactly("STALE_REVISION");
    JsonNode hidden = second.send("{ businessRequests { totalCount } }", Map.of());
    assertThat(hidden.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  private static JsonNode offersOf(ApiClient provider) {
    return provider.execute(
        "{ offers { totalCount nodes { id revision status need requestReference } } }", Map.of());
  }

  @Test
  void ofTwoAwardsAtOnceOneIsMade() throws Exception {
    offered("WYR-1", "WYR");
    JsonNode offer = council.openOffer("WYR-1");
    council.run(officer(), "acceptOffer", "offer { id }", answer(offer));
    String provider = offer.at("/provider/reference").asText();
    Map<String, Object> input = with(council.award("WYR-1", provider, DAY), "hourlyRate", "14.20");
    Callable<JsonNode> award =
        () ->
            lead()
                .execute(
                    "mutation($input: AwardCallOffInput!) { awardCallOff(input: $input) {"
                        + " callOff { id } problems { code } } }",
                    Map.of("input", MutationExamples.withKey(input)))
                .path("awardCallOff");
    List<JsonNode> answers = new ArrayList<>();
    try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<JsonNode> future : at.invokeAll(List.of(award, award, award))) {
        answers.add(future.get());
      }
    }
    assertThat(answers.stream().filter(a -> a.path("problems").isEmpty())).hasSize(1);
    assertThat(answers.stream().flatMap(a -> a.findValuesAsText("code").stream()))
        .containsExactly("STALE_REVISION", "STALE_REVISION");
  }

  /** The lapse and an answer at the same moment: one of them wins, and the request goes on. */
  @Test
  void ofAnAnswerAndALapseAtOnceOneWins() throws Exception {
    offered("HYN-1", "HYN");
    JsonNode offer = council.openOffer("HYN-1");
    try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<JsonNode> answered =
          at.submit(() ->
              officer()
                  .execute(
                      "mutation($input: AcceptOfferInput!) { acceptOffer(input: $input) {"
                          + " problems { code } } }",
                      Map.of("input", MutationExamples.withKey(answer(offer)))));
      council.timeRunsOut("HYN-1");
      boolean accepted = answered.get().at("/acceptOffer/problems").isEmpty();
      if (!accepted) {
        await(() -> status(offer).equals("LAPSED"));
      }
      assertThat(status(offer)).isEqualTo(accepted ? "ACCEPTED" : "LAPSED");
    }
  }

  private String status(JsonNode offer) {
    return council
        .ask("{ offer(id: \"%s\") { status } }".formatted(offer.path("id").asText()))
        .at("/offer/status")
        .asText();
  }

  @Test
  void aVacancyIsOfferedToWhoHoldsTheLocationAndNobodyElse() {
    JsonNode data =
        council.ask(
            """
            { places(tier: "TIER2", first: 200) { nodes { zone provider { reference } } }
              locations(first: 200) { nodes { reference zone { code } provider { reference } } } }
            """);
    Set<String> held = new TreeSet<>();
    data.at("/places/nodes")
        .forEach(
            p -> held.add(p.path("zone").asText() + " " + p.at("/provider/reference").asText()));
    JsonNode location =
        data.at("/locations/nodes")
            .valueStream()
            .filter(l ->
                held.contains(
                    l.at("/zone/code").asText() + " " + l.at("/provider/reference").asText()))
            .findFirst()
            .orElseThrow();
    String zone = location.at("/zone/code").asText();
    String holder = location.at("/provider/reference").asText();
    String reference = location.path("reference").asText();
    council.run(
        officer(),
        "openRequest",
        "request { id }",
        Map.of(
            "vehicle",
            VEHICLE,
            "reference",
            "VAC-1",
            "kind",
            "VOID",
            "zone",
            zone,
            "location",
            reference,
            "need",
            "A room is free",
            "weeklyHours",
            "20.5",
            "startsOn",
            DAY));
    council.step("offerRequest", "VAC-1");
    assertThat(council.offeredTo("VAC-1")).isEqualTo(holder);
    council.decline(officer(), council.openOffer("VAC-1"));
    assertThat(council.status("VAC-1")).isEqualTo("UNFILLED");
  }

  @Test
  void aRequestIsCheckedAsAWhole() {
    Map<String, Object> wrong =
        Map.of(
            "vehicle", "SUPPORTED",
            "reference", " ",
            "kind", "VOID",
            "zone", "XXX",
            "category", "MH",
            "need", "",
            "weeklyHours", "0",
            "requirements", List.of("A", "A"),
            "startsOn", DAY);
    assertThat(council.refused(officer(), "openRequest", wrong))
        .containsExactlyInAnyOrder(
            "UNKNOWN_VEHICLE",
            "LOCATION_MISSING",
            "BAD_TEXT",
            "BAD_TEXT",
            "BAD_HOURS",
            "DUPLICATE_REQUIREMENT");
  }
}
