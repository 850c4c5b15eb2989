package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.demo.Provisioning;
import council.platform.identity.Role;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happened on the demo's frameworks after their rounds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoStoryTest {
  private final DemoServer demo = DemoServer.copy(database -> {}, council.testing.Database::url);

  DemoStoryTest() {
    tell();
  }

  private void tell() {
    new Provisioning(demo.instance(), demo.tokens(), line -> {}).tellStories();
  }

  private JsonNode ask(String council, String document) {
    return demo.ask(council, Role.COMMISSIONER, document);
  }

  /** LAN-FW-15, LAN-FW-37, LAN-PM-09. */
  @Test
  void placesOfLancashireHaveMovedAndPassedOn() {
    assertThat(tiers("P003", "2016-02-29")).contains("WYR TIER1").doesNotContain("WYR TIER2");
    assertThat(tiers("P003", "2016-03-01")).contains("WYR TIER2").doesNotContain("WYR TIER1");
    assertThat(tiers("P031", "2016-08-31")).isNotEmpty();
    assertThat(tiers("P031", "2016-09-01")).isEmpty();
    assertThat(tiers("P035", "2016-09-01")).contains("RIB TIER1", "BUR TIER1");
    assertThat(mayTake("SRI", "2016-01-31")).contains("P015");
    assertThat(mayTake("SRI", "2016-02-01")).doesNotContain("P015");
    assertThat(mayTake("SRI", "2016-08-01")).contains("P015");
  }

  private List<String> tiers(String provider, String day) {
    return ask(
            "lancashire",
            "{ places(first: 50, provider: \"%s\", inForceOn: \"%s\") { nodes { zone tier } } }"
                .formatted(provider, day))
        .at("/places/nodes")
        .valueStream()
        .map(place -> place.path("zone").asText() + " " + place.path("tier").asText())
        .toList();
  }

  private List<String> mayTake(String zone, String day) {
    return ask(
            "lancashire",
            "{ newBusinessEligibility(vehicle: \"SUPPORTED_LIVING\", zone: \"%s\", kind: NEW, on: \"%s\") { providers { providerReference eligible } } }"
                .formatted(zone, day))
        .at("/newBusinessEligibility/providers")
        .valueStream()
        .filter(provider -> provider.path("eligible").asBoolean())
        .map(provider -> provider.path("providerReference").asText())
        .toList();
  }

  /** LAN-FW-24 to LAN-FW-28, LAN-FW-35. */
  @Test
  void theTransitionOfLancashireHasProgressed() {
    JsonNode before = progress("2015-06-01");
    assertThat(before.at("/total/cases").asInt()).isEqualTo(239);
    assertThat(before.at("/total/open").asInt()).isEqualTo(239);

    JsonNode later = progress("2016-05-02");
    assertThat(later.at("/total/cases").asInt()).isEqualTo(239);
    assertThat(later.at("/total/exempt").asInt()).isEqualTo(1);
    assertThat(later.at("/total/moved").asInt()).isEqualTo(12);
    assertThat(later.at("/total/stayed").asInt()).isEqualTo(1);
    assertThat(later.at("/total/blocked").asInt()).isEqualTo(1);
    assertThat(later.at("/total/open").asInt()).isEqualTo(225);

    JsonNode reviewed =
        ask(
            "lancashire",
            "{ transitionCases(first: 200, provider: \"P022\") { nodes { origin due } } }");
    assertThat(reviewed.at("/transitionCases/nodes"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("origin").asText()).isEqualTo("TIER_REVIEW"));
  }

  private JsonNode progress(String day) {
    return ask(
            "lancashire",
            "{ transitionProgress(vehicle: \"SUPPORTED_LIVING\", on: \"%s\") { total { cases open exempt moved stayed blocked } } }"
                .formatted(day))
        .path("transitionProgress");
  }

  /** LAN-FW-10. */
  @Test
  void newBusinessOfLancashireWentToTheNextWhoTookIt() {
    JsonNode told =
        ask(
            "lancashire",
            "{ callOffs(first: 10) { nodes { requestReference provider { reference } value } }"
                + " offerCounts(vehicle: \"SUPPORTED_LIVING\", from: \"2016-01-01\", until:"
                + " \"2100-12-31\") { providerReference offered accepted awards declined { because"
                + " count } } }");
    assertThat(told.at("/callOffs/nodes/0/requestReference").asText()).isEqualTo("LAN-R-0001");
    assertThat(told.at("/callOffs/nodes/0/provider/reference").asText()).isEqualTo("P039");
    assertThat(
            told.path("offerCounts")
                .valueStream()
                .map(count ->
                    "%s %s of %s, %s"
                        .formatted(
                            count.path("providerReference").asText(),
                            count.path("accepted").asText(),
                            count.path("offered").asText(),
                            count.path("awards").asText())))
        .contains("P027 0 of 1, 0", "P039 1 of 1, 1");
  }

  /** HAM-FW-14, HAM-FW-22, HAM-FW-23. */
  @Test
  void whatHampshireCommitsNearsItsAuthority() {
    JsonNode position =
        demo.ask(
                "hampshire",
                Role.FINANCE,
                "{ spendPosition(vehicle: \"CARE_AT_HOME\", on: \"2018-12-31\") { limits { kind"
                    + " used left sharePercent warningReached } } }")
            .path("spendPosition");
    JsonNode authority =
        position
            .path("limits")
            .valueStream()
            .filter(limit -> limit.path("kind").asText().equals("AUTHORITY"))
            .findFirst()
            .orElseThrow();
    assertThat(authority.path("used").asText()).isEqualTo("385000000.00");
    assertThat(authority.path("left").asText()).isEqualTo("25000000.00");
    assertThat(new BigDecimal(authority.path("warningReached").asText()))
        .isEqualByComparingTo("90");
    assertThat(
            ask(
                    "hampshire",
                    "{ placeMembers(vehicle: \"CARE_AT_HOME\", on: \"2018-12-31\") { role } }")
                .path("placeMembers"))
        .hasSize(3);
  }

  @Test
  void isToldOnce() {
    List<String> before = audit();

    tell();

    assertThat(audit()).isEqualTo(before);
  }

  private List<String> audit() {
    return List.of("lancashire", "hampshire", "somerset").stream()
        .map(council ->
            demo.ask(council, Role.AUDITOR, "{ auditEntries(first: 1) { totalCount } }")
                .at("/auditEntries/totalCount")
                .asText())
        .toList();
  }
}
