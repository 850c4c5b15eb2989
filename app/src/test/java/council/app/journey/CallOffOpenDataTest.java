package council.app.journey;

import static council.app.journey.BusinessCouncil.answer;
import static council.app.journey.BusinessCouncil.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.cli.CouncilCommandLine;
import council.app.demo.DemoCatalogue;
import council.platform.identity.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A framework with business that was called off from it, as open data. */
final class CallOffOpenDataTest {
  private static final String CODE = "openbusiness";
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private static final String DAY = "2015-09-01";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoServer demo = DemoServer.shared();
  private final BusinessCouncil council = new BusinessCouncil(demo, CODE);

  private void bringIn() {
    DemoCatalogue.Council lancashire = MutationExamples.lancashire();
    council.create(
        lancashire.scheme(),
        VEHICLE,
        lancashire.files(lancashire.rounds().getFirst()),
        "2015-04-20",
        "2015-05-05");
    for (String reference : List.of("CHO-1", "CHO-2")) {
      council.open(VEHICLE, reference, "NEW", "CHO", "35", DAY);
      council.step("offerRequest", reference);
      String provider = council.offeredTo(reference);
      council.run(
          council.as(Role.CONTRACT_OFFICER),
          "acceptOffer",
          "offer { status }",
          answer(council.openOffer(reference)));
      JsonNode awarded =
          council.run(
              council.as(Role.LEAD_COMMISSIONER),
              "awardCallOff",
              "callOff { id revision }",
              with(council.award(reference, provider, DAY), "hourlyRate", "14.20"));
      if (reference.equals("CHO-1")) {
        end(awarded.path("callOff"));
      }
    }
  }

  private void end(JsonNode callOff) {
    council.run(
        council.as(Role.LEAD_COMMISSIONER),
        "endCallOff",
        "callOff { until }",
        Map.of(
            "callOff",
            callOff.path("id").asText(),
            "revision",
            callOff.path("revision").asInt(),
            "lastDay",
            "2016-08-31",
            "reason",
            "Somebody's own matter"));
  }

  private JsonNode export(String form) throws IOException {
    return JSON.readTree(
        CouncilCommandLine.print(
            "export",
            CODE,
            "open-data",
            "--form",
            form,
            "--vehicle",
            VEHICLE,
            "--url",
            demo.url(),
            "--token",
            demo.tokens().token(CODE, Role.AUDITOR, null)));
  }

  @Test
  void eachCallOffIsAProcessThatNamesItsFramework() throws IOException {
    bringIn();
    JsonNode releases = export("releases");
    JsonNode records = export("records");
    Optional<OcdsSchemas> schemas = OcdsSchemas.find();
    if (schemas.isPresent()) {
      assertThat(schemas.get().faults("release", releases)).isEmpty();
      assertThat(schemas.get().faults("record", records)).isEmpty();
    }

    String ended = "ocds-b5fd17-call-off-CHO-1";
    String running = "ocds-b5fd17-call-off-CHO-2";
    List<JsonNode> ofEnded = of(releases, ended);
    assertThat(ofEnded)
        .extracting(one -> one.at("/tag/0").asText())
        .containsExactly("award", "contractTermination");
    assertThat(of(releases, running)).hasSize(1);
    // As it was awarded, although it has ended since: 35 hours x 1096 days / 7 x 14.20
    assertThat(ofEnded.getFirst().at("/contracts/0/period/endDate").asText())
        .isEqualTo("2018-08-31T23:59:59Z");
    assertThat(ofEnded.getFirst().at("/contracts/0/value/amount").decimalValue())
        .isEqualByComparingTo("77816.00");
    // 366 days
    assertThat(ofEnded.getLast().at("/contracts/0/value/amount").decimalValue())
        .isEqualByComparingTo("25986.00");
    assertThat(ofEnded.getLast().at("/contracts/0/period/endDate").asText())
        .isEqualTo("2016-08-31T23:59:59Z");
    String framework = ofEnded.getFirst().at("/relatedProcesses/0/identifier").asText();
    assertThat(of(releases, framework)).isNotEmpty();
    assertThat(releases.toString()).doesNotContain("Somebody's own matter");
    assertThat(records.path("records").valueStream().map(one -> one.path("ocid").asText()))
        .containsExactly(framework, ended, running);
    assertThat(paged()).containsExactlyElementsOf(byOrder(releases));
  }

  private static List<JsonNode> of(JsonNode releases, String ocid) {
    return releases
        .path("releases")
        .valueStream()
        .filter(one -> one.path("ocid").asText().equals(ocid))
        .toList();
  }

  private static List<String> byOrder(JsonNode releases) {
    return releases.path("releases").valueStream().map(one -> one.path("id").asText()).toList();
  }

  private List<String> paged() {
    List<String> ids = new ArrayList<>();
    String following = null;
    do {
      Map<String, Object> variables = new HashMap<>();
      variables.put("following", following);
      JsonNode page =
          council
              .as(Role.AUDITOR)
              .execute(
                  """
                  query Page($following: String) {
                    openDataReleases(vehicle: "SUPPORTED_LIVING", first: 2, following: $following) {
                      documents { id } next } }
                  """,
                  variables)
              .path("openDataReleases");
      ids.addAll(page.path("documents").findValuesAsText("id"));
      following = page.path("next").isTextual() ? page.path("next").asText() : null;
    } while (following != null);
    return ids;
  }
}
