package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ClientFailure;
import council.app.client.RoundUpload;
import council.app.client.RoundUpload.Round;
import council.app.demo.DemoCatalogue;
import council.app.demo.DemoCatalogue.Council;
import council.app.demo.DemoUsers;
import council.platform.identity.Role;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rounds of an open list, each in a council of its own. */
final class OpenListTest {
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private final DemoServer demo = DemoServer.shared();
  private final Council lancashire =
      DemoCatalogue.load().councils().stream()
          .filter(council -> council.code().equals("lancashire"))
          .findFirst()
          .orElseThrow();

  private void createCouncil(String code) {
    new Administration(demo.as("platform", Role.PLATFORM_OPERATOR))
        .createTenant(code, code, demo.tokens().issuer(code), DemoUsers.staff());
    String scheme =
        lancashire
            .scheme()
            .replace("council: lancashire", "council: " + code)
            .replace("      award:", "      admission: OPEN\n      award:");
    new Administration(demo.as(code, Role.TENANT_ADMIN)).loadScheme(scheme, false);
  }

  private Round proposed(String council, String reference) {
    RoundUpload rounds = new RoundUpload(demo.as(council, Role.COMMISSIONER));
    Round open = rounds.open(reference, VEHICLE, reference);
    rounds.importFiles(open, lancashire.files(lancashire.rounds().getFirst()), false);
    return rounds.evaluate(rounds.get(reference));
  }

  private RoundUpload lead(String council) {
    return new RoundUpload(demo.as(council, Role.LEAD_COMMISSIONER));
  }

  private void award(String council, Round proposed, String on) {
    lead(council).award(lead(council).startStandstill(proposed, "2015-06-01"), on);
  }

  private Set<String> places(String council, String round) {
    Set<String> places = new TreeSet<>();
    demo.ask(
            council,
            Role.AUDITOR,
            "{ places(first: 200) { nodes { zone tier from until provider { reference }"
                + " round { reference } } } }")
        .at("/places/nodes")
        .forEach(place -> {
          if (place.at("/round/reference").asText().equals(round)) {
            places.add(
                String.join(
                    " ",
                    place.path("zone").asText(),
                    place.at("/provider/reference").asText(),
                    place.path("from").asText(),
                    place.path("until").asText()));
          }
        });
    return places;
  }

  @Test
  void placesHoldFromTheAwardToTheFrameworksEndAndNobodyIsPlacedTwiceInAZone() {
    createCouncil("openlist");
    Round first = proposed("openlist", "R1");
    Round besideIt = proposed("openlist", "R2");

    award("openlist", first, "2015-07-01");
    award("openlist", besideIt, "2015-09-01");

    Set<String> places = places("openlist", "R1");
    assertThat(places).isNotEmpty().allMatch(place -> place.endsWith("2015-07-01 2018-05-31"));
    assertThat(places("openlist", "R2")).isEmpty();
    assertThat(heldAlready("openlist").path("heldAlready").size()).isEqualTo(places.size());
  }

  private JsonNode heldAlready(String council) {
    JsonNode entries =
        demo.ask(
                council,
                Role.AUDITOR,
                "{ auditEntries(first: 200) { nodes { action after subjectId } } }")
            .at("/auditEntries/nodes");
    for (JsonNode entry : entries) {
      JsonNode after = json(entry.path("after"));
      if (entry.path("action").asText().equals("PlacesAwarded")
          && after.at("/round/reference").asText().equals("R2")) {
        return after.path("contents");
      }
    }
    throw new AssertionError("no award of R2 in " + entries);
  }

  private static JsonNode json(JsonNode told) {
    try {
      return told.isTextual()
          ? council.platform.json.StrictJson.mapper().readTree(told.asText())
          : told;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLaterRoundGivesFurtherPlacesAndSaysWhoHoldsOneAlready() {
    createCouncil("openlater");
    award("openlater", proposed("openlater", "R1"), "2015-07-01");

    Round later = proposed("openlater", "R2");
    award("openlater", later, "2016-02-01");

    Set<String> before = places("openlater", "R1");
    Set<String> added = places("openlater", "R2");
    assertThat(added).isNotEmpty().allMatch(place -> place.endsWith("2016-02-01 2018-05-31"));
    Set<String> pairs = new TreeSet<>();
    before.forEach(place -> pairs.add(place.substring(0, place.indexOf(" 2015"))));
    assertThat(added).noneMatch(place -> pairs.contains(place.substring(0, place.indexOf(" 20"))));
    assertThat(
            demo.ask(
                    "openlater",
                    Role.AUDITOR,
                    "{ evaluationRounds(first: 1, reference: \"R2\") { nodes { admission"
                        + " outcomes(first: 200) { nodes { result reasons { because { because {"
                        + " rule } } } } } } } }")
                .toString())
        .contains("\"admission\":\"OPEN\"", "holdsNoPlaceYet");
    replays("openlater");
  }

  private void replays(String council) {
    for (String id :
        demo.ask(council, Role.AUDITOR, "{ decisions { nodes { id } } }").findValuesAsText("id")) {
      assertThat(
              demo.as(council, Role.AUDITOR)
                  .execute(
                      "query($id: ID!) { replayDecision(id: $id) { identical } }", Map.of("id", id))
                  .at("/replayDecision/identical")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void noPlaceIsGivenAfterTheFrameworkHasEnded() {
    createCouncil("openended");
    Round proposed = proposed("openended", "R1");

    ClientFailure refusal =
        catchThrowableOfType(ClientFailure.class, () -> award("openended", proposed, "2018-06-01"));

    assertThat(refusal.getMessage()).contains("FRAMEWORK_ENDED");
  }
}
