package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue.Council;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.framework.api.TransitionUpkeep;
import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Locations move, or do not, in a council with Lancashire's round (LAN-FW-21 to LAN-FW-28). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransitionTest {
  private static final String COUNCIL = "moving";
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private final DemoServer demo = DemoServer.shared();
  private final ApiClient officer = demo.as(COUNCIL, Role.CONTRACT_OFFICER);
  private final ApiClient lead = demo.as(COUNCIL, Role.LEAD_COMMISSIONER);
  private List<JsonNode> cases;

  @BeforeAll
  void award() {
    Council lancashire = MutationExamples.lancashire();
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(COUNCIL, COUNCIL, demo.tokens().issuer(COUNCIL), DemoUsers.staff());
    new Administration(demo.as(COUNCIL, Role.TENANT_ADMIN))
        .loadScheme(
            lancashire.scheme().replace("council: lancashire", "council: " + COUNCIL), false);
    RoundUpload rounds = new RoundUpload(demo.as(COUNCIL, Role.COMMISSIONER));
    Round open = rounds.open("R1", VEHICLE, "R1");
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    Round proposed = rounds.evaluate(rounds.get("R1"));
    RoundUpload awarding = new RoundUpload(lead);
    awarding.award(awarding.startStandstill(proposed, "2015-04-20"), "2015-05-05");
    cases =
        ask("{ transitionCases(first: 200, status: OPEN) { nodes { id zone stage stageSince due"
                + " provider { reference } location { reference people weeklyHours } } } }")
            .at("/transitionCases/nodes")
            .valueStream()
            .toList();
  }

  @Test
  void everyCaseBeginsInTheFirstStageOnTheDayOfTheAward() {
    assertThat(cases)
        .allSatisfy(one -> {
          assertThat(one.path("stage").asText()).isEqualTo("WAITING");
          assertThat(one.path("stageSince").asText()).isEqualTo("2015-05-05");
        });
    assertThat(progress("2015-06-01").at("/total/cases").asInt()).isEqualTo(239);
  }

  /** LAN-FW-24, LAN-FW-26, LAN-FW-27, LAN-APL-03, LAN-APL-04, LAN-APL-06. */
  @Test
  void aServiceMovesToATierOneProviderOfItsZone() {
    JsonNode one = cases.getFirst();
    String id = one.path("id").asText();
    String location = one.at("/location/reference").asText();
    String receiver = tierOne(one.path("zone").asText());

    assertThat(codes(move(lead, id, "completeMove", "2016-01-04"))).containsExactly("WRONG_STATE");
    recordReview(id, "TARGETED", false);
    assertThat(codes(move(officer, id, "finishReview", "2015-09-01"))).isEmpty();
    assertThat(messages(move(officer, id, "planMove", "2015-09-02")))
        .containsExactly(
            "It is not recorded what the people chose.",
            "It is not known whether staff transfer.",
            "No provider is chosen that takes the service over.",
            "It is not checked that nobody has to move house.");
    assertThat(
            codes(
                record(
                    officer,
                    "recordTransitionChoice",
                    id,
                    Map.of("choice", "OPT_OUT", "how", "At a meeting", "on", "2015-09-02"))))
        .isEmpty();
    assertThat(
            codes(
                record(
                    officer,
                    "recordStaffTransfer",
                    id,
                    Map.of("transfer", "YES", "on", "2015-09-02"))))
        .isEmpty();
    assertThat(
            codes(
                record(
                    officer,
                    "recordHomeCheck",
                    id,
                    Map.of("nobodyMoves", true, "restsOn", "The tenancies", "on", "2015-09-02"))))
        .isEmpty();
    assertThat(codes(choose(id, receiver, "2015-09-03"))).isEmpty();
    assertThat(codes(move(officer, id, "planMove", "2015-09-04"))).isEmpty();
    assertThat(
            codes(
                record(
                    officer,
                    "openTransitionBlocker",
                    id,
                    Map.of("what", "The keys are lost", "on", "2015-09-05"))))
        .isEmpty();
    assertThat(messages(move(officer, id, "startTransfer", "2015-09-06")))
        .containsExactly("1 blocker(s) are not resolved.");
    assertThat(progress("2015-09-06").at("/total/blocked").asInt()).isEqualTo(1);
    JsonNode blocker = find(id).at("/blockers/0");
    assertThat(
            codes(
                mutate(
                    officer,
                    "resolveTransitionBlocker",
                    Map.of(
                        "blocker",
                        blocker.path("id").asText(),
                        "revision",
                        1,
                        "on",
                        "2015-09-07",
                        "resolution",
                        "New keys"))))
        .isEmpty();
    assertThat(codes(move(officer, id, "startTransfer", "2015-09-08"))).isEmpty();
    assertThat(messages(move(officer, id, "completeMove", "2015-10-01")))
        .containsExactly("It takes the permission framework.transition.decide.");
    assertThat(codes(move(lead, id, "completeMove", "2015-10-01"))).isEmpty();

    JsonNode moved = find(id);
    assertThat(moved.path("stage").asText()).isEqualTo("MOVED");
    assertThat(moved.path("outcome").asText()).isEqualTo("MOVED");
    assertThat(moved.path("endedOn").asText()).isEqualTo("2015-10-01");
    assertThat(moved.at("/receivers/0/provider/reference").asText()).isEqualTo(receiver);
    assertThat(moved.path("steps")).hasSize(4);
    assertThat(moved.path("allowedActions")).isEmpty();
    assertThat(holder(location, "2015-09-30")).isEqualTo(one.at("/provider/reference").asText());
    assertThat(holder(location, "2015-10-01")).isEqualTo(receiver);
    assertThat(figures(location, "2015-10-01")).isEqualTo(figures(location, "2015-09-30"));
    assertThat(progress("2015-09-30").at("/total/moved").asInt()).isZero();
    assertThat(progress("2015-10-01").at("/total/moved").asInt()).isEqualTo(1);
    assertThat(
            ask("{ transitionCases(receiver: \""
                    + receiver
                    + "\", stage: \"MOVED\") { totalCount } }")
                .at("/transitionCases/totalCount")
                .asInt())
        .isEqualTo(1);
    assertThat(
            codes(
                record(
                    officer,
                    "recordStaffTransfer",
                    id,
                    Map.of("transfer", "NO", "on", "2015-10-02"))))
        .containsExactly("CASE_ENDED");
  }

  /** LAN-FW-20, LAN-FW-24. */
  @Test
  void whoMayNotTakeReProcuredBusinessReceivesNothing() {
    JsonNode one = cases.get(1);
    String zone = one.path("zone").asText();
    String id = one.path("id").asText();
    String tierTwo =
        ask("{ places(first: 1, zone: \"%s\", tier: \"TIER2\") { nodes { provider { reference } } } }"
                .formatted(zone))
            .at("/places/nodes/0/provider/reference")
            .asText();

    JsonNode refused = choose(id, tierTwo, "2015-09-03");

    assertThat(codes(refused)).containsOnly("NOT_ELIGIBLE");
    assertThat(messages(refused)).allSatisfy(told -> assertThat(told).contains(tierTwo));
    assertThat(codes(choose(id, one.at("/provider/reference").asText(), "2015-09-03")))
        .containsExactly("SAME_PROVIDER");
    assertThat(codes(choose(id, "P999", "2015-09-03"))).containsExactly("UNKNOWN_PROVIDER");
    assertThat(find(id).path("receivers")).isEmpty();
  }

  /** LAN-APL-01, LAN-APL-03, LAN-APL-04. */
  @Test
  void whoMayStayAndWantsToEndsTheCaseWithoutAMove() {
    JsonNode one = cases.get(2);
    String id = one.path("id").asText();
    recordReview(id, "TRUSTED", true);
    move(officer, id, "finishReview", "2015-09-01");
    assertThat(messages(move(lead, id, "approveStay", "2015-09-02")))
        .containsExactly("It is not recorded that the people chose to stay.");
    record(
        officer,
        "recordTransitionChoice",
        id,
        Map.of("choice", "STAY", "how", "At home", "support", "An advocate", "on", "2015-09-02"));
    assertThat(codes(move(lead, id, "approveStay", "2015-09-02"))).isEmpty();

    assertThat(find(id).path("outcome").asText()).isEqualTo("STAYED");
    assertThat(holder(one.at("/location/reference").asText(), "2016-01-01"))
        .isEqualTo(one.at("/provider/reference").asText());
    assertThat(progress("2015-09-02").at("/total/stayed").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsToldAtOnceAndNothingIsKept() {
    String id = cases.get(3).path("id").asText();
    JsonNode refused =
        record(
            officer,
            "recordTransitionReview",
            id,
            Map.of(
                "type", "DESKTOPS", "finding", " ", "stayAppropriate", true, "on", "2099-01-01"));
    assertThat(codes(refused))
        .containsExactlyInAnyOrder("DAY_NOT_COME", "UNKNOWN_REVIEW_TYPE", "BAD_TEXT");
    assertThat(messages(refused)).anySatisfy(told -> assertThat(told).contains("DESKTOP"));
    assertThat(find(id).path("review").isNull()).isTrue();
    assertThat(
            codes(
                mutate(
                    officer,
                    "moveTransitionCase",
                    Map.of(
                        "transitionCase",
                        id,
                        "revision",
                        99,
                        "action",
                        "finishReview",
                        "on",
                        "2015-09-01"))))
        .containsExactly("STALE_REVISION");
    assertThat(codes(move(officer, id, "fly", "2015-09-01"))).containsExactly("UNKNOWN_ACTION");
    recordReview(id, "DESKTOP", false);
    assertThat(codes(move(officer, id, "finishReview", "2015-05-04"))).containsExactly("BAD_SPAN");
  }

  @Test
  void whatIsLateIsSeen() {
    assertThat(overdue("2016-12-01")).isZero();
    int late = overdue("2016-12-02");
    assertThat(late).isPositive();
    JsonNode progress = progress("2016-12-02");
    assertThat(progress.at("/total/overdue").asInt()).isEqualTo(late);
    assertThat(
            progress
                .path("zones")
                .valueStream()
                .mapToInt(zone -> zone.path("overdue").asInt())
                .sum())
        .isEqualTo(late);
    assertThat(
            progress
                .path("providers")
                .valueStream()
                .mapToInt(one -> one.path("open").asInt())
                .sum())
        .isEqualTo(progress.at("/total/open").asInt());
  }

  private int overdue(String day) {
    return ask("{ transitionCases(overdueOn: \"" + day + "\") { totalCount } }")
        .at("/transitionCases/totalCount")
        .asInt();
  }

  /** LAN-FW-21, LAN-FW-22, LAN-FW-28. */
  @Test
  void aReviewOfAPlaceSetsItsLocationsOnTheirWay() {
    JsonNode reviews =
        ask(
            "{ tierReviews(first: 200, tier: \"TIER2\") { totalCount nodes { id due zone"
                + " provider { reference } } } places(tier: \"TIER2\") { totalCount } }");
    assertThat(reviews.at("/tierReviews/totalCount")).isEqualTo(reviews.at("/places/totalCount"));
    assertThat(reviews.at("/tierReviews/nodes").findValuesAsText("due")).containsOnly("2017-06-01");
    assertThat(
            ask("{ tierReviews(overdueOn: \"2017-06-02\") { totalCount } }")
                .at("/tierReviews/totalCount"))
        .isEqualTo(reviews.at("/places/totalCount"));
    JsonNode review = reviews.at("/tierReviews/nodes/0");
    String id = review.path("id").asText();

    JsonNode unknown = review(id, "SELL", "2017-05-02");
    assertThat(codes(unknown)).containsExactly("UNKNOWN_RECOMMENDATION");
    JsonNode recorded = review(id, "MOVE_TO_TIER1", "2017-05-02");

    assertThat(codes(recorded)).isEmpty();
    assertThat(recorded.path("cases")).isNotEmpty();
    JsonNode opened =
        ask(
            "{ transitionCases(provider: \"%s\", zone: \"%s\") { nodes { origin stage due openedOn"
                    .formatted(
                        review.at("/provider/reference").asText(), review.path("zone").asText())
                + " location { reference } } } }");
    assertThat(opened.at("/transitionCases/nodes").findValuesAsText("reference"))
        .containsExactlyElementsOf(
            recorded.path("cases").valueStream().map(JsonNode::asText).toList());
    assertThat(opened.at("/transitionCases/nodes").valueStream())
        .allSatisfy(one -> {
          assertThat(one.path("origin").asText()).isEqualTo("TIER_REVIEW");
          assertThat(one.path("stage").asText()).isEqualTo("WAITING");
          // 18 months from then would be after the framework's end
          assertThat(one.path("due").asText()).isEqualTo("2018-05-31");
        });
    assertThat(codes(review(id, "KEEP", "2017-05-03"))).contains("ALREADY_RECORDED");
  }

  private JsonNode review(String id, String recommendation, String on) {
    int revision =
        ask("{ node(id: \"" + id + "\") { ... on TierReview { revision } } }")
            .at("/node/revision")
            .asInt();
    return mutate(
        lead,
        "recordTierReview",
        Map.of(
            "tierReview",
            id,
            "revision",
            revision,
            "on",
            on,
            "recommendation",
            recommendation,
            "finding",
            "Below standard",
            "evidence",
            "Report 7"));
  }

  @Test
  void theUpkeepFindsNothingToDo() {
    int before = ask("{ tierReviews { totalCount } }").at("/tierReviews/totalCount").asInt();
    demo.instance()
        .context()
        .getBean(Transactions.class)
        .write(
            keeper(),
            () -> {
              demo.instance().context().getBean(TransitionUpkeep.class).keepUp(keeper());
              return true;
            });
    assertThat(ask("{ tierReviews { totalCount } }").at("/tierReviews/totalCount").asInt())
        .isEqualTo(before);
  }

  private static Actor keeper() {
    return new Actor(COUNCIL, new UUID(0, 1), "keeper", Set.of(), Set.of(), Set.of());
  }

  @Test
  void aProviderSeesItsOwnCasesWithoutTheCouncilsWords() {
    JsonNode one = cases.get(4);
    String id = one.path("id").asText();
    String provider = one.at("/provider/reference").asText();
    recordReview(id, "TARGETED", false);
    choose(id, tierOne(one.path("zone").asText()), "2015-09-03");
    move(officer, id, "finishReview", "2015-09-04");

    ApiClient user = userOf(provider);
    JsonNode seen =
        user.execute(
                """
                { transitionCases(first: 200) { nodes { id stage provider { reference } review { type finding
                    stayAppropriate } homeCheck { by } openBlockers allowedActions { action }
                    steps { action reason } } } }
                """,
                Map.of())
            .at("/transitionCases/nodes");

    assertThat(seen.findValuesAsText("reference")).isNotEmpty().containsOnly(provider);
    JsonNode own =
        seen.valueStream()
            .filter(node -> node.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(own.path("stage").asText()).isEqualTo("REVIEWED");
    assertThat(own.at("/review/type").asText()).isEqualTo("TARGETED");
    assertThat(own.at("/review/finding").isNull()).isTrue();
    assertThat(own.at("/review/stayAppropriate").isNull()).isTrue();
    assertThat(own.path("openBlockers").isNull()).isTrue();
    assertThat(own.path("allowedActions")).isEmpty();
    assertThat(own.path("steps")).hasSize(1);
    assertThat(
            user.execute(
                    "{ transitionCases(receiver: \""
                        + tierOne(one.path("zone").asText())
                        + "\") { totalCount } }",
                    Map.of())
                .at("/transitionCases/totalCount")
                .asInt())
        .isZero();
  }

  private ApiClient userOf(String provider) {
    String subject = DemoTokens.subject(Role.PROVIDER_USER, provider);
    Administration admin = new Administration(demo.as(COUNCIL, Role.TENANT_ADMIN));
    admin.createProviderUser(
        demo.tokens().issuer(COUNCIL).issuer(),
        new Administration.User(subject, subject, Role.PROVIDER_USER, List.of()),
        admin.providerIds().get(provider));
    return demo.asProvider(COUNCIL, provider);
  }

  private void recordReview(String id, String type, boolean stay) {
    assertThat(
            codes(
                record(
                    officer,
                    "recordTransitionReview",
                    id,
                    Map.of(
                        "type",
                        type,
                        "finding",
                        "Seen at home",
                        "stayAppropriate",
                        stay,
                        "on",
                        "2015-08-03"))))
        .isEmpty();
  }

  private JsonNode choose(String id, String receiver, String on) {
    return record(lead, "chooseTransitionReceiver", id, Map.of("receiver", receiver, "on", on));
  }

  private JsonNode move(ApiClient who, String id, String action, String on) {
    return record(who, "moveTransitionCase", id, Map.of("action", action, "on", on));
  }

  private JsonNode record(ApiClient who, String mutation, String id, Map<String, Object> values) {
    Map<String, Object> input = new HashMap<>(values);
    input.put("transitionCase", id);
    input.put("revision", find(id).path("revision").asInt());
    return mutate(who, mutation, input);
  }

  private JsonNode mutate(ApiClient who, String mutation, Map<String, Object> values) {
    Map<String, Object> input = new HashMap<>(values);
    input.put("idempotencyKey", UUID.randomUUID().toString());
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
    String more = mutation.equals("recordTierReview") ? " cases" : "";
    return who.execute(
            "mutation($input: %s) { %s(input: $input) { problems { code message }%s } }"
                .formatted(type, mutation, more),
            Map.of("input", input))
        .path(mutation);
  }

  private JsonNode find(String id) {
    return ask("""
    { node(id: "%s") { ... on TransitionCase { revision stage outcome endedOn review { type }
      receivers { provider { reference } decision { kind } } blockers { id resolvedOn }
      steps { action on } allowedActions { action allowed because } } } }
    """
            .formatted(id))
        .path("node");
  }

  private static List<String> codes(JsonNode payload) {
    return payload.path("problems").findValuesAsText("code");
  }

  private static List<String> messages(JsonNode payload) {
    return payload.path("problems").findValuesAsText("message");
  }

  private String tierOne(String zone) {
    return ask("{ places(first: 1, zone: \"%s\", tier: \"TIER1\") { nodes { provider { reference } } } }"
            .formatted(zone))
        .at("/places/nodes/0/provider/reference")
        .asText();
  }

  private String holder(String location, String day) {
    return location(location, day).at("/provider/reference").asText();
  }

  private String figures(String location, String day) {
    JsonNode found = location(location, day);
    return found.path("people").asText() + " " + found.path("weeklyHours").asText();
  }

  private JsonNode location(String location, String day) {
    return ask("{ locations(first: 1, reference: \"%s\", inForceOn: \"%s\") { nodes { people weeklyHours provider { reference } } } }"
            .formatted(location, day))
        .at("/locations/nodes/0");
  }

  private JsonNode progress(String on) {
    return ask("""
    { transitionProgress(vehicle: "SUPPORTED_LIVING", on: "%s") {
        total { cases open moved stayed blocked overdue byStage { stage cases } }
        zones { code open overdue } providers { code open } } }
    """
            .formatted(on))
        .path("transitionProgress");
  }

  private JsonNode ask(String document) {
    return demo.ask(COUNCIL, Role.AUDITOR, document);
  }
}
