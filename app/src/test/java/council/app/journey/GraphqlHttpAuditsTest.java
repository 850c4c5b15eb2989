package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.identity.Role;
import council.testing.PostgresForTests;
import council.testing.node.NodePackages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The audits of the package graphql-http, against the served demo with a token. */
final class GraphqlHttpAuditsTest {
  private static final Path SCRIPT =
      PostgresForTests.sourceRoot().resolve("app/src/test/node/graphql-http-audits.mjs");

  private final DemoServer demo = DemoServer.shared();

  @Test
  void noneFails() throws Exception {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Set<String> errors = new TreeSet<>();
    Set<String> warnings = new TreeSet<>();
    for (JsonNode audit : audits()) {
      String status = audit.path("status").asText();
      String name = audit.path("name").asText();
      counts
          .computeIfAbsent(name.substring(0, name.indexOf(' ')), level -> new TreeMap<>())
          .merge(status, 1, Integer::sum);
      switch (status) {
        case "ok" -> {}
        case "warn" -> warnings.add(name + ": " + audit.path("reason").asText());
        default -> errors.add(name + ": " + audit.path("reason").asText());
      }
    }
    System.out.println("Audits of graphql-http: " + counts);
    assertThat(errors).isEmpty();
    assertThat(warnings).as("each needs its reason here").isEmpty();
    assertThat(counts).containsOnlyKeys("MUST", "SHOULD", "MAY");
  }

  private JsonNode audits() throws Exception {
    Process audits =
        NodePackages.installed()
            .start(
                SCRIPT,
                demo.url() + "/graphql",
                demo.tokens().token("lancashire", Role.COMMISSIONER, null));
    String printed = new String(audits.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(audits.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(audits.exitValue()).isZero();
    JsonNode results = new ObjectMapper().readTree(printed);
    assertThat(results).hasSizeGreaterThan(50);
    return results;
  }
}
