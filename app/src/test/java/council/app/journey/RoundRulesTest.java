package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.ClientFailure;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue;
import council.app.demo.DemoCatalogue.Council;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Steps of rounds that must not be possible, each in a council of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoundRulesTest {
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private final DemoServer demo = DemoServer.shared();
  private Council lancashire;

  @BeforeAll
  void load() {
    lancashire =
        DemoCatalogue.load().councils().stream()
            .filter(council -> council.code().equals("lancashire"))
            .findFirst()
            .orElseThrow();
  }

  private void createCouncil(String code) {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(code, code, demo.tokens().issuer(code), DemoUsers.staff());
    new Administration(demo.as(code, Role.TENANT_ADMIN))
        .loadScheme(lancashire.scheme().replace("council: lancashire", "council: " + code), false);
  }

  private RoundUpload commissioner(String council) {
    return new RoundUpload(demo.as(council, Role.COMMISSIONER));
  }

  private RoundUpload lead(String council) {
    return new RoundUpload(demo.as(council, Role.LEAD_COMMISSIONER));
  }

  private Round inStandstill(String council, String reference) {
    RoundUpload rounds = commissioner(council);
    Round open = rounds.open(reference, VEHICLE, reference);
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    Round proposed = rounds.evaluate(rounds.get(reference));
    return lead(council).startStandstill(proposed, "2015-05-01");
  }

  @Test
  void ofTwoRoundsAwardedAtOnceOneFillsTheFramework() throws Exception {
    createCouncil("racing");
    List<Callable<Round>> awards = new ArrayList<>();
    for (String reference : List.of("R1", "R2", "R3")) {
      Round round = inStandstill("racing", reference);
      awards.add(() -> lead("racing").award(round, "2015-05-20"));
    }

    List<Throwable> refused = new ArrayList<>();
    try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Round> award : at.invokeAll(awards)) {
        try {
          award.get();
        } catch (ExecutionException e) {
          refused.add(e.getCause());
        }
      }
    }

    assertThat(refused)
        .hasSize(2)
        .allSatisfy(told -> assertThat(told.getMessage()).contains("PLACES_IN_FORCE"));
    JsonNode places =
        demo.ask(
            "racing", Role.AUDITOR, "{ places(zone: \"PRE\", tier: \"TIER1\") { totalCount } }");
    assertThat(places.at("/places/totalCount").asInt()).isEqualTo(5);
  }

  @Test
  void noStepIsTakenOnADayThatHasNotCome() {
    createCouncil("early");
    RoundUpload rounds = commissioner("early");
    Round open = rounds.open("R1", VEHICLE, "R1");
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    Round proposed = rounds.evaluate(rounds.get("R1"));
    String tomorrow = LocalDate.now(java.time.ZoneId.of("Europe/London")).plusDays(2).toString();

    ClientFailure refusal =
        catchThrowableOfType(
            ClientFailure.class, () -> lead("early").startStandstill(proposed, tomorrow));

    assertThat(refusal.getMessage()).contains("DAY_NOT_COME");
    assertThat(rounds.get("R1").status()).isEqualTo("PROPOSED");
  }

  @Test
  void aLiftShortensASuspensionOnceAndItsAuditTellsBeforeAndAfter() {
    createCouncil("lifting");
    lead("lifting").award(inStandstill("lifting", "R1"), "2015-05-20");
    ApiClient officer = demo.as("lifting", Role.CONTRACT_OFFICER);
    JsonNode suspended =
        officer
            .execute(
                """
                mutation { suspendProvider(input: { idempotencyKey: "s", vehicle: "SUPPORTED_LIVING",
                  provider: "P001", scope: NEW_BUSINESS, from: "2015-07-01", until: "2015-07-31",
                  reason: "Two serious complaints" }) { suspension { id revision } problems { code } } }
                """,
                Map.of())
            .at("/suspendProvider/suspension");
    String id = suspended.path("id").asText();

    assertThat(lift(officer, id, 1, "2015-12-31", "a")).isEqualTo("NOT_SHORTER");
    assertThat(lift(officer, id, 1, "2015-07-10", "b")).isEmpty();
    assertThat(lift(officer, id, 2, "2015-07-05", "c")).isEqualTo("ALREADY_LIFTED");
    assertThat(
            demo.ask("lifting", Role.AUDITOR, "{ auditEntries { nodes { action before after } } }"))
        .asString()
        .contains("SuspensionLifted", "2015-07-31", "2015-07-10");
  }

  private static String lift(
      ApiClient officer, String id, int revision, String lastDay, String key) {
    return officer
        .execute(
            """
            mutation($id: ID!, $revision: Int!, $lastDay: Date!, $key: String!) {
              liftSuspension(input: { idempotencyKey: $key, suspension: $id, revision: $revision,
                lastDay: $lastDay, reason: "The provider has put things right" }) {
                suspension { until } problems { code } } }
            """,
            Map.of("id", id, "revision", revision, "lastDay", lastDay, "key", key))
        .at("/liftSuspension/problems/0/code")
        .asText();
  }
}
