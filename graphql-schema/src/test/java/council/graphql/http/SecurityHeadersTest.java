package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What browsers are told, with every answer there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityHeadersTest {
  private static final String FRIEND = "https://apps.example.org";
  private ToyServer toy;
  private String token;

  @BeforeAll
  void start() {
    toy =
        ToyServer.start(
            Map.of(
                "council.http.allowed-origins",
                FRIEND,
                "council.http.https",
                true,
                "council.graphql.max-body-size",
                100_000));
    token = toy.token("north");
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  private List<HttpRequest.Builder> everyKindOfAnswer() {
    return List.of(
        toy.post(token, "{\"query\": \"{ me { label } }\"}"),
        toy.post(token, "{\"query\": \"{ nothing }\"}"),
        toy.post(token, "{"),
        toy.post(token, "{\"query\": \"" + "x".repeat(200_000) + "\"}"),
        toy.post("nonsense", "{\"query\": \"{ me { label } }\"}"),
        toy.to("/graphql").GET(),
        toy.to("/graphql?query=mutation%7Bx%7D").header("Authorization", "Bearer " + token).GET(),
        toy.to("/graphql").PUT(BodyPublishers.ofString("x")),
        toy.to("/graphiql").GET(),
        toy.to("/graphiql/page.js").GET(),
        toy.to("/failing/exception").GET(),
        toy.to("/failing/error").GET(),
        toy.to("/nowhere").GET());
  }

  @Test
  void everyAnswerIsProtected() throws Exception {
    for (HttpRequest.Builder request : everyKindOfAnswer()) {
      HttpResponse<String> answer = toy.send(request);
      String what = answer.request().method() + " " + answer.uri() + " " + answer.statusCode();
      assertHeader(what, answer, "Cache-Control", "no-store");
      assertHeader(what, answer, "X-Content-Type-Options", "nosniff");
      assertHeader(what, answer, "X-Frame-Options", "DENY");
      assertHeader(what, answer, "Referrer-Policy", "no-referrer");
      assertHeader(what, answer, "Cross-Origin-Resource-Policy", "same-origin");
      assertHeader(
          what, answer, "Strict-Transport-Security", "max-age=63072000; includeSubDomains");
      assertThat(answer.headers().allValues("Permissions-Policy")).as(what).hasSize(1);
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .as(what)
          .singleElement()
          .asString()
          .startsWith("default-src 'none';")
          .contains("frame-ancestors 'none'");
      assertThat(answer.headers().map()).as(what).doesNotContainKey("set-cookie");
    }
  }

  private static void assertHeader(String what, HttpResponse<?> answer, String name, String value) {
    assertThat(answer.headers().allValues(name)).as(what + " " + name).containsExactly(value);
  }

  /** As a browser writes it, which the client library does not let us. */
  private String raw(String... lines) throws IOException {
    try (Socket socket = new Socket(toy.server().getHost(), toy.server().getPort())) {
      socket.setSoTimeout(60_000);
      String head = String.join("\r\n", lines) + "\r\nHost: api\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String preflight(String origin) throws IOException {
    return raw(
        "OPTIONS /graphql HTTP/1.1",
        "Origin: " + origin,
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization,content-type,x-purpose");
  }

  @Test
  void onlyTheOriginsThatAreSetMayAsk() throws Exception {
    String allowed = preflight(FRIEND);
    assertThat(allowed)
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("access-control-allow-origin: " + FRIEND)
        .containsIgnoringCase("x-purpose")
        .doesNotContainIgnoringCase("access-control-allow-credentials: true");
    for (String stranger :
        List.of(
            "https://evil.example.org",
            "https://apps.example.org.evil.org",
            "http://apps.example.org",
            "https://apps.example.org:444",
            "null")) {
      assertThat(preflight(stranger))
          .as(stranger)
          .startsWith("HTTP/1.1 4")
          .doesNotContainIgnoringCase("access-control-allow-origin");
    }
  }

  @Test
  void closedUnlessSet() throws Exception {
    try (ToyServer closed = ToyServer.start(Map.of())) {
      ToyServer open = toy;
      toy = closed;
      try {
        assertThat(preflight(FRIEND)).doesNotContainIgnoringCase("access-control-allow");
        assertThat(raw("GET /graphiql HTTP/1.1", "Origin: " + FRIEND))
            .doesNotContainIgnoringCase("access-control-allow")
            .doesNotContainIgnoringCase("strict-transport-security");
      } finally {
        toy = open;
      }
    }
  }

  @Test
  void nobodyOpensToEveryOrigin() {
    for (String origin :
        List.of("*", "https://*.example.org", "https://a.example.org/path", "a.example.org")) {
      assertThatThrownBy(() -> new HttpSettings(List.of(origin), false, null))
          .hasMessageContaining("council.http.allowed-origins")
          .hasMessageContaining(origin);
    }
  }

  /** A form of another page can send these without asking the browser's leave first. */
  @Test
  void whatAFormCanSendIsRefused() throws Exception {
    for (String type :
        List.of(
            "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
      HttpResponse<String> answer =
          toy.send(
              toy.to("/graphql")
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("{\"query\": \"{ me { label } }\"}")));
      assertThat(answer.statusCode()).as(type).isEqualTo(415);
    }
  }
}
