package council.app.journey;

import static council.app.journey.BusinessCouncil.answer;
import static council.app.journey.BusinessCouncil.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.demo.DemoCatalogue;
import council.platform.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Hampshire's reablement, offered in turn by hours, and lent a choice (HAM-FW-26, LAN-APL-01). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RotationTest {
  private static final String VEHICLE = "REABLEMENT";
  private static final String DAY = "2014-07-01";
  private final BusinessCouncil council = new BusinessCouncil(DemoServer.shared(), "turns");

  @BeforeAll
  void bringIn() {
    DemoCatalogue.Council hampshire =
        DemoCatalogue.load().councils().stream()
            .filter(one -> one.code().equals("hampshire"))
            .findFirst()
            .orElseThrow();
    var round =
        hampshire.rounds().stream()
            .filter(one -> one.vehicle().equals(VEHICLE))
            .findFirst()
            .orElseThrow();
    String scheme =
        hampshire
            .scheme()
            .replace(
                " NEW: {kind: RANKED_OFFER, answerWithinHours: 24}\n"
                    + "        RE_PROCURED: {kind: RANKED_OFFER}",
                " NEW: {kind: ROTATION, turn: FEWEST_HOURS}\n        RE_PROCURED: {kind: CHOICE}")
            .replace(
                "      callOff: # HAM-REA-04",
                "      term: {callOffMonths: 36, longestCallOffMonths: 84}\n      callOff:");
    assertThat(scheme).contains("RE_PROCURED: {kind: CHOICE}", "turn: FEWEST_HOURS}\n        RE_");
    council.create(scheme, VEHICLE, hampshire.files(round), round.told(), round.awarded());
  }

  private ApiClient officer() {
    return council.as(Role.CONTRACT_OFFICER);
  }

  private ApiClient lead() {
    return council.as(Role.LEAD_COMMISSIONER);
  }

  private String awardedTo(String reference, String zone, String hours) {
    council.open(VEHICLE, reference, "NEW", zone, hours, DAY);
    council.step("offerRequest", reference);
    JsonNode offer = council.openOffer(reference);
    council.run(officer(), "acceptOffer", "offer { id }", answer(offer));
    String provider = offer.at("/provider/reference").asText();
    council.run(
        lead(),
        "awardCallOff",
        "callOff { until }",
        with(council.award(reference, provider, DAY), "hourlyRate", "15"));
    return provider;
  }

  @Test
  void whoHasTheFewestHoursInTheLotIsNext() {
    String first = awardedTo("T-1", "Z1", "10");
    String second = awardedTo("T-2", "Z1", "6");
    assertThat(second).isNotEqualTo(first);
    assertThat(awardedTo("T-3", "Z1", "6")).isEqualTo(second);
    assertThat(awardedTo("T-4", "Z1", "1")).isEqualTo(first);
    JsonNode callOffs =
        council.ask(
            "{ callOffs(vehicle: \"REABLEMENT\", zone: \"Z1\", from: \"2015-01-01\", until:"
                + " \"2015-01-31\") { totalCount nodes { from until } } }");
    assertThat(callOffs.at("/callOffs/totalCount").asInt()).isEqualTo(4);
    assertThat(callOffs.at("/callOffs/nodes/0/until").asText()).isEqualTo("2017-06-30");
  }

  @Test
  void aCallOffMayOutlastTheFrameworkButNotTheLongestTerm() {
    council.open(VEHICLE, "L-1", "NEW", "Z4", "10", "2018-05-01");
    council.step("offerRequest", "L-1");
    JsonNode offer = council.openOffer("L-1");
    council.run(officer(), "acceptOffer", "offer { id }", answer(offer));
    Map<String, Object> award =
        with(
            council.award("L-1", offer.at("/provider/reference").asText(), "2018-05-02"),
            "hourlyRate",
            "15");
    assertThat(council.refused(lead(), "awardCallOff", with(award, "until", "2025-05-01")))
        .containsExactly("TOO_LONG");
    assertThat(council.refused(lead(), "awardCallOff", with(award, "from", "2018-06-01")))
        .containsExactly("FRAMEWORK_NOT_IN_FORCE");
    assertThat(
            council
                .run(
                    lead(), "awardCallOff", "callOff { until }", with(award, "until", "2025-04-30"))
                .at("/callOff/until")
                .asText())
        .isEqualTo("2025-04-30");
  }

  @Test
  void thePersonChoosesAmongTheEligibleAndNobodyElseIsAwarded() {
    council.open(VEHICLE, "C-1", "RE_PROCURED", "Z2", "10", DAY);
    List<String> eligible =
        council
            .request("C-1")
            .at("/eligibility/reasons")
            .valueStream()
            .filter(reason -> reason.path("verdict").asText().equals("PASSED"))
            .map(reason -> figure(reason, "provider"))
            .toList();
    assertThat(eligible).hasSize(2);
    Map<String, Object> choice =
        with(council.at("C-1"), "by", "The person and an advocate", "how", "They met both.");
    assertThat(council.refused(officer(), "recordChoice", with(choice, "provider", "NOBODY")))
        .containsExactly("NOT_ELIGIBLE");
    assertThat(council.refused(officer(), "offerRequest", council.at("C-1")))
        .containsExactly("GUARD");
    council.run(
        officer(), "recordChoice", "request { id }", with(choice, "provider", eligible.get(1)));
    assertThat(
            council.refused(
                lead(),
                "awardCallOff",
                with(council.award("C-1", eligible.get(0), DAY), "hourlyRate", "15")))
        .containsExactly("NOT_CHOSEN");
    council.run(
        lead(),
        "awardCallOff",
        "callOff { id }",
        with(council.award("C-1", eligible.get(1), DAY), "hourlyRate", "15"));
    assertThat(council.request("C-1").at("/chosen/reference").asText()).isEqualTo(eligible.get(1));
  }

  private static String figure(JsonNode reason, String name) {
    return reason
        .path("seen")
        .valueStream()
        .filter(figure -> figure.path("name").asText().equals(name))
        .map(figure -> figure.path("value").asText())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Seeded sequences of steps: nobody suspended is ever asked, nobody twice in the same attempt,
   * nothing is accepted more than once, and each kept order comes out the same again.
   */
  @Test
  void whateverHappensTheRulesHold() {
    Random random = new Random(5);
    Set<String> suspended = new TreeSet<>();
    List<String> requests = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (requests.size() < 6) {
        String reference = "S-" + requests.size();
        council.open(VEHICLE, reference, "NEW", "Z3", "5", "2014-09-01");
        requests.add(reference);
      }
      step(requests.get(random.nextInt(requests.size())), random, suspended);
    }
    assertThat(suspended).isNotEmpty();
    for (String reference : requests) {
      holds(reference);
    }
  }

  private void step(String reference, Random random, Set<String> suspended) {
    String status = council.status(reference);
    String open = council.offeredTo(reference);
    switch (status) {
      case "OPEN", "UNFILLED" -> council.step("offerRequest", reference);
      case "OFFERED" -> answered(reference, open, random, suspended);
      default -> {}
    }
    String now = council.offeredTo(reference);
    if (!now.equals(open)) {
      assertThat(suspended).as(reference).doesNotContain(now);
    }
  }

  private void answered(String reference, String open, Random random, Set<String> suspended) {
    int dice = random.nextInt(12);
    if (dice == 0 && suspended.isEmpty() && !open.isEmpty()) {
      council.suspend(VEHICLE, open, "2014-07-01");
      suspended.add(open);
    } else if (open.isEmpty() || dice < 3) {
      council.run(
          officer(),
          "recallOffer",
          "request { id }",
          with(council.at(reference), "reason", "Taken back."));
    } else if (dice < 8) {
      council.decline(officer(), council.openOffer(reference));
    } else {
      council.run(officer(), "acceptOffer", "offer { id }", answer(council.openOffer(reference)));
    }
  }

  private void holds(String reference) {
    JsonNode offers =
        council
            .ask(
                "{ offers(first: 200, request: \"%s\") { nodes { attempt status provider { reference } } } }"
                    .formatted(reference))
            .at("/offers/nodes");
    List<String> asked =
        offers
            .valueStream()
            .map(o -> o.path("attempt").asInt() + " " + o.at("/provider/reference").asText())
            .toList();
    assertThat(asked).as(reference).doesNotHaveDuplicates();
    assertThat(offers.findValuesAsText("status").stream().filter("ACCEPTED"::equals))
        .as(reference)
        .hasSizeLessThan(2);
    String order = council.request(reference).at("/order/id").asText();
    if (!order.isEmpty()) {
      assertThat(
              council
                  .ask("{ replayDecision(id: \"%s\") { identical } }".formatted(order))
                  .at("/replayDecision/identical")
                  .asBoolean())
          .isTrue();
    }
  }
}
