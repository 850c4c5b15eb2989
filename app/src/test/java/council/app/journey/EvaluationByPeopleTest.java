package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.ClientFailure;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A round whose answers people score, from the appointment to the places: two evaluators, one of
 * whom has a conflict with a member of a consortium, a moderator, prices, and checks without which
 * nobody is ranked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EvaluationByPeopleTest {
  private static final String CODE = "scoring";
  private static final String NOBODY = "provider,criterion,zone,score\n";
  private final DemoServer demo = DemoServer.shared();
  private final ApiClient one = demo.as(CODE, Role.COMMISSIONER);
  private final ApiClient two = demo.as(CODE, Role.CONTRACT_OFFICER);
  private final ApiClient moderator = demo.as(CODE, Role.LEAD_COMMISSIONER);
  private final RoundUpload rounds = new RoundUpload(one);

  @BeforeAll
  void bringIn() throws IOException {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(CODE, "Scoring", demo.tokens().issuer(CODE), DemoUsers.staff());
    String scheme =
        Files.readString(Northmere.scheme()).replace("council: northmere", "council: " + CODE);
    new Administration(demo.as(CODE, Role.TENANT_ADMIN)).loadScheme(scheme, false);
    rounds.importFiles(rounds.open("SB-1", "SHORT_BREAKS", "Short breaks"), files(NOBODY), false);
    for (String member : List.of("B01", "B03", "B04")) {
      assertThat(record(member, "INSURED", "Yes", "2024-02-01")).isEmpty();
    }
  }

  private static Map<String, String> files(String scores) {
    return Map.of(
        "providersCsv",
        """
        reference,name,companies_house_number,cqc_provider_id,cqc_rating,not_for_profit,existing,consortium_members
        B01,Bay,,,Good,N,N,
        B02,Brook,,,Outstanding,N,N,
        B03,Birch,,,Good,N,N,
        B04,Beech,,,Good,N,N,
        B05,Both,,,,N,N,B03;B04
        """,
        "applicationsCsv",
        """
        provider,submitted_at,area_preference
        B01,2024-02-01T09:00:00Z,
        B02,2024-02-01T09:00:00Z,
        B05,2024-02-01T09:00:00Z,
        """,
        "appliedZonesCsv",
        "provider,zone,price\nB01,HAR,20\nB02,HAR,15.00\nB05,HAR,16\n",
        "scoresCsv",
        scores,
        "locationsCsv",
        "location,provider,zone,people,weekly_hours\n");
  }

  private List<String> run(ApiClient who, String mutation, Map<String, ?> input) {
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    return who.execute(
            "mutation Run($input: %s) { %s(input: $input) { problems { code } } }"
                .formatted(GraphqlInput.of(demo.instance(), mutation).name(), mutation),
            Map.of("input", complete))
        .path(mutation)
        .path("problems")
        .findValuesAsText("code");
  }

  private List<String> record(String provider, String check, String answer, String on) {
    return run(
        two,
        "recordDueDiligence",
        Map.of(
            "vehicle", "SHORT_BREAKS",
            "provider", provider,
            "check", check,
            "answer", answer,
            "on", on,
            "evidence", "Certificate 4711"));
  }

  private List<String> appoint(String label) {
    return run(
        moderator,
        "appointEvaluator",
        Map.of("round", round().id(), "revision", round().revision(), "evaluator", label));
  }

  private List<String> declare(ApiClient who, String... conflicts) {
    JsonNode self =
        who.execute("{ evaluators(round: \"SB-1\") { nodes { id mine revision } } }", Map.of())
            .at("/evaluators/nodes")
            .valueStream()
            .filter(evaluator -> evaluator.path("mine").asBoolean())
            .findFirst()
            .orElseThrow();
    Map<String, Object> input = new HashMap<>();
    input.put("evaluator", self.path("id").asText());
    input.put("revision", self.path("revision").asInt());
    input.put("conflicts", List.of(conflicts));
    if (conflicts.length > 0) {
      input.put("words", "Worked there until last year");
    }
    return run(who, "declareInterests", input);
  }

  private Round round() {
    return rounds.get("SB-1");
  }

  private JsonNode answer(ApiClient who, String provider, String criterion) {
    return who.execute(
            """
            query($provider: String, $criterion: Code) {
              evaluationAnswers(round: "SB-1", provider: $provider, criterion: $criterion) { nodes {
                id revision status scoreCount spread agreedScore
                scores { nodes { evaluator mine score comment setAside revision } }
                moderations { nodes { score rationale moderator fewerBecause } } } } }
            """,
            Map.of("provider", provider, "criterion", criterion))
        .at("/evaluationAnswers/nodes/0");
  }

  private List<String> score(ApiClient who, String provider, String criterion, String score) {
    JsonNode answer = answer(who, provider, criterion);
    int revision =
        answer
            .at("/scores/nodes")
            .valueStream()
            .filter(given -> given.path("mine").asBoolean())
            .mapToInt(given -> given.path("revision").asInt())
            .findFirst()
            .orElse(0);
    return run(
        who,
        "scoreAnswer",
        Map.of(
            "answer",
            answer.path("id").asText(),
            "revision",
            revision,
            "score",
            score,
            "comment",
            "Because of page 3"));
  }

  private List<String> moderate(
      String provider, String criterion, String score, String... fewerBecause) {
    JsonNode answer = answer(moderator, provider, criterion);
    Map<String, Object> input = new HashMap<>();
    input.put("answer", answer.path("id").asText());
    input.put("revision", answer.path("revision").asInt());
    input.put("score", score);
    input.put("rationale", "Both saw the same strengths");
    if (fewerBecause.length > 0) {
      input.put("fewerBecause", fewerBecause[0]);
    }
    return run(moderator, "moderateAnswer", input);
  }

  private String evaluate() {
    ClientFailure refusal =
        catchThrowableOfType(ClientFailure.class, () -> rounds.evaluate(round()));
    return refusal == null ? "" : String.valueOf(refusal.getMessage());
  }

  private JsonNode progress() {
    return demo.ask(
            CODE,
            Role.AUDITOR,
            "{ evaluationRounds(first: 1, reference: \"SB-1\") { nodes { scoringProgress { answers"
                + " scored moderated } } } }")
        .at("/evaluationRounds/nodes/0");
  }

  @Test
  @Order(1)
  void agreedScoresAreNotImportedWherePeopleScore() {
    ClientFailure refusal =
        catchThrowableOfType(
            ClientFailure.class,
            () -> rounds.importFiles(round(), files(NOBODY + "B01,CARE,,5\n"), true));

    assertThat(refusal.getMessage()).contains("SCORED_BY_PEOPLE");
    assertThat(progress().path("scoringProgress").toString())
        .isEqualTo("{\"answers\":6,\"scored\":0,\"moderated\":0}");
  }

  @Test
  @Order(2)
  void nobodyScoresWithoutAppointmentAndDeclaration() {
    assertThat(score(one, "B01", "CARE", "8")).containsExactly("NOT_APPOINTED");
    assertThat(appoint("demo-comissioner")).containsExactly("UNKNOWN_EVALUATOR");
    assertThat(appoint("demo-commissioner")).isEmpty();
    assertThat(appoint("demo-commissioner")).containsExactly("APPOINTED_ALREADY");
    assertThat(appoint("demo-contract-officer")).isEmpty();
    assertThat(score(one, "B01", "CARE", "8")).containsExactly("NOT_DECLARED");
    assertThat(declare(one, "B99", "B99")).containsExactly("UNKNOWN_PROVIDER", "UNKNOWN_PROVIDER");
    assertThat(declare(one)).isEmpty();
    assertThat(declare(two)).isEmpty();
    assertThat(score(one, "B01", "CARE", "10.5")).containsExactly("SCORE_OUT_OF_RANGE");
    assertThat(score(one, "B01", "CARE", "8")).isEmpty();
  }

  @Test
  @Order(3)
  void anEvaluatorSeesTheOwnScoresAloneUntilTheScoreIsAgreedAndTheModeratorSeesAll() {
    assertThat(score(two, "B01", "CARE", "5.5")).isEmpty();

    assertThat(answer(one, "B01", "CARE").at("/scores/nodes").findValuesAsText("score"))
        .containsExactly("8.0000", "null");
    assertThat(answer(one, "B01", "CARE").toString()).doesNotContain("5.5", "2.5");
    assertThat(answer(two, "B01", "CARE").at("/scores/nodes").findValuesAsText("comment"))
        .containsExactly("null", "Because of page 3");
    JsonNode seen = answer(moderator, "B01", "CARE");
    assertThat(seen.at("/scores/nodes").findValuesAsText("score"))
        .containsExactly("8.0000", "5.5000");
    assertThat(seen.path("spread").asText()).isEqualTo("2.5000");
    assertThat(
            demo.ask(
                    CODE,
                    Role.AUDITOR,
                    "{ evaluationAnswers { nodes { spread scores { nodes { score comment } } } } }")
                .toString())
        .doesNotContain("page 3", "2.5", "8.0");
  }

  @Test
  @Order(4)
  void aScoreIsAgreedByWhoHasNotScoredWhenEnoughHave() {
    assertThat(moderate("B02", "CARE", "7")).containsExactly("TOO_FEW_SCORES");
    assertThat(moderate("B01", "CARE", "10.00001", "No need"))
        .containsExactlyInAnyOrder("NOT_FEWER", "SCORE_OUT_OF_RANGE");
    assertThat(moderate("B01", "CARE", "7")).isEmpty();

    JsonNode agreed = answer(one, "B01", "CARE");
    assertThat(agreed.path("status").asText()).isEqualTo("AGREED");
    assertThat(agreed.at("/scores/nodes").findValuesAsText("score"))
        .containsExactly("8.0000", "5.5000");
    assertThat(agreed.path("spread").isNull()).isTrue();
    assertThat(score(one, "B01", "CARE", "9")).containsExactly("AGREED_ALREADY");
    assertThat(moderate("B01", "CARE", "7.5")).isEmpty();
    assertThat(answer(one, "B01", "CARE").at("/moderations/nodes").findValuesAsText("score"))
        .containsExactly("7.5000", "7.0000");
    ClientFailure refusal =
        catchThrowableOfType(
            ClientFailure.class, () -> rounds.importFiles(round(), files(NOBODY), false));
    assertThat(refusal.getMessage()).contains("EVALUATION_BEGUN");
  }

  @Test
  @Order(5)
  void aConflictWithAMemberClosesTheConsortiumsAnswersAndTakesBackWhatWasGiven() {
    assertThat(score(one, "B05", "CARE", "9")).isEmpty();
    assertThat(score(two, "B05", "CARE", "6")).isEmpty();
    assertThat(moderate("B05", "CARE", "8")).isEmpty();

    assertThat(declare(two, "B03")).isEmpty();

    JsonNode answer = answer(moderator, "B05", "CARE");
    assertThat(answer.path("status").asText()).isEqualTo("OPEN");
    assertThat(answer.path("agreedScore").isNull()).isTrue();
    assertThat(answer.path("scoreCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/scores/nodes").findValuesAsText("setAside"))
        .containsExactly("false", "true");
    assertThat(score(two, "B05", "CARE", "6")).containsExactly("CONFLICT_OF_INTEREST");
    assertThat(declarations(demo.as(CODE, Role.AUDITOR)))
        .contains("\"conflicts\":[\"B03\"],\"words\":null},{\"conflicts\":[]");
    assertThat(declarations(moderator)).contains("Worked there until last year");
    assertThat(moderate("B05", "CARE", "9", "The second has a conflict")).isEmpty();
  }

  private static String declarations(ApiClient who) {
    return who.execute(
            "{ evaluators(first: 5, round: \"SB-1\") { nodes { label declarations(first: 5) { nodes"
                + " { conflicts words } } } } }",
            Map.of())
        .toString();
  }

  @Test
  @Order(6)
  void theRoundIsNotEvaluatedWhileAScoreIsMissingAndEachIsTold() {
    assertThat(evaluate())
        .contains(
            "MISSING_SCORE",
            "No score is agreed of B02 for CARE.",
            "No score is agreed of B01 for NEAR in HAR.",
            "No score is agreed of B05 for NEAR in HAR.")
        .doesNotContain("B01 for CARE");
    assertThat(progress().at("/scoringProgress/moderated").asInt()).isEqualTo(2);
  }

  /**
   * B01 has 22.5 + 12 + 37.5 = 72, B05 27 + 16 + 46.875. B02 would have 30 + 20 + 50 and is not
   * insured.
   */
  @Test
  @Order(7)
  void agreedScoresAndPricesAreRankedAndNobodyWithoutTheChecksIs() {
    for (String provider : List.of("B01", "B02", "B05")) {
      assertThat(score(one, provider, "NEAR", "3")).isEmpty();
    }
    assertThat(score(two, "B01", "NEAR", "3")).isEmpty();
    assertThat(score(two, "B02", "NEAR", "5")).isEmpty();
    assertThat(score(one, "B02", "CARE", "10")).isEmpty();
    assertThat(score(two, "B02", "CARE", "10")).isEmpty();
    assertThat(moderate("B01", "NEAR", "3")).isEmpty();
    assertThat(moderate("B02", "NEAR", "5")).isEmpty();
    assertThat(moderate("B05", "NEAR", "4", "The second has a conflict")).isEmpty();
    assertThat(moderate("B02", "CARE", "10")).isEmpty();
    for (String provider : List.of("B01", "B03", "B04")) {
      assertThat(record(provider, "INSURED", "Yes", today())).isEmpty();
    }

    assertThat(evaluate()).isEmpty();

    JsonNode told =
        demo.ask(
            CODE,
            Role.AUDITOR,
            "{ evaluationRounds(first: 1, reference: \"SB-1\") { nodes { status decision { id"
                + " result reasons { text } } outcomes { nodes { result reasons { text because {"
                + " text because { text because { text } } } } } } } } }");
    assertThat(told.at("/evaluationRounds/nodes/0/decision/result").toString())
        .contains("89.875")
        .containsPattern("\"provider\":\"B05\",\"rank\":1")
        .containsPattern("\"provider\":\"B01\",\"rank\":2");
    assertThat(told.toString())
        .contains(
            "COST: 37.5000 is 50 x 15 / 20: the lowest price in the zone over the price.",
            "Rated by the CQC: Each member passes.",
            "Is insured: nothing is recorded by " + today() + ".");
    assertThat(
            demo.as(CODE, Role.AUDITOR)
                .execute(
                    "query($id: ID!) { replayDecision(id: $id) { identical } }",
                    Map.of("id", told.at("/evaluationRounds/nodes/0/decision/id").asText()))
                .at("/replayDecision/identical")
                .asBoolean())
        .isTrue();
    assertThat(score(one, "B01", "NEAR", "4")).containsExactly("WRONG_STATE");
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
  }

  @Test
  @Order(8)
  void aProviderSeesNothingOfHowItWasScored() {
    ApiClient provider = providerUser("B01");
    assertThat(
            provider
                .send("{ evaluationAnswers { nodes { id } } }", Map.of())
                .at("/errors/0/extensions/code")
                .asText())
        .isEqualTo("FORBIDDEN");
    JsonNode own =
        provider.execute(
            "{ applications { nodes { offers { zone price } scores { totalCount } } } dueDiligence"
                + " { nodes { check passed evidence recordedBy provider { reference } } } }",
            Map.of());
    assertThat(own.at("/applications/nodes").toString())
        .isEqualTo(
            "[{\"offers\":[{\"zone\":\"HAR\",\"price\":\"20.0000\"}],\"scores\":{\"totalCount\":0}}]");
    assertThat(own.at("/dueDiligence/nodes"))
        .hasSize(2)
        .allSatisfy(record -> {
          assertThat(record.at("/provider/reference").asText()).isEqualTo("B01");
          assertThat(record.path("evidence").isNull()).isTrue();
          assertThat(record.path("recordedBy").isNull()).isTrue();
        });
  }

  private ApiClient providerUser(String provider) {
    Administration admin = new Administration(demo.as(CODE, Role.TENANT_ADMIN));
    admin.createProviderUser(
        demo.tokens().issuer(CODE).issuer(),
        DemoUsers.provider(provider),
        Objects.requireNonNull(admin.providerIds().get(provider)));
    return demo.asProvider(CODE, provider);
  }

  @Test
  @Order(9)
  void businessWaitsForTheChecksOfItsDay() {
    RoundUpload lead = new RoundUpload(moderator);
    lead.award(lead.startStandstill(round(), yesterday()), today());

    assertThat(eligible("2024-06-10")).isTrue();
    assertThat(record("B04", "INSURED", "No", "2024-06-09")).isEmpty();
    assertThat(eligible("2024-06-08")).isTrue();
    assertThat(eligible("2024-06-10")).isFalse();
    assertThat(record("B05", "INSURED", "Yes", "2024-06-10")).isEmpty();
    assertThat(eligible("2024-06-10")).isTrue();
  }

  private static String yesterday() {
    return java.time.LocalDate.parse(today()).minusDays(1).toString();
  }

  private boolean eligible(String on) {
    return demo.ask(
            CODE,
            Role.AUDITOR,
            "{ newBusinessEligibility(vehicle: \"SHORT_BREAKS\", zone: \"HAR\", kind: NEW, on: \"%s\") { providers { eligible } } }"
                .formatted(on))
        .at("/newBusinessEligibility/providers/0/eligible")
        .asBoolean();
  }

  @Test
  @Order(10)
  void checksAreRefusedWithEverythingThatIsWrong() {
    assertThat(record("B01", "INSURD", "Yes", "2024-02-01")).containsExactly("UNKNOWN_CHECK");
    assertThat(record("B99", "INSURED", "yes", "2199-01-01"))
        .containsExactlyInAnyOrder("UNKNOWN_PROVIDER", "DAY_OUT_OF_RANGE", "UNKNOWN_ANSWER");
    assertThat(record("B01", "CQC", "Goodish", "2024-02-01")).containsExactly("UNKNOWN_ANSWER");
    JsonNode ending =
        demo.ask(
            CODE,
            Role.AUDITOR,
            "{ dueDiligence(expiringBy: \"2025-06-30\", orderBy: UNTIL_ASC) { nodes { provider {"
                + " reference } until } } }");
    assertThat(ending.at("/dueDiligence/nodes").toString())
        .isEqualTo("[{\"provider\":{\"reference\":\"B05\"},\"until\":\"2025-06-09\"}]");
  }
}
