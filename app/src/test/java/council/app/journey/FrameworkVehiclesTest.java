package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ClientFailure;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Frameworks as the API tells them: what there is, who stands behind it, and how long it lasts. */
final class FrameworkVehiclesTest {
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private final DemoServer demo = DemoServer.shared();

  private void create(String council, String scheme) {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(council, council, demo.tokens().issuer(council), DemoUsers.staff());
    new Administration(demo.as(council, Role.TENANT_ADMIN)).loadScheme(scheme, false);
  }

  private static String modelsOf(String council) throws IOException {
    return Files.readString(
            PostgresForTests.sourceRoot()
                .resolve("app/src/test/resources/councils/market-models/scheme.yaml"))
        .replace("council: modelshire", "council: " + council);
  }

  private JsonNode ask(String council, String document) {
    return demo.ask(council, Role.AUDITOR, document);
  }

  private JsonNode framework(String council, String code, String on, String fields) {
    return ask(council, "{ providerFrameworks(on: \"%s\") { code %s } }".formatted(on, fields))
        .path("providerFrameworks")
        .valueStream()
        .filter(framework -> framework.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode nodes, String field) {
    return nodes.valueStream().map(node -> node.path(field).asText()).toList();
  }

  @Test
  void whatIsPublishedAtTheAdvertIsToldFromTheSchemeInForce() {
    JsonNode framework =
        framework(
            "lancashire",
            VEHICLE,
            "2015-01-15",
            """
            title start end inForce admission lotsBy callOffMonths longestCallOffMonths
            options { code months condition takenOn } tiers { code kind capped } areaCap
            criteria { code weightPercent passMark source } qualityThresholdPercent tieBreakers
            callOffMethods { requestKind method } lots { code zone area title places { tier places } }
            """);

    assertThat(texts(framework.path("tiers"), "code")).containsExactly("TIER1", "TIER2");
    assertThat(
            framework
                .path("criteria")
                .valueStream()
                .mapToInt(criterion -> criterion.path("weightPercent").asInt())
                .sum())
        .isEqualTo(100);
    assertThat(framework.path("inForce").asBoolean()).isFalse();
    assertThat(framework.path("end").asText()).isEqualTo("2018-05-31");
    assertThat(framework.at("/options/0/months").asInt()).isEqualTo(24);
    assertThat(framework.at("/options/0/takenOn").isNull()).isTrue();
    assertThat(framework.path("lots").valueStream().map(JsonNode::toString))
        .hasSize(12)
        .contains(
            "{\"code\":\"PRE\",\"zone\":\"PRE\",\"area\":\"Central\",\"title\":\"Preston\",\"places\":["
                + "{\"tier\":\"TIER1\",\"places\":5},{\"tier\":\"TIER2\",\"places\":null}]}");
    assertThat(texts(framework.path("callOffMethods"), "requestKind")).contains("NEW");
  }

  @Test
  void lotsByZoneAndCategoryTheRangeOfTheValueAndTermsThatOutlastTheFrameworkAreTold() {
    JsonNode framework =
        framework(
            "hampshire",
            "SHARED_LIVING",
            "2016-01-04",
            "lotsBy callOffsMayOutlast advertised { from to } market { kind }"
                + " callOffMethods { method } lots { code zone category title places { places } }");

    assertThat(framework.path("lotsBy").asText()).isEqualTo("ZONE_AND_CATEGORY");
    assertThat(framework.path("callOffsMayOutlast").asBoolean()).isTrue();
    assertThat(framework.at("/advertised/from").asText()).isEqualTo("300000000.00");
    assertThat(framework.at("/advertised/to").asText()).isEqualTo("355000000.00");
    assertThat(framework.path("lots").valueStream().map(JsonNode::toString))
        .contains(
            "{\"code\":\"Z4:SHARED\",\"zone\":\"Z4\",\"category\":\"SHARED\",\"title\":\"South"
                + " East, Support in shared living\",\"places\":[{\"places\":5}]}");
  }

  @Test
  void aRequestNamesZoneAndCategoryAndLearnsWhatIsMissingOrUnknown() {
    String question =
        "{ newBusinessEligibility(vehicle: \"SHARED_LIVING\", %s kind: NEW, on: \"2016-01-04\") {"
            + " zone category } }";

    assertThat(
            ask("hampshire", question.formatted("zone: \"Z1\", category: \"SHARED\","))
                .path("newBusinessEligibility")
                .toString())
        .isEqualTo("{\"zone\":\"Z1:SHARED\",\"category\":\"SHARED\"}");
    assertThat(ask("hampshire", question.formatted("zone: \"Z1:SHARED\",")).toString())
        .contains("\"category\":\"SHARED\"");
    assertThat(refusal(question.formatted("zone: \"Z1\",")))
        .contains("CATEGORY_MISSING", "COMPLEX, SHARED");
    assertThat(refusal(question.formatted("zone: \"Z9\", category: \"SHARD\",")))
        .contains("UNKNOWN_ZONE", "UNKNOWN_CATEGORY", "did you mean");
    assertThat(refusal(question.formatted(""))).contains("ZONE_MISSING", "CATEGORY_MISSING");
    assertThat(
            refusal(
                question
                    .replace("SHARED_LIVING", "CARE_AT_HOME")
                    .formatted("zone: \"Z1\", category: \"SHARED\",")))
        .contains("CATEGORY_NOT_EXPECTED");
  }

  private String refusal(String question) {
    return demo.as("hampshire", Role.COMMISSIONER).send(question, Map.of()).toString();
  }

  private String placesUntil(String council) {
    return ask(council, "{ places(first: 200) { nodes { until } } }")
        .at("/places/nodes")
        .valueStream()
        .map(place -> place.path("until").asText())
        .distinct()
        .sorted()
        .toList()
        .toString();
  }

  private Map<String, Object> option(String council, String on, String seenEnd) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", UUID.randomUUID().toString());
    input.put("vehicle", VEHICLE);
    input.put("option", "TWO_MORE_YEARS");
    input.put("on", on);
    input.put("frameworkEnd", seenEnd);
    input.put("reason", "The framework serves its purpose.");
    input.put("evidence", "Review of progress and performance, January 2018.");
    return input;
  }

  private JsonNode take(String council, Role role, Map<String, Object> input) {
    return demo.as(council, role)
        .send(
            """
            mutation($input: TakeFrameworkOptionInput!) { takeFrameworkOption(input: $input) {
              option { endBefore endAfter reason decision { kind } } problems { code path message } } }
            """,
            Map.of("input", input));
  }

  private boolean anybodyEligible(String council, String on) {
    return ask(
            council,
            "{ newBusinessEligibility(vehicle: \"%s\", zone: \"PRE\", kind: NEW, on: \"%s\") { providers { eligible } } }"
                .formatted(VEHICLE, on))
        .toString()
        .contains("\"eligible\":true");
  }

  @Test
  void anOptionMovesTheEndOfTheFrameworkOfItsRoundsAndOfItsPlaces() {
    String council = "option";
    var lancashire = MutationExamples.lancashire();
    create(council, lancashire.scheme().replace("council: lancashire", "council: " + council));
    RoundUpload rounds = new RoundUpload(demo.as(council, Role.COMMISSIONER));
    Round open = rounds.open("R1", VEHICLE, "R1");
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    RoundUpload lead = new RoundUpload(demo.as(council, Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(rounds.evaluate(rounds.get("R1")), "2015-05-01"), "2015-05-20");
    assertThat(placesUntil(council)).isEqualTo("[2018-05-31]");
    assertThat(anybodyEligible(council, "2019-01-07")).isFalse();

    JsonNode tooLate =
        take(council, Role.LEAD_COMMISSIONER, option(council, "2018-06-01", "2018-06-01"));
    assertThat(texts(tooLate.at("/data/takeFrameworkOption/problems"), "code"))
        .containsExactly("FRAMEWORK_ENDED", "END_CHANGED");
    Map<String, Object> wrong = option(council, "2018-01-15", "2018-05-31");
    wrong.put("option", "TWO_MORE_YEAR");
    wrong.put("evidence", " ");
    assertThat(
            take(council, Role.LEAD_COMMISSIONER, wrong)
                .at("/data/takeFrameworkOption/problems")
                .toString())
        .contains("UNKNOWN_OPTION", "TWO_MORE_YEARS", "BAD_TEXT", "input.evidence");
    assertThat(
            take(council, Role.COMMISSIONER, option(council, "2018-01-15", "2018-05-31"))
                .toString())
        .contains("FORBIDDEN");
    assertThat(placesUntil(council)).isEqualTo("[2018-05-31]");

    JsonNode taken =
        take(council, Role.LEAD_COMMISSIONER, option(council, "2018-01-15", "2018-05-31"));
    assertThat(taken.at("/data/takeFrameworkOption/problems")).as("%s", taken).isEmpty();
    assertThat(taken.at("/data/takeFrameworkOption/option/endAfter").asText())
        .isEqualTo("2020-05-31");
    assertThat(taken.at("/data/takeFrameworkOption/option/decision/kind").asText())
        .isEqualTo("framework.option");

    assertThat(placesUntil(council)).isEqualTo("[2020-05-31]");
    assertThat(anybodyEligible(council, "2019-01-07")).isTrue();
    assertThat(anybodyEligible(council, "2020-06-01")).isFalse();
    JsonNode framework =
        framework(council, VEHICLE, "2019-01-07", "end plannedEnd inForce options { takenOn }");
    assertThat(framework.toString())
        .contains(
            "\"end\":\"2020-05-31\",\"plannedEnd\":\"2018-05-31\",\"inForce\":true",
            "\"takenOn\":\"2018-01-15\"");
    assertThat(ask(council, "{ evaluationRounds(first: 1) { nodes { frameworkEnd } } }").toString())
        .contains("2020-05-31");
    assertThat(
            texts(
                ask(council, "{ auditEntries(first: 200) { nodes { action } } }")
                    .at("/auditEntries/nodes"),
                "action"))
        .contains("FrameworkOptionTaken", "FrameworkExtended");
    assertThat(
            texts(
                take(council, Role.LEAD_COMMISSIONER, option(council, "2018-01-15", "2020-05-31"))
                    .at("/data/takeFrameworkOption/problems"),
                "code"))
        .containsExactly("NOT_THE_NEXT_OPTION");
    assertThat(lead.open("R2", VEHICLE, "R2").status()).isEqualTo("COLLECTING");
    assertThat(
            ask(council, "{ evaluationRounds(reference: \"R2\") { nodes { frameworkEnd } } }")
                .toString())
        .contains("2020-05-31");
  }

  @Test
  void aMemberOfAnAllianceIsSuspendedAndNobodyOfItTakesNewBusiness() throws IOException {
    String council = "allied";
    create(council, modelsOf(council));
    RoundUpload rounds = new RoundUpload(demo.as(council, Role.COMMISSIONER));
    Round open = rounds.open("R1", "ALLIANCE", "R1");
    rounds.importFiles(open, allianceFiles(), false);
    RoundUpload lead = new RoundUpload(demo.as(council, Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(rounds.evaluate(rounds.get("R1")), "2015-03-01"), "2015-03-02");

    assertThat(
            ask(
                    council,
                    "{ placeMembers(vehicle: \"ALLIANCE\", on: \"2016-01-04\") { holder member"
                        + " memberName role } }")
                .path("placeMembers")
                .toString())
        .isEqualTo(
            "[{\"holder\":\"A1\",\"member\":\"M1\",\"memberName\":\"First\",\"role\":\"ALLIANCE_MEMBER\"},"
                + "{\"holder\":\"A1\",\"member\":\"M2\",\"memberName\":\"Second\",\"role\":\"ALLIANCE_MEMBER\"}]");
    String question =
        "{ newBusinessEligibility(vehicle: \"ALLIANCE\", zone: \"Z1\", kind: NEW, on:"
            + " \"2016-01-04\") { providers { eligible reasons { because { text } } } } }";
    assertThat(ask(council, question).toString()).contains("\"eligible\":true");

    JsonNode suspended =
        demo.as(council, Role.CONTRACT_OFFICER)
            .execute(
                """
                mutation { suspendProvider(input: { idempotencyKey: "alliance", vehicle: "ALLIANCE",
                  provider: "M2", scope: BOTH, from: "2016-01-01", reason: "Quality." }) {
                  problems { code } } }
                """,
                Map.of());
    assertThat(suspended.at("/suspendProvider/problems")).isEmpty();

    assertThat(ask(council, question).toString())
        .contains("\"eligible\":false", "A suspension of one member stops them all: M2");
  }

  private static Map<String, String> allianceFiles() {
    String columns =
        "reference,name,companies_house_number,cqc_provider_id,cqc_rating,not_for_profit,existing,members\n";
    return Map.of(
        "providersCsv",
        columns + "A1,Together,,,,,N,M1;M2\nM1,First,,,,,N,\nM2,Second,,,,,N,\n",
        "applicationsCsv",
        "provider,submitted_at,area_preference\nA1,2015-02-01T09:00:00Z,\n",
        "appliedZonesCsv",
        "provider,zone\nA1,Z1\n",
        "scoresCsv",
        "provider,criterion,zone,score\nA1,QUALITY,,9\n",
        "locationsCsv",
        "location,provider,zone,people,weekly_hours\n");
  }

  @Test
  void noRoundIsOpenedOutsideTheWindowsAndTheNextOneIsNamed() throws IOException {
    String council = "windows";
    create(council, modelsOf(council));

    ClientFailure refusal =
        catchThrowableOfType(
            ClientFailure.class,
            () -> new RoundUpload(demo.as(council, Role.COMMISSIONER)).open("R1", "AS_IS", "R1"));

    assertThat(refusal.getMessage()).contains("WINDOW_CLOSED", "2090-04-01");
    assertThat(
            framework(
                    council,
                    "AS_IS",
                    "2014-02-01",
                    "admission windows { from } openWindow { until } nextWindow { from }")
                .toString())
        .isEqualTo(
            "{\"code\":\"AS_IS\",\"admission\":\"WINDOWS\",\"windows\":[{\"from\":\"2014-01-01\"},{\"from\":\"2090-04-01\"}],"
                + "\"openWindow\":{\"until\":\"2014-03-31\"},\"nextWindow\":{\"from\":\"2090-04-01\"}}");
    List<String> kinds = new ArrayList<>();
    ask(council, "{ providerFrameworks(on: \"2014-02-01\") { market { kind } } }")
        .findValuesAsText("kind")
        .forEach(kinds::add);
    assertThat(kinds)
        .contains("PROVIDERS", "LEAD_PROVIDER", "ALLIANCE", "JOINT_UNDERTAKING")
        .hasSize(8);
  }
}
