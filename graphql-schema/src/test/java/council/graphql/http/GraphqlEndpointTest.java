package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import council.graphql.toy.ToyCouncils;
import council.platform.identity.DemoIssuer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** GraphQL over HTTP as clients meet it, with real tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphqlEndpointTest {
  private static final String QUERY = "{\"query\": \"{ me { council label } }\"}";
  @TempDir static Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedServer server;
  private String token;

  @BeforeAll
  void start() throws SQLException {
    ToyCouncils councils = ToyCouncils.create();
    DemoIssuer issuer = new DemoIssuer(folder, Clock.systemUTC());
    register(councils, issuer);
    token = issuer.token("north", "tester", Duration.ofHours(1));
    Map<String, Object> properties = new HashMap<>(councils.database().properties());
    properties.put("micronaut.server.port", -1);
    properties.put("council.demo", true);
    properties.put("council.graphql.max-body-size", 1_000_000);
    server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
  }

  private static void register(ToyCouncils councils, DemoIssuer issuer) throws SQLException {
    var entry = issuer.entryFor("north");
    try (Connection connection = councils.database().connectAsSuperuser();
        var update =
            connection.prepareStatement(
                "update platform.issuer set issuer = ?, audience = ?, algorithm = ?, jwks = ?,"
                    + " demo = true where tenant_id = 'north'")) {
      update.setString(1, entry.issuer());
      update.setString(2, entry.audience());
      update.setString(3, entry.algorithm());
      update.setString(4, entry.jwks());
      update.executeUpdate();
      connection
          .createStatement()
          .execute(
              "insert into platform.principal_role (tenant_id, principal_id, role) values ('north',"
                  + " '"
                  + ToyCouncils.principal("north")
                  + "', 'COMMISSIONER')");
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURI() + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder post(BodyPublisher body) {
    return to("/graphql").header("Content-Type", "application/json").POST(body);
  }

  private HttpRequest.Builder post(String body) {
    return post(BodyPublishers.ofString(body));
  }

  @Test
  void answersAQuery() throws Exception {
    HttpResponse<String> answer = send(post(QUERY));
    assertThat(answer.body())
        .isEqualTo("{\"data\":{\"me\":{\"council\":\"north\",\"label\":\"tester\"}}}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/graphql-response+json; charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(send(post(QUERY).header("Accept", "*/*")).headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
  }

  @Test
  void withoutATokenNothingIsAnswered() throws Exception {
    HttpRequest.Builder anonymous =
        HttpRequest.newBuilder(URI.create(server.getURI() + "/graphql"))
            .header("Content-Type", "application/json");
    HttpResponse<String> answer = send(anonymous.POST(BodyPublishers.ofString(QUERY)));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
    HttpResponse<String> forged =
        send(
            anonymous
                .header("Authorization", "Bearer nonsense")
                .POST(BodyPublishers.ofString(QUERY)));
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).contains("\"code\":\"UNAUTHENTICATED\"");
  }

  @Test
  void statusAndTypeFollowWhatIsAccepted() throws Exception {
    String broken = "{\"query\": \"{ nothing }\"}";
    HttpResponse<String> strict =
        send(post(broken).header("Accept", "application/graphql-response+json"));
    assertThat(strict.statusCode()).isEqualTo(400);
    assertThat(strict.headers().firstValue("Content-Type"))
        .contains("application/graphql-response+json; charset=utf-8");
    HttpResponse<String> legacy = send(post(broken).header("Accept", "application/json"));
    assertThat(legacy.statusCode()).isEqualTo(200);
    assertThat(legacy.body()).isEqualTo(strict.body()).contains("BAD_REQUEST");
    assertThat(send(post(QUERY).header("Accept", "text/html")).statusCode()).isEqualTo(406);
  }

  @Test
  void getIsForQueriesOnly() throws Exception {
    String query = URLEncoder.encode("{ me { label } }", StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(to("/graphql?query=" + query).GET());
    assertThat(answer.body()).isEqualTo("{\"data\":{\"me\":{\"label\":\"tester\"}}}");
    String mutation =
        URLEncoder.encode(
            "mutation { addBook(input: {idempotencyKey: \"g\", author: \"x\", title: \"t\"}) {"
                + " words } }",
            StandardCharsets.UTF_8);
    assertThat(send(to("/graphql?query=" + mutation).GET()).body())
        .contains("Only queries may be sent by GET.");
  }

  @Test
  void bodiesAreReadStrictly() throws Exception {
    assertThat(send(post("{\"query\": ")).body()).contains("not valid JSON at line 1");
    assertThat(send(post("{\"query\": 7}")).statusCode()).isEqualTo(400);
    assertThat(send(post("{\"query\": \"{ me { label } }\", \"variables\": []}")).body())
        .contains("'variables' must be an object.");
    byte[] latin = "{\"query\": \"{ \u00e9 }\"}".getBytes(StandardCharsets.ISO_8859_1);
    HttpResponse<String> notUtf8 = send(post(BodyPublishers.ofByteArray(latin)));
    assertThat(notUtf8.statusCode()).isEqualTo(400);
    assertThat(notUtf8.body()).contains("not valid UTF-8");
    HttpResponse<String> form =
        send(
            to("/graphql")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(QUERY)));
    assertThat(form.statusCode()).isEqualTo(415);
  }

  @Test
  void aBodyAboveTheLimitIsRefusedInJson() throws Exception {
    String text = "x".repeat(50_000_000);
    HttpResponse<String> answer =
        send(
            post("{\"query\": \"{ me { label } }\", \"variables\": {\"x\": \"" + text + "\"}}")
                .expectContinue(true));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"").contains("1000000 bytes");
  }

  @Test
  void thePageToTryQueriesNeedsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page =
        send(HttpRequest.newBuilder(URI.create(server.getURI() + "/graphiql")).GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    assertThat(
            send(HttpRequest.newBuilder(URI.create(server.getURI() + "/graphiql/page.js")).GET())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void halvesOfCharactersAreRefused() throws Exception {
    for (String half : new String[] {"\\ud800", "\\udc00x"}) {
      HttpResponse<String> answer =
          send(
              post(
                  "{\"query\": \"{ me { label } }\", \"variables\": {\"x\": [\"" + half + "\"]}}"));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("unpaired surrogate");
    }
    assertThat(
            send(post(
                    "{\"query\": \"{ me { label } }\", \"variables\": {\"x\":"
                        + " \"\\ud83d\\ude00\"}}"))
                .body())
        .contains("tester");
  }

  @Test
  void whatNobodyCaughtIsMaskedAndCanBeFoundInTheLog() throws Exception {
    for (String path : new String[] {"/failing/exception", "/failing/error"}) {
      HttpResponse<String> answer = send(to(path).GET());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .startsWith("{\"errors\":[{\"message\":\"Something went wrong on our side.\"")
          .contains("\"code\":\"INTERNAL\"")
          .contains("\"correlationId\":")
          .doesNotContain("secret");
    }
  }

  @Test
  void whateverTheServerRefusesIsAnErrorInTheSameForm() throws Exception {
    assertRefusal(send(to("/graphql").PUT(BodyPublishers.ofString(QUERY))), 403, "FORBIDDEN");
    assertRefusal(send(to("/nowhere").GET()), 403, "FORBIDDEN");
    assertRefusal(
        send(HttpRequest.newBuilder(URI.create(server.getURI() + "/nowhere")).GET()),
        401,
        "UNAUTHENTICATED");
  }

  private static void assertRefusal(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body())
        .startsWith("{\"errors\":[{\"message\":\"The request is refused: ")
        .contains("\"extensions\":{\"code\":\"" + code + "\"}}]}");
  }

  @Test
  void requestsThatNoClientLibraryWouldSendAreRefusedInTheSameForm() throws Exception {
    String illFormed = raw("GET /graphql?query=%zz HTTP/1.1\r\n");
    assertThat(illFormed).startsWith("HTTP/1.1 4").contains("{\"errors\":[{\"message\":");
    assertThat(illFormed).doesNotContain("zz").doesNotContain("_links");
    String headers = raw("GET /graphql HTTP/1.1\r\nX-Long: " + "x".repeat(20_000) + "\r\n");
    assertThat(headers).startsWith("HTTP/1.1 4").contains("\"code\":\"LIMIT_EXCEEDED\"");
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              (head
                      + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                      + token
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
