package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.client.ApiClient;
import council.platform.identity.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same request again, at once, after a hang-up or with another input: over HTTP. */
final class AskedTwiceTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 50;
  private static final String CREATE =
      "mutation($input: CreatePrincipalInput!) { createPrincipal(input: $input) { principal { id"
          + " revision } problems { code path expected value } } }";
  private final DemoServer demo = DemoServer.shared();
  private final ApiClient admin = demo.as("somerset", Role.TENANT_ADMIN);

  @Test
  void fiftyAtOnceGetOneAnswerToOneKey() throws Exception {
    String name = name();
    Map<String, Object> variables = input("key-" + name, name);
    Set<JsonNode> answers = new HashSet<>(atOnce(number -> () -> admin.execute(CREATE, variables)));
    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next().path("createPrincipal").path("problems")).isEmpty();
    assertThat(created(name)).isEqualTo(1);
    assertThat(audited(name)).isEqualTo(1);
  }

  @Test
  void whoeverHungUpBeforeTheAnswerGetsItWhenAskingAgain() throws Exception {
    for (int wait = 0; wait < 30; wait += 3) {
      String name = name();
      Map<String, Object> variables = input("key-" + name, name);
      hangUpAfter(wait, variables);
      JsonNode first = admin.execute(CREATE, variables);
      assertThat(first.path("createPrincipal").path("problems")).as("%s", first).isEmpty();
      assertThat(admin.execute(CREATE, variables)).isEqualTo(first);
      assertThat(created(name)).isEqualTo(1);
      assertThat(audited(name)).isEqualTo(1);
    }
  }

  @Test
  void anotherInputUnderTheSameKeyIsAnError() {
    String name = name();
    admin.execute(CREATE, input("key-" + name, name));
    JsonNode other = admin.execute(CREATE, input("key-" + name, name + "-other"));
    assertThat(other.path("createPrincipal").path("problems").findValuesAsText("code"))
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
    assertThat(created(name + "-other")).isZero();
  }

  @Test
  void theKeyOfARefusedRequestIsFreeAgain() {
    String taken = name();
    admin.execute(CREATE, input("key-" + taken, taken));
    String name = name();
    String key = "key-" + name;
    JsonNode refused = admin.execute(CREATE, input(key, taken));
    assertThat(refused.path("createPrincipal").path("problems")).isNotEmpty();
    JsonNode done = admin.execute(CREATE, input(key, name));
    assertThat(done.path("createPrincipal").path("problems")).as("%s", done).isEmpty();
  }

  @Test
  void whoeverSawAnOlderRevisionIsToldThePresentOne() {
    String name = name();
    String id =
        admin
            .execute(CREATE, input("key-" + name, name))
            .path("createPrincipal")
            .path("principal")
            .path("id")
            .asText();
    JsonNode stale =
        admin
            .execute(
                "mutation($input: DisablePrincipalInput!) { disablePrincipal(input: $input) {"
                    + " principal { id } problems { code path expected value } } }",
                Map.of("input", Map.of("idempotencyKey", name, "id", id, "revision", 9)))
            .path("disablePrincipal");
    assertThat(stale.path("principal").isNull()).isTrue();
    JsonNode problem = stale.path("problems").path(0);
    assertThat(problem.path("code").asText()).isEqualTo("STALE_REVISION");
    assertThat(problem.path("path").asText()).isEqualTo("input.revision");
    assertThat(problem.path("value").asText()).isEqualTo("9");
    assertThat(problem.path("expected").asText()).isEqualTo("1");
  }

  private static String name() {
    return "twice-" + UUID.randomUUID();
  }

  private Map<String, Object> input(String key, String name) {
    return Map.of(
        "input",
        Map.of(
            "idempotencyKey",
            key,
            "principal",
            Map.of(
                "issuer",
                demo.tokens().issuer("somerset").issuer(),
                "subject",
                name,
                "label",
                name,
                "roles",
                List.of("FINANCE"))));
  }

  private interface Numbered<T> {
    Callable<T> call(int number);
  }

  private static <T> List<T> atOnce(Numbered<T> request) throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        Callable<T> call = request.call(i);
        running.add(
            clients.submit(() -> {
              start.await();
              return call.call();
            }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  /** Sends the whole request and is gone before the answer. */
  private void hangUpAfter(int millis, Map<String, Object> variables)
      throws IOException, InterruptedException {
    byte[] body = JSON.writeValueAsBytes(Map.of("query", CREATE, "variables", variables));
    URI url = URI.create(demo.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoLinger(true, 0);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Authorization: Bearer "
                  + demo.tokens().token("somerset", Role.TENANT_ADMIN, null)
                  + "\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      Thread.sleep(millis);
    }
  }

  private int created(String label) {
    return demo.ask(
            "somerset", Role.AUDITOR, "{ principals(label: \"" + label + "\") { totalCount } }")
        .path("principals")
        .path("totalCount")
        .asInt();
  }

  private int audited(String label) {
    JsonNode nodes =
        demo.ask(
                "somerset",
                Role.AUDITOR,
                "{ auditEntries(first: 200, action: \"PrincipalCreated\") { nodes { after } } }")
            .path("auditEntries")
            .path("nodes");
    int found = 0;
    for (JsonNode node : nodes) {
      found +=
          node.toString().contains(label + "\"") || node.toString().contains(label + "\\\"")
              ? 1
              : 0;
    }
    return found;
  }
}
