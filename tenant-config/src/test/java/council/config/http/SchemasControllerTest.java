package council.config.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemasControllerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedServer server;

  @BeforeAll
  void start() {
    Map<String, Object> properties =
        new HashMap<>(PostgresForTests.shared().migratedDatabase().properties());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void theIndexNamesEverySchemaWithoutAToken() throws Exception {
    HttpResponse<String> response = get("/schemas");
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode schemas = JSON.readTree(response.body()).get("schemas");
    assertThat(schemas.findValuesAsText("name"))
        .containsExactly("scheme", "attributes", "calendar", "codes", "geography");
    assertThat(schemas.findValuesAsText("href")).contains("/schemas/geography.json");
  }

  @Test
  void aSchemaIsServedAsJsonSchema() throws Exception {
    HttpResponse<String> response = get("/schemas/geography.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/schema+json");
    JsonNode schema = JSON.readTree(response.body());
    assertThat(schema.get("$schema").asText()).contains("2020-12");
    assertThat(schema.get("$defs").has("GeographySection.Area")).isTrue();
  }

  @Test
  void whatNoModuleHasIsNotFound() throws Exception {
    assertThat(get("/schemas/payments.json").statusCode()).isEqualTo(404);
    assertThat(get("/schemas/..%2fsecret.json").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .timeout(Duration.ofSeconds(60))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
