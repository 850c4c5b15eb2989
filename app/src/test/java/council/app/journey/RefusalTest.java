package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.Administration;
import council.app.client.ClientFailure;
import council.app.client.RoundUpload;
import council.app.demo.DemoCatalogue;
import council.app.demo.DemoCatalogue.Council;
import council.platform.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken is refused with every problem named, and nothing of it is kept. */
final class RefusalTest {
  private static final String KEPT =
      """
      {
        schemeVersions { totalCount }
        evaluationRounds { nodes { reference status revision } }
        applications { totalCount }
        providers { totalCount }
        locations { totalCount }
        auditEntries { totalCount }
      }
      """;
  private final DemoServer demo = DemoServer.shared();
  private final Council lancashire =
      DemoCatalogue.load().councils().stream()
          .filter(council -> council.code().equals("lancashire"))
          .findFirst()
          .orElseThrow();

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        broken("scoresCsv", line -> line.replaceFirst(",score$", ",points"), "scores.csv", "score"),
        broken(
            "scoresCsv",
            line -> line.replaceFirst("^P001,QUALITY,,6$", "P001,QUALITY,,8"),
            "8",
            "7"),
        broken(
            "scoresCsv",
            line -> line.replaceFirst("^P001,QUALITY,,6$", "P001,QUALLITY,,6"),
            "QUALLITY",
            "QUALITY"),
        broken(
            "appliedZonesCsv",
            line -> line.replaceFirst("^P001,BUR$", "P001,BURR"),
            "BURR",
            "applied_zones.csv"),
        broken(
            "applicationsCsv",
            line -> line.replaceFirst("^P002,", "P999,"),
            "P999",
            "applications.csv"),
        broken(
            "locationsCsv",
            line -> line.replaceFirst("^L0001,P013,PEN", "L0001,P013,XXX"),
            "XXX",
            "locations.csv"));
  }

  private static Arguments broken(String file, UnaryOperator<String> damage, String... told) {
    return Arguments.of(file, damage, List.of(told));
  }

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void brokenRoundsAreRefusedWhole(String file, UnaryOperator<String> damage, List<String> told) {
    RoundUpload upload = new RoundUpload(demo.as("lancashire", Role.COMMISSIONER));
    RoundUpload.Round round = collecting(upload);
    JsonNode before = kept();
    Map<String, String> files = new HashMap<>(lancashire.files(lancashire.rounds().getFirst()));
    String whole = files.getOrDefault(file, "");
    String damaged = whole.lines().map(damage).reduce("", (all, line) -> all + line + "\n");
    assertThat(damaged.lines().toList()).isNotEqualTo(whole.lines().toList());
    files.put(file, damaged);

    ClientFailure refusal =
        catchThrowableOfType(ClientFailure.class, () -> upload.importFiles(round, files, false));

    assertThat(refusal.getMessage()).contains(told);
    assertThat(kept()).isEqualTo(before);
  }

  private static RoundUpload.Round collecting(RoundUpload upload) {
    RoundUpload.Round found = upload.find("BROKEN");
    return found != null ? found : upload.open("BROKEN", "SUPPORTED_LIVING", "To be refused");
  }

  @Test
  void aBrokenSchemeIsRefusedWithAllItsProblems() {
    JsonNode before = kept();
    String scheme =
        lancashire
            .scheme()
            .replace("weightPercent: 30", "weightPercent: 31")
            .replace("      award:", "      areaCap: 0\n      award:")
            .replace("qualityThresholdPercent:", "qualityTresholdPercent:");

    ClientFailure refusal =
        catchThrowableOfType(
            ClientFailure.class,
            () ->
                new Administration(demo.as("lancashire", Role.TENANT_ADMIN))
                    .loadScheme(scheme, false));

    assertThat(refusal.lines()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(refusal.getMessage())
        .contains("areaCap", "qualityTresholdPercent", "qualityThresholdPercent");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aBodyOf50MegabytesIsRefused() throws Exception {
    byte[] body = new byte[50 * 1024 * 1024];
    Arrays.fill(body, (byte) ' ');
    JsonNode before = kept();

    assertThat(statusOf(body)).isEqualTo(413);

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void whatIsNotUtf8IsRefused() throws Exception {
    byte[] body = "{\"query\":\"{ me { label } } # \u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(statusOf(body)).isEqualTo(400);
  }

  private int statusOf(byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(demo.url() + "/graphql"))
            .header(
                "Authorization",
                "Bearer " + demo.tokens().token("lancashire", Role.COMMISSIONER, null))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private JsonNode kept() {
    return demo.ask("lancashire", Role.AUDITOR, KEPT);
  }
}
