package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue.Council;
import council.app.demo.DemoTokens;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What becomes of Lancashire's places and exemptions after the award, in a council of its own. Each
 * test has providers of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacesOverTimeTest {
  private static final String COUNCIL = "overtime";
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private static final String DAY = "2016-02-01";
  private final DemoServer demo = DemoServer.shared();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private Instant awarded;

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
    RoundUpload lead = new RoundUpload(demo.as(COUNCIL, Role.LEAD_COMMISSIONER));
    lead.award(lead.startStandstill(proposed, "2015-05-01"), "2015-05-20");
    awarded = now();
  }

  /** By the database's clock, which says since when a thing is known. */
  private Instant now() {
    try (Connection connection = demo.database().connectAsSuperuser();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getTimestamp(1).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sql(String statement) {
    try (Connection connection = demo.database().connectAsSuperuser();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode ask(String document) {
    return demo.ask(COUNCIL, Role.AUDITOR, document);
  }

  private record Place(String id, int revision, String zone, String tier, String provider) {
    Map<String, Object> seen() {
      return Map.of("place", id, "revision", revision);
    }
  }

  private List<Place> places(String provider, String on) {
    return ask(("{ places(first: 200, provider: \"%s\", inForceOn: \"%s\")"
                + " { nodes { id revision zone tier provider { reference } } } }")
            .formatted(provider, on))
        .at("/places/nodes")
        .valueStream()
        .map(n ->
            new Place(
                n.path("id").asText(),
                n.path("revision").asInt(),
                n.path("zone").asText(),
                n.path("tier").asText(),
                n.at("/provider/reference").asText()))
        .toList();
  }

  private Place place(String provider, String zone, String on) {
    return places(provider, on).stream()
        .filter(p -> p.zone().equals(zone))
        .findFirst()
        .orElseThrow();
  }

  /** Codes of the problems; empty where it was done. */
  private List<String> run(Role role, String mutation, Map<String, ?> input) {
    return problems(payload(role, mutation, "problems { code path message }", input));
  }

  private JsonNode payload(Role role, String mutation, String selection, Map<String, ?> input) {
    ApiClient asker = demo.as(COUNCIL, role);
    Map<String, Object> complete = new HashMap<>(input);
    complete.put("idempotencyKey", UUID.randomUUID().toString());
    return asker
        .execute(
            "mutation Run($input: %s) { %s(input: $input) { %s } }"
                .formatted(GraphqlInput.of(demo.instance(), mutation).name(), mutation, selection),
            Map.of("input", complete))
        .path(mutation);
  }

  private static List<String> problems(JsonNode payload) {
    return payload.path("problems").findValuesAsText("code");
  }

  private Map<String, Object> step(String step, @Nullable String ground) {
    Map<String, Object> input = new HashMap<>();
    input.put("step", step);
    input.put("on", DAY);
    input.put("reason", "Decided by the panel");
    input.put("evidence", "Report 17");
    if (ground != null) {
      input.put("ground", ground);
    }
    return input;
  }

  private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    Map<String, Object> more = new HashMap<>(input);
    more.put(name, value);
    return more;
  }

  private List<String> eligible(String kind, String zone, String on, String more) {
    return ask(("{ newBusinessEligibility(vehicle: \"SUPPORTED_LIVING\", zone: \"%s\", kind: %s,"
                + " on: \"%s\"%s) { providers { providerReference eligible } } }")
            .formatted(zone, kind, on, more))
        .at("/newBusinessEligibility/providers")
        .valueStream()
        .filter(provider -> provider.path("eligible").asBoolean())
        .map(provider -> provider.path("providerReference").asText())
        .toList();
  }

  private Map<String, Object> move(Place place) {
    return with(
        with(step("MOVE_FOR_QUALITY", "QUALITY_STANDARDS"), "place", place.id()),
        "revision",
        place.revision());
  }

  @Test
  void aProviderIsMovedToTierTwoForItsQuality() {
    Place place = place("P003", "LAN", "2016-01-01");
    assertThat(place.tier()).isEqualTo("TIER1");
    assertThat(eligible("NEW", "LAN", "2016-03-01", "")).contains("P003");
    Map<String, Object> move = move(place);

    assertThat(run(Role.CONTRACT_OFFICER, "movePlace", with(move, "revision", 7)))
        .containsExactly("STALE_REVISION");
    assertThat(
            run(
                Role.CONTRACT_OFFICER,
                "movePlace",
                with(with(move, "ground", "Dislike"), "on", "2015-05-31")))
        .containsExactlyInAnyOrder(
            "UNKNOWN_GROUND",
            "FRAMEWORK_NOT_IN_FORCE",
            "PLACE_NOT_IN_FORCE",
            "NO_LOCATION_IN_ZONE");
    assertThat(run(Role.CONTRACT_OFFICER, "movePlace", with(move, "step", "MOVE_FOR_QUALTY")))
        .containsExactly("UNKNOWN_STEP");
    assertThat(run(Role.CONTRACT_OFFICER, "movePlace", with(move, "step", "REMOVE")))
        .containsExactly("WRONG_STEP");
    Instant before = now();
    assertThat(run(Role.CONTRACT_OFFICER, "movePlace", move)).isEmpty();

    assertThat(place("P003", "LAN", DAY).tier()).isEqualTo("TIER2");
    assertThat(place("P003", "LAN", "2016-01-31").tier()).isEqualTo("TIER1");
    assertThat(eligible("NEW", "LAN", "2016-01-31", "")).contains("P003");
    assertThat(eligible("NEW", "LAN", "2016-03-01", "")).doesNotContain("P003");
    assertThat(eligible("NEW", "LAN", "2016-03-01", ", knownAt: \"" + before + "\""))
        .contains("P003");
    assertThat(run(Role.CONTRACT_OFFICER, "movePlace", with(move, "revision", 2)))
        .containsExactly("WRONG_STATE");
    toldTwice(place, before);
  }

  private void toldTwice(Place place, Instant before) {
    String document =
        ("{ placesAsKnown(provider: \"P003\", zone: \"LAN\", at: \"%s\", inForceOn: \"2016-03-01\")"
            + " { nodes { tier version until knownUntil } } }");
    JsonNode then = ask(document.formatted(before)).at("/placesAsKnown/nodes");
    assertThat(then).hasSize(1);
    assertThat(then.at("/0/tier").asText()).isEqualTo("TIER1");
    assertThat(then.at("/0/knownUntil").isTextual()).isTrue();
    JsonNode since = ask(document.formatted(now())).at("/placesAsKnown/nodes");
    assertThat(since).hasSize(1);
    assertThat(since.at("/0/tier").asText()).isEqualTo("TIER2");
    JsonNode step =
        ask(("{ node(id: \"%s\") { ... on Place { until endedBy { kind ground evidence"
                    + " began { tier site round { id } } decision { kind } } } } }")
                .formatted(place.id()))
            .path("node");
    assertThat(step.path("until").asText()).isEqualTo("2016-01-31");
    assertThat(step.at("/endedBy/kind").asText()).isEqualTo("MOVE");
    assertThat(step.at("/endedBy/began/0/round").isNull()).isTrue();
    assertThat(step.at("/endedBy/decision/kind").asText()).isEqualTo("framework.placeStep");
  }

  @Test
  void onlyWhoDeliversInTheZoneIsMovedToTierTwo() {
    Place place =
        places("P015", "2016-01-01").stream()
            .filter(p -> p.tier().equals("TIER1") && p.zone().equals("BUR"))
            .findFirst()
            .orElseThrow();
    assertThat(run(Role.LEAD_COMMISSIONER, "movePlace", move(place)))
        .containsExactly("NO_LOCATION_IN_ZONE");
  }

  @Test
  void whoIsRemovedHasLocationsThatMove() {
    Place place = place("P025", "PEN", "2016-01-01");
    Map<String, Object> removal =
        with(step("REMOVE", "QUALITY_STANDARDS"), "places", List.of(place.seen()));

    assertThatThrownBy(() -> run(Role.CONTRACT_OFFICER, "endPlaces", removal))
        .hasMessageContaining("FORBIDDEN");
    JsonNode done =
        payload(
            Role.LEAD_COMMISSIONER,
            "endPlaces",
            "step { casesDue ended { zone } began { zone } } problems { code }",
            removal);

    assertThat(problems(done)).isEmpty();
    assertThat(done.at("/step/casesDue").asText()).isEqualTo("2017-08-01");
    assertThat(done.at("/step/ended/0/zone").asText()).isEqualTo("PEN");
    assertThat(places("P025", DAY)).extracting(Place::zone).doesNotContain("PEN");
    List<JsonNode> cases =
        ask("{ transitionCases(first: 200, zone: \"PEN\") { nodes { origin due status"
                + " provider { reference } } } }")
            .at("/transitionCases/nodes")
            .valueStream()
            .filter(c -> c.at("/provider/reference").asText().equals("P025"))
            .toList();
    assertThat(cases)
        .hasSize(6)
        .allSatisfy(c -> {
          assertThat(c.path("origin").asText()).isEqualTo("PLACE_STEP");
          assertThat(c.path("due").asText()).isEqualTo("2017-08-01");
        });
  }

  @Test
  void aSoldProvidersPlacesAndLocationsAreTheBuyersButNotItsSuspensions() {
    suspend("P048", null);
    List<Place> sold = places("P048", "2016-01-01");
    Map<String, Place> own =
        places("P049", "2016-01-01").stream().collect(Collectors.toMap(Place::zone, p -> p));
    Map<String, Object> sale = with(step("NOVATE_ON_SALE", null), "buyer", "P049");

    assertThat(
            run(
                Role.LEAD_COMMISSIONER,
                "novatePlaces",
                with(sale, "places", List.of(sold.getFirst().seen()))))
        .contains("NOT_ALL_PLACES");
    assertThat(
            run(
                Role.LEAD_COMMISSIONER,
                "novatePlaces",
                with(sale, "places", sold.stream().map(Place::seen).toList())))
        .isEmpty();

    assertThat(places("P048", DAY)).isEmpty();
    Map<String, Place> now =
        places("P049", DAY).stream().collect(Collectors.toMap(Place::zone, p -> p));
    assertThat(now.keySet()).containsAll(own.keySet());
    for (Place place : sold) {
      String before = tierIn(own, place.zone());
      boolean better = before.isEmpty() || place.tier().compareTo(before) < 0;
      assertThat(tierIn(now, place.zone())).isEqualTo(better ? place.tier() : before);
    }
    String zone =
        sold.stream().filter(p -> p.tier().equals("TIER1")).findFirst().orElseThrow().zone();
    assertThat(eligible("NEW", zone, "2016-03-01", "")).contains("P049").doesNotContain("P048");
    if (sold.stream().anyMatch(p -> p.zone().equals("SRI"))) {
      assertThat(
              eligible(
                  "NEW_TENANT_AT_EXISTING_LOCATION", "SRI", "2016-03-01", ", location: \"L0070\""))
          .containsExactly("P049");
    }
  }

  private static String tierIn(Map<String, Place> places, String zone) {
    Place place = places.get(zone);
    return place == null ? "" : place.tier();
  }

  private String suspend(String provider, @Nullable String reviewOn) {
    Map<String, Object> input =
        new HashMap<>(
            Map.of(
                "vehicle", VEHICLE,
                "provider", provider,
                "scope", "NEW_BUSINESS",
                "from", "2015-09-01",
                "reason", "Two serious complaints",
                "evidence", "Complaints 4 and 5"));
    if (reviewOn != null) {
      input.put("reviewOn", reviewOn);
    }
    JsonNode done =
        payload(
            Role.CONTRACT_OFFICER, "suspendProvider", "suspension { id } problems { code }", input);
    assertThat(problems(done)).isEmpty();
    return done.at("/suspension/id").asText();
  }

  @Test
  void aHomeIsAdmittedWhereItStandsAndNowhereElse() {
    Map<String, Object> admission =
        with(
            with(
                with(step("ADMIT_DEREGISTERED_HOME", null), "vehicle", VEHICLE),
                "provider",
                "P006"),
            "location",
            "L0013");
    assertThat(run(Role.CONTRACT_OFFICER, "admitAtSite", with(admission, "location", "L0009")))
        .containsExactlyInAnyOrder("NOT_AT_LOCATION", "CHECK_NOT_PASSED");
    Map<String, Object> check =
        Map.of(
            "vehicle", VEHICLE,
            "provider", "P006",
            "check", "QUALITY_CHECK",
            "answer", "Yes",
            "on", "2016-01-04",
            "evidence", "Report 18");
    assertThat(run(Role.CONTRACT_OFFICER, "recordDueDiligence", check)).isEmpty();
    assertThat(run(Role.CONTRACT_OFFICER, "admitAtSite", admission)).isEmpty();
    assertThat(run(Role.CONTRACT_OFFICER, "admitAtSite", admission))
        .containsExactly("HOLDS_PLACE_THERE");

    String kind = "NEW_TENANT_AT_EXISTING_LOCATION";
    assertThat(eligible(kind, "PEN", "2016-03-01", ", location: \"L0013\""))
        .containsExactly("P006");
    assertThat(eligible(kind, "PEN", "2016-03-01", ", location: \"L0092\"")).isEmpty();
  }

  private JsonNode openCase(String location) {
    return ask("{ transitionCases(first: 200) { nodes { id revision status due location { reference"
            + " } exemptionReason exemptions { id revision status until dueAfter reopenedOn"
            + " } } } }")
        .at("/transitionCases/nodes")
        .valueStream()
        .filter(c -> c.at("/location/reference").asText().equals(location))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Object> grant(String location, LocalDate until) {
    JsonNode open = openCase(location);
    return new HashMap<>(
        Map.of(
            "transitionCase",
            open.path("id").asText(),
            "revision",
            open.path("revision").asInt(),
            "kind",
            "FORMER_NHS_SCHEME",
            "from",
            "2016-06-01",
            "until",
            until.toString(),
            "reason",
            "Staff transfer is not settled"));
  }

  @Test
  void anExemptionStopsTheCaseAndItsEndOpensItAgain() {
    Map<String, Object> grant = grant("L0009", today.plusDays(400));
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", with(grant, "kind", "MERGER")))
        .containsExactly("UNKNOWN_EXEMPTION_KIND");
    Map<String, Object> endless = new HashMap<>(grant);
    endless.remove("until");
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", endless)).containsExactly("NO_END");
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", grant)).isEmpty();
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", with(grant, "revision", 2)))
        .contains("CASE_NOT_OPEN", "EXEMPT_ALREADY");
    JsonNode exempt = openCase("L0009");
    assertThat(exempt.path("status").asText()).isEqualTo("EXEMPT");
    assertThat(exempt.path("due").isNull()).isTrue();

    JsonNode exemption = exempt.at("/exemptions/0");
    Map<String, Object> end =
        Map.of(
            "exemption",
            exemption.path("id").asText(),
            "revision",
            1,
            "lastDay",
            "2016-06-30",
            "reason",
            "It is settled");
    assertThat(run(Role.LEAD_COMMISSIONER, "endExemption", end)).isEmpty();

    JsonNode open = openCase("L0009");
    assertThat(open.path("status").asText()).isEqualTo("OPEN");
    assertThat(open.path("due").asText()).isEqualTo("2016-12-31");
    assertThat(open.at("/exemptions/0/status").asText()).isEqualTo("ENDED");
    assertThat(run(Role.LEAD_COMMISSIONER, "endExemption", with(new HashMap<>(end), "revision", 3)))
        .containsExactly("WRONG_STATE");
  }

  @Test
  void theDailyJobRemindsOnceAndOpensCasesWhoseExemptionIsOver() throws Exception {
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", grant("L0065", today.plusDays(20))))
        .isEmpty();
    assertThat(run(Role.LEAD_COMMISSIONER, "grantExemption", grant("L0073", today.plusDays(20))))
        .isEmpty();
    sql(
        "update framework.exemption set valid_until = current_date - 30 where tenant_id = '%s'"
                .formatted(COUNCIL)
            + " and location_reference = 'L0073'");
    suspend("P039", "2016-01-01");
    String other = suspend("P040", today.plusDays(40).toString());
    assertThat(other).isNotEmpty();

    runJob();
    List<String> once = reminders();
    runJob();

    assertThat(once)
        .containsExactlyInAnyOrder(
            "ExemptionEndsSoon", "ExemptionEnded", "SuspensionReviewDue", "TransitionCaseReopened");
    assertThat(reminders()).isEqualTo(once);
    JsonNode open = openCase("L0073");
    assertThat(open.path("status").asText()).isEqualTo("OPEN");
    assertThat(open.path("due").asText()).isEqualTo(open.at("/exemptions/0/dueAfter").asText());
    assertThat(openCase("L0065").path("status").asText()).isEqualTo("EXEMPT");
  }

  /** Actions of the system in the audit, but for those of the tests beside. */
  private List<String> reminders() {
    return ask("{ auditEntries(first: 200) { nodes { action after why } } }")
        .at("/auditEntries/nodes")
        .valueStream()
        .filter(e -> e.path("why").isNull())
        .filter(e ->
            e.path("action").asText().matches("Exemption.*|TransitionCaseReopened")
                || (e.path("action").asText().equals("SuspensionReviewDue")
                    && e.path("after").toString().contains("P039")))
        .map(e -> e.path("action").asText())
        .sorted()
        .toList();
  }

  /** Cancelled and tried again: it runs at once. */
  private void runJob() throws InterruptedException {
    JsonNode waiting = jobs("WAITING").getFirst();
    JsonNode cancelled =
        payload(
                Role.TENANT_ADMIN,
                "cancelJob",
                "job { id revision } problems { code }",
                at(waiting))
            .path("job");
    int before = jobs("SUCCEEDED").size();
    payload(Role.TENANT_ADMIN, "retryJob", "problems { code }", at(cancelled));
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (jobs("SUCCEEDED").size() == before && Instant.now().isBefore(until)) {
      Thread.sleep(100);
    }
    assertThat(jobs("SUCCEEDED")).hasSize(before + 1);
  }

  private List<JsonNode> jobs(String status) {
    return new ArrayList<>(
        demo.ask(
                COUNCIL,
                Role.TENANT_ADMIN,
                ("{ jobs(first: 50, kind: \"framework.remind-of-places\", status: %s)"
                        + " { nodes { id revision } } }")
                    .formatted(status))
            .at("/jobs/nodes")
            .valueStream()
            .toList());
  }

  private static Map<String, Object> at(JsonNode job) {
    return Map.of("id", job.path("id").asText(), "revision", job.path("revision").asInt());
  }

  @Test
  void aSuspensionIsLookedAtAgain() {
    String id = suspend("P031", "2016-01-01");
    String due = "{ suspensions(provider: \"P031\", reviewDueBy: \"%s\") { nodes { revision } } }";
    assertThat(ask(due.formatted("2015-12-31")).at("/suspensions/nodes")).isEmpty();
    assertThat(ask(due.formatted("2016-01-01")).at("/suspensions/nodes")).hasSize(1);
    Map<String, Object> review =
        new HashMap<>(
            Map.of(
                "suspension", id,
                "revision", 1,
                "on", "2016-01-04",
                "nextReviewOn", "2016-01-04",
                "reason", "One complaint is open"));

    assertThat(run(Role.CONTRACT_OFFICER, "reviewSuspension", review))
        .containsExactly("BAD_REVIEW_DAY");
    review.put("nextReviewOn", "2016-04-01");
    assertThat(run(Role.CONTRACT_OFFICER, "reviewSuspension", review)).isEmpty();

    assertThat(ask(due.formatted("2016-02-01")).at("/suspensions/nodes")).isEmpty();
    JsonNode known =
        ask("{ suspensionsAsKnown(provider: \"P031\") { nodes { version reviewOn } } }")
            .at("/suspensionsAsKnown/nodes");
    assertThat(known.findValuesAsText("reviewOn")).containsExactly("2016-01-01", "2016-04-01");
  }

  @Test
  void nobodyAltersWhatWasKnown() throws Exception {
    try (Connection connection = demo.database().connectAsApplication();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('app.tenant', '%s', true), set_config('app.scope', 'council', true)"
              .formatted(COUNCIL));
      try (var row = statement.executeQuery("select count(*) from framework.place_history")) {
        row.next();
        assertThat(row.getInt(1)).isGreaterThan(100);
      }
      statement.execute(
          "insert into framework.place_history select tenant_id, gen_random_uuid(), place_id, 1,"
              + " timestamptz '2001-01-01', vehicle, provider_id, provider_reference, zone, area,"
              + " tier, rank, site, valid_from, valid_until from framework.place_history limit 1");
      try (var row =
          statement.executeQuery(
              "select count(*) from framework.place_history where known_from < '%s'::timestamptz"
                  .formatted(awarded.minus(Duration.ofHours(1))))) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
      assertThatThrownBy(
              () -> statement.execute("update framework.place_history set tier = 'TIER1'"))
          .hasMessageContaining("permission denied");
      connection.rollback();
    }
  }

  @Test
  void aProviderSeesItsOwnStepsWithoutTheCouncilsWords() {
    Place place = place("P019", "HYN", "2016-01-01");
    Place others = place("P034", "HYN", "2016-01-01");
    for (Place one : List.of(place, others)) {
      assertThat(
              run(
                  Role.LEAD_COMMISSIONER,
                  "endPlaces",
                  with(step("RESIGN", null), "places", List.of(one.seen()))))
          .isEmpty();
    }
    createUserOf("P019");

    JsonNode seen =
        demo.asProvider(COUNCIL, "P019")
            .execute(
                "{ placeSteps { nodes { kind provider { reference } reason evidence"
                    + " decision { id } } } }",
                Map.of())
            .at("/placeSteps/nodes");

    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/kind").asText()).isEqualTo("RESIGN");
    assertThat(seen.at("/0/provider/reference").asText()).isEqualTo("P019");
    assertThat(seen.at("/0/reason").isNull()).isTrue();
    assertThat(seen.at("/0/evidence").isNull()).isTrue();
    assertThat(seen.at("/0/decision").isNull()).isTrue();
  }

  private void createUserOf(String provider) {
    String id =
        ask("{ providers(first: 1, reference: \"" + provider + "\") { nodes { id } } }")
            .at("/providers/nodes/0/id")
            .asText();
    Map<String, Object> user =
        Map.of(
            "issuer", demo.tokens().issuer(COUNCIL).issuer(),
            "subject", DemoTokens.subject(Role.PROVIDER_USER, provider),
            "label", "user-of-" + provider,
            "roles", List.of("PROVIDER_USER"),
            "providers", List.of(id));
    assertThat(run(Role.TENANT_ADMIN, "createPrincipal", Map.of("principal", user))).isEmpty();
  }
}
