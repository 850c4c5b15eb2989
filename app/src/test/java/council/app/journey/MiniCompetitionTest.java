package council.app.journey;

import static council.app.journey.BusinessCouncil.answer;
import static council.app.journey.BusinessCouncil.await;
import static council.app.journey.BusinessCouncil.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Northmere by another name: existing business goes to the best response of a mini-competition on
 * plan and price, new business to any eligible provider with a reason, and a limit of 600,000
 * pounds stops what passes it. In HAR there are N01 (lead), N02 and N04 (partners).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MiniCompetitionTest {
  private static final String VEHICLE = "HOME_SUPPORT";
  private static final String DAY = "2024-06-03";
  private final BusinessCouncil council = new BusinessCouncil(DemoServer.shared(), "competing");

  @BeforeAll
  void bringIn() throws IOException {
    council.create(
        Files.readString(Northmere.scheme()),
        VEHICLE,
        RoundUpload.readFolder(Northmere.round("home-support-2024")),
        "2024-01-08",
        "2024-01-29");
  }

  private ApiClient officer() {
    return council.as(Role.CONTRACT_OFFICER);
  }

  private ApiClient lead() {
    return council.as(Role.LEAD_COMMISSIONER);
  }

  private String invited(String reference) {
    council.open(VEHICLE, reference, "RE_PROCURED", "HAR", "10", "2024-07-01");
    council.step("inviteToCompete", reference);
    return reference;
  }

  private void respond(ApiClient asker, String reference, String provider, String rate) {
    council.run(
        asker,
        "respondToInvitation",
        "offer { status }",
        with(
            answer(council.offerTo(reference, provider)),
            "hourlyRate",
            rate,
            "statement",
            "Two people who know the harbour"));
  }

  private Map<String, Object> scores(String reference, String provider, String score) {
    return with(
        answer(council.offerTo(reference, provider)),
        "scores",
        List.of(Map.of("criterion", "PLAN", "score", score)));
  }

  /** N01 has 60 x 5 / 5 + 40 x 16 / 20 = 92, N02 36 + 40 = 76. */
  @Test
  void theBestResponseOnPlanAndPriceWins() throws SQLException {
    String reference = invited("C-1");
    ApiClient first = council.asProvider("N01");
    assertThat(
            council.refused(
                first,
                "respondToInvitation",
                with(answer(council.offerTo(reference, "N01")), "statement", "No price")))
        .containsExactly("RATE_MISSING");
    respond(first, reference, "N01", "21");
    respond(first, reference, "N01", "20");
    respond(officer(), reference, "N02", "16.00");

    assertThat(council.refused(officer(), "compareResponses", council.at(reference)))
        .containsExactly("COMPETITION_RUNS");
    assertThat(council.refused(officer(), "scoreResponse", scores(reference, "N01", "5")))
        .containsExactly("COMPETITION_RUNS");
    council.timeRunsOut(reference);
    await(() -> council.offerTo(reference, "N04").path("status").asText().equals("LAPSED"));
    assertThat(council.refused(officer(), "compareResponses", council.at(reference)))
        .containsExactly("RESPONSE_NOT_SCORED", "RESPONSE_NOT_SCORED");
    assertThat(council.refused(officer(), "scoreResponse", scores(reference, "N01", "6")))
        .containsExactly("BAD_SCORE");
    council.run(officer(), "scoreResponse", "offer { id }", scores(reference, "N01", "5"));
    council.run(officer(), "scoreResponse", "offer { id }", scores(reference, "N02", "3"));
    council.step("compareResponses", reference);
    assertThat(council.request(reference).at("/order/result").toString())
        .contains("N01", "92.0000", "N02", "76.0000");

    assertThat(council.refused(lead(), "awardCallOff", council.award(reference, "N02", DAY)))
        .containsExactly("NOT_THE_BEST_RESPONSE");
    assertThat(
            council.refused(
                lead(),
                "awardCallOff",
                with(council.award(reference, "N01", DAY), "hourlyRate", "19")))
        .containsExactly("RATE_NOT_AS_OFFERED");
    JsonNode awarded =
        council.run(
            lead(),
            "awardCallOff",
            "callOff { hourlyRate value until }",
            council.award(reference, "N01", DAY));
    // 10 hours x 1004 days / 7 x 20, to the end of the framework
    assertThat(awarded.at("/callOff/value").asText()).isEqualTo("28685.71");
    assertThat(awarded.at("/callOff/until").asText()).isEqualTo("2027-03-31");
    assertThat(council.offerTo(reference, "N01").path("status").asText()).isEqualTo("ACCEPTED");
    assertThat(council.offerTo(reference, "N02").path("status").asText()).isEqualTo("NOT_CHOSEN");
    JsonNode scoresSeen = first.send("{ offers { nodes { scores { score } } } }", Map.of());
    assertThat(scoresSeen.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @Test
  void fewerResponsesThanTheSchemeAsksForNeedAReason() {
    String reference = invited("C-2");
    respond(officer(), reference, "N04", "18");
    council.decline(officer(), council.offerTo(reference, "N01"));
    council.decline(officer(), council.offerTo(reference, "N02"));
    council.run(officer(), "scoreResponse", "offer { id }", scores(reference, "N04", "4"));

    assertThat(council.refused(lead(), "awardCallOff", council.award(reference, "N04", DAY)))
        .containsExactly("REASON_MISSING");
    council.run(
        lead(),
        "awardCallOff",
        "callOff { id }",
        with(council.award(reference, "N04", DAY), "reason", "The others have no staff."));
  }

  @Test
  void whenNobodyRespondsItIsUnfilledAndCanBeTriedAgain() {
    String reference = invited("C-3");
    for (String provider : List.of("N01", "N02", "N04")) {
      council.decline(officer(), council.offerTo(reference, provider));
    }
    assertThat(council.status(reference)).isEqualTo("UNFILLED");
    council.step("inviteToCompete", reference);
    assertThat(council.status(reference)).isEqualTo("IN_COMPETITION");
  }

  /** 400 hours x 1004 days / 7 x 17.25 are 989,657.14 pounds, more than the council's 600,000. */
  @Test
  void aLimitStopsAnAwardAndAnOverrideLetsItPass() {
    council.open(VEHICLE, "D-1", "NEW", "HAR", "400", "2024-07-01");
    Map<String, Object> award =
        with(council.award("D-1", "N01", DAY), "reason", "The only lead provider.");
    assertThat(council.refused(lead(), "awardCallOff", council.award("D-1", "N02", DAY)))
        .containsExactlyInAnyOrder("NOT_ELIGIBLE", "REASON_MISSING");
    assertThat(council.refused(lead(), "awardCallOff", award)).contains("LIMIT_REACHED");
    assertThat(council.request("D-1").path("status").asText()).isEqualTo("OPEN");
    assertThat(
            council.refused(
                council.as(Role.COMMISSIONER),
                "awardCallOff",
                with(award, "override", "Agreed by the cabinet.")))
        .containsExactly("OVERRIDE_NOT_ALLOWED");
    JsonNode passed =
        council.run(
            lead(),
            "awardCallOff",
            "callOff { id revision value commitmentId } warnings",
            with(award, "override", "Agreed by the cabinet."));
    assertThat(passed.at("/callOff/value").asText()).isEqualTo("989657.14");

    // 28 days of it are 400 x 4 x 17.25 = 27,600 pounds
    JsonNode ended =
        council.run(
            lead(),
            "endCallOff",
            "callOff { until givenBack ended }",
            Map.of(
                "callOff",
                passed.at("/callOff/id").asText(),
                "revision",
                passed.at("/callOff/revision").asInt(),
                "lastDay",
                "2024-07-28",
                "reason",
                "The person moved away."));
    assertThat(ended.at("/callOff/givenBack").asText()).isEqualTo("962057.14");
    assertThat(
            council
                .ask("{ commitments(vehicle: \"HOME_SUPPORT\") { nodes { amount source } } }")
                .toString())
        .contains("989657.14", "-962057.14");
  }

  @Test
  void aPersonIsNamedForAPurposeAndSeenByNobodyElse() {
    ApiClient admin = council.as(Role.TENANT_ADMIN).withPurpose(Purpose.RECORD_KEEPING);
    council.run(admin, "registerPerson", "person { id }", Map.of("reference", "NM-P-1"));
    Map<String, Object> input =
        Map.of(
            "vehicle", VEHICLE,
            "reference", "P-1",
            "kind", "NEW",
            "zone", "HAR",
            "person", "NM-P-1",
            "need", "Help in the morning",
            "weeklyHours", "7",
            "startsOn", "2024-07-01");
    JsonNode unstated =
        officer()
            .send(
                "mutation($input: OpenRequestInput!) { openRequest(input: $input) { problems { code"
                    + " } } }",
                Map.of("input", MutationExamples.withKey(input)));
    assertThat(unstated.at("/errors/0/extensions/code").asText()).isEqualTo("PURPOSE_REQUIRED");
    ApiClient stated = officer().withPurpose(Purpose.CARE_COMMISSIONING);
    assertThat(council.refused(stated, "openRequest", with(input, "person", "NM-P-2")))
        .containsExactly("UNKNOWN_PERSON");
    JsonNode request =
        council
            .run(stated, "openRequest", "request { person { reference } }", input)
            .path("request");
    assertThat(request.at("/person/reference").asText()).isEqualTo("NM-P-1");
    assertThat(council.ask("{ auditEntries(first: 200) { nodes { after } } }").toString())
        .contains("P-1")
        .doesNotContain("NM-P-1");
  }
}
