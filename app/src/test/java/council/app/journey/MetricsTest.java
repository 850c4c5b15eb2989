package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.client.ApiClient;
import council.app.metrics.MetricsServer;
import council.graphql.read.GlobalId;
import council.platform.identity.Role;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the metrics tell of an instance with councils in use: figures, and nothing of anybody. */
final class MetricsTest {
  private static final String NAMES =
      """
      query NameThatTheClientChose {
        tenant { code title }
        providers(first: 200) { nodes { id reference name cqcProviderId } }
        principals(first: 200) { nodes { id subject label issuer } }
        evaluationRounds { nodes { reference title } }
      }
      """;
  private static final String UNKNOWN_DECISION = new GlobalId("Decision", new UUID(0, 0)).encoded();
  private final DemoServer demo = DemoServer.shared();

  @Test
  void figuresAreThere() throws Exception {
    demo.ask("lancashire", Role.AUDITOR, "query NameThatTheClientChose { tenant { code } }");
    new ApiClient(demo.url(), "no.token.at-all").send("{ me { label } }", Map.of());

    assertThat(scrape())
        .containsPattern("council_tokens_refused_total\\{reason=\"MALFORMED\"} [1-9]")
        .containsPattern("council_graphql_requests_seconds_count\\{outcome=\"OK\"} [1-9]")
        .containsPattern(
            "council_graphql_requests_seconds_count\\{outcome=\"UNAUTHENTICATED\"} [1-9]")
        .contains(
            "council_graphql_requests_seconds_bucket{outcome=\"OK\",le=\"0.1\"}",
            "hikaricp_connections_active{",
            "council_jobs{state=\"due\"}",
            "jvm_memory_used_bytes{",
            "jvm_gc_",
            "process_uptime_seconds");
  }

  /** Which of them is a 200 is a matter of the media type; what came of it is not. */
  @Test
  void anErrorInsideA200IsCountedUnderItsCode() throws Exception {
    Map<String, String> codes =
        Map.of(
            "{ nothing }",
            "BAD_REQUEST",
            "{ audienceBindings { totalCount } }",
            "FORBIDDEN",
            "{ __typename " + "@include(if: true) ".repeat(101) + "}",
            "LIMIT_EXCEEDED",
            "{ replayDecision(id: \"" + UNKNOWN_DECISION + "\") { identical } }",
            "NOT_FOUND");
    for (Map.Entry<String, String> each : codes.entrySet()) {
      String before = scrape();
      HttpResponse<String> answer = asAuditor(each.getKey());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      String after = scrape();
      assertThat(counted(after, each.getValue()))
          .as(each.getValue() + " after " + answer.body())
          .isEqualTo(counted(before, each.getValue()) + 1);
      assertThat(counted(after, "OK")).isEqualTo(counted(before, "OK"));
    }
  }

  private HttpResponse<String> asAuditor(String query) throws IOException, InterruptedException {
    String token = demo.tokens().token("lancashire", Role.AUDITOR, null);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(demo.url() + "/graphql"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      new ObjectMapper().writeValueAsString(Map.of("query", query))))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static long counted(String metrics, String outcome) {
    String name = "council_graphql_requests_seconds_count{outcome=\"" + outcome + "\"} ";
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  @Test
  void nothingOfACouncilIsThere() throws Exception {
    List<String> names = new ArrayList<>();
    for (String council : List.of("lancashire", "hampshire")) {
      collect(demo.ask(council, Role.TENANT_ADMIN, NAMES), names);
    }
    assertThat(names).hasSizeGreaterThan(500);
    names.addAll(List.of("lancashire", "hampshire", "somerset", "NameThatTheClientChose"));
    String metrics = scrape().toLowerCase(Locale.ROOT);

    assertThat(names).filteredOn(name -> metrics.contains(name.toLowerCase(Locale.ROOT))).isEmpty();
    assertThat(metrics).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
  }

  @Test
  void onlyTheMetricsAreToldThere() throws Exception {
    try (MetricsServer server = server()) {
      assertThat(get(server.url().replace("/metrics", "/graphql")).statusCode()).isEqualTo(404);
      assertThat(get(server.url() + "/x").statusCode()).isEqualTo(404);
    }
    assertThat(get(demo.url() + "/metrics").statusCode()).isEqualTo(404);
    assertThat(get(demo.url() + "/prometheus").statusCode()).isEqualTo(404);
  }

  /** Texts of five characters and more: shorter ones stand in any text by chance. */
  private static void collect(JsonNode node, List<String> names) {
    if (node.isTextual() && node.asText().length() >= 5) {
      names.add(node.asText());
    }
    node.forEach(child -> collect(child, names));
  }

  private String scrape() throws IOException, InterruptedException {
    try (MetricsServer server = server()) {
      HttpResponse<String> response = get(server.url());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      return response.body();
    }
  }

  private MetricsServer server() {
    return new MetricsServer(
        "localhost", 0, demo.instance().context().getBean(PrometheusMeterRegistry.class));
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
