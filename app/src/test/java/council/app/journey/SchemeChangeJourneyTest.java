package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ClientFailure;
import council.app.client.SchemeDrafts;
import council.app.client.SchemeDrafts.Edit;
import council.app.client.SchemeSimulations;
import council.app.demo.DemoUsers;
import council.config.document.SchemeChange;
import council.platform.identity.Role;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A council with Lancashire's scheme changes it, and finds every short cut closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SchemeChangeJourneyTest {
  private static final String COUNCIL = "changing";
  private static final String PLACES = "framework.vehicles.SUPPORTED_LIVING.tiers[0].placesByZone.";
  private final DemoServer demo = DemoServer.shared();
  private final SchemeDrafts author = new SchemeDrafts(demo.as(COUNCIL, Role.TENANT_ADMIN));
  private final SchemeDrafts lead = new SchemeDrafts(demo.as(COUNCIL, Role.LEAD_COMMISSIONER));

  @BeforeAll
  void createCouncil() {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(COUNCIL, COUNCIL, demo.tokens().issuer(COUNCIL), DemoUsers.staff());
    new Administration(demo.as(COUNCIL, Role.TENANT_ADMIN))
        .loadScheme(
            MutationExamples.lancashire()
                .scheme()
                .replace("council: lancashire", "council: " + COUNCIL)
                .concat("\npublication: {backdating: ALLOWED}\n"),
            false);
  }

  private void begin(String reference, int version, String from, String zone, String places) {
    author.createFrom(reference, version, from, null);
    author.edit(reference, List.of(new Edit(PLACES + zone, places)), null);
  }

  private void approve(String reference) {
    author.submit(reference, "2015-10-01", null, null);
    lead.step("approveSchemeDraft", reference, null);
  }

  private void simulate(String reference) {
    SchemeSimulations simulations = new SchemeSimulations(demo.as(COUNCIL, Role.LEAD_COMMISSIONER));
    String id = simulations.request(reference, LocalDate.of(2015, 6, 1), LocalDate.of(2018, 5, 31));
    assertThat(simulations.awaitEnd(id, (done, total) -> {}).path("status").asText())
        .isEqualTo("SUCCEEDED");
  }

  private String publish(String reference) {
    return author.step("publishSchemeDraft", reference, null).status();
  }

  private static String refusalOf(ThrowingCallable step) {
    ClientFailure refusal = catchThrowableOfType(ClientFailure.class, step);
    assertThat(refusal).as("a refusal").isNotNull();
    return String.valueOf(refusal.getMessage());
  }

  private int inForce(String day) {
    JsonNode version =
        demo.ask(COUNCIL, Role.AUDITOR, "{ schemeInForce(on: \"%s\") { number } }".formatted(day));
    return version.at("/schemeInForce/number").asInt();
  }

  /** The places that a scheme in force gives Lancaster: its own number, or the usual one. */
  private String placesInLancaster(String day) {
    JsonNode told =
        demo.ask(
            COUNCIL, Role.AUDITOR, "{ schemeInForce(on: \"%s\") { document } }".formatted(day));
    return told.at("/schemeInForce/document").asText().contains("\"LAN\":5") ? "5" : "the usual";
  }

  @Test
  void aChangeIsTriedApprovedPublishedAndTakenBack() {
    begin("fifth", 1, "2016-01-01", "LAN", "5");
    begin("overtaken", 1, "2016-06-01", "FYL", "5");

    begin("broken", 1, "2016-01-01", "RIB", "4");
    assertThat(refusalOf(() -> author.submit("broken", "2015-10-01", null, null)))
        .contains("EXAMPLE_DIFFERS", "examples[1].expected");
    author.step("withdrawSchemeDraft", "broken", "Ribble Valley keeps its three places.");

    author.submit("fifth", "2015-10-01", null, null);
    assertThat(refusalOf(() -> publish("fifth"))).contains("WRONG_STATE");
    assertThat(refusalOf(() -> author.step("approveSchemeDraft", "fifth", null)))
        .contains("SAME_PERSON");
    assertThat(refusalOf(() -> lead.step("publishSchemeDraft", "fifth", null)))
        .contains("FORBIDDEN");
    lead.step("approveSchemeDraft", "fifth", null);
    assertThat(refusalOf(() -> publish("fifth"))).contains("SIMULATION_NEEDED");

    simulate("fifth");
    assertThat(publish("fifth")).isEqualTo("PUBLISHED");
    assertThat(inForce("2015-12-31")).isEqualTo(1);
    assertThat(inForce("2016-01-01")).isEqualTo(2);
    assertThat(placesInLancaster("2015-12-31")).isEqualTo("the usual");
    assertThat(placesInLancaster("2016-01-01")).isEqualTo("5");

    whatWasWrittenOnTheOldVersionIsNotPublished();
    goingBackIsAVersionOfItsOwn();
  }

  private void whatWasWrittenOnTheOldVersionIsNotPublished() {
    simulate("overtaken");
    approve("overtaken");
    assertThat(refusalOf(() -> publish("overtaken"))).contains("STALE_BASE");
    lead.step("returnSchemeDraft", "overtaken", "Write it on version 2.");
    author.rebase("overtaken", List.of(), null);
    assertThat(author.show("overtaken").at("/base/number").asInt()).isEqualTo(2);
    assertThat(author.changes("overtaken").stream().map(SchemeChange::path))
        .containsExactlyInAnyOrder(
            "effectiveFrom", "framework.vehicles.SUPPORTED_LIVING.tiers[TIER1].placesByZone.FYL");
    author.step("withdrawSchemeDraft", "overtaken", "One change is enough.");
  }

  private void goingBackIsAVersionOfItsOwn() {
    author.createFrom("back", 1, "2016-09-01", "Five were too many.");
    assertThat(author.show("back").at("/base/number").asInt()).isEqualTo(2);
    simulate("back");
    approve("back");
    assertThat(publish("back")).isEqualTo("PUBLISHED");
    assertThat(inForce("2016-08-31")).isEqualTo(2);
    assertThat(inForce("2016-09-01")).isEqualTo(3);
    assertThat(placesInLancaster("2016-09-01")).isEqualTo("the usual");
  }
}
