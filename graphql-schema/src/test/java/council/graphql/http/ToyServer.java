package council.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.toy.ToyCouncils;
import council.platform.identity.DemoIssuer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The toy's two councils, served over HTTP to whoever has a token. */
final class ToyServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ToyCouncils councils;
  private final DemoIssuer issuer;
  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private ToyServer(ToyCouncils councils, DemoIssuer issuer, EmbeddedServer server) {
    this.councils = councils;
    this.issuer = issuer;
    this.server = server;
  }

  /**
   * @param settings beside those of the database
   */
  static ToyServer start(Map<String, Object> settings) {
    try {
      ToyCouncils councils = ToyCouncils.create();
      DemoIssuer issuer = new DemoIssuer(Files.createTempDirectory("toy-keys"), Clock.systemUTC());
      Map<String, Object> properties = new HashMap<>(councils.database().properties());
      properties.put("micronaut.server.port", -1);
      properties.put("council.demo", true);
      properties.putAll(settings);
      ToyServer toy =
          new ToyServer(
              councils, issuer, ApplicationContext.run(EmbeddedServer.class, properties, "test"));
      toy.admit("north");
      toy.admit("south");
      return toy;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void admit(String council) throws SQLException {
    var entry = issuer.entryFor(council);
    update(
        "update platform.issuer set issuer = ?, audience = ?, algorithm = ?, jwks = ?, demo = true"
            + " where tenant_id = ?",
        entry.issuer(),
        entry.audience(),
        entry.algorithm(),
        Objects.requireNonNull(entry.jwks()),
        council);
    grant(council, ToyCouncils.principal(council), "COMMISSIONER");
  }

  private void grant(String council, UUID principal, String role) throws SQLException {
    update(
        "insert into platform.principal_role (tenant_id, principal_id, role) values (?, ?, ?)",
        council,
        principal,
        role);
  }

  /** A further user of a council. */
  String tokenOf(String council, String subject, String role) throws SQLException {
    UUID id = UUID.randomUUID();
    update(
        "insert into platform.principal (tenant_id, id, issuer_id, subject, label)"
            + " select tenant_id, ?, id, ?, ? from platform.issuer where tenant_id = ?",
        id,
        subject,
        subject,
        council);
    grant(council, id, role);
    return issuer.token(council, subject, Duration.ofHours(1));
  }

  /** The token of the commissioner that every council has. */
  String token(String council) {
    return issuer.token(council, "tester", Duration.ofHours(1));
  }

  /** As superuser. */
  void update(String sql, Object... binds) throws SQLException {
    try (Connection connection = councils.database().connectAsSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < binds.length; i++) {
        statement.setObject(i + 1, binds[i]);
      }
      statement.executeUpdate();
    }
  }

  ToyCouncils councils() {
    return councils;
  }

  EmbeddedServer server() {
    return server;
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURI() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpRequest.Builder post(String token, String body) {
    return to("/graphql")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> ask(String token, String query) throws Exception {
    return send(post(token, JSON.writeValueAsString(Map.of("query", query))));
  }

  /** The code of the first error of an answer. */
  static String code(HttpResponse<String> answer) throws IOException {
    return json(answer).at("/errors/0/extensions/code").asText();
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
