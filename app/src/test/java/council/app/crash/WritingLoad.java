package council.app.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.identity.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that write at the same time. Each keeps its key until the write is acknowledged, whatever
 * becomes of the server meanwhile; some hang up before the answer, some ask again after it.
 */
final class WritingLoad {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String NOTE =
      "mutation($input: NoteLaterInput!) { answer: noteLater(input: $input) { reference problems {"
          + " code } } }";
  private static final String USER =
      "mutation($input: CreatePrincipalInput!) { answer: createPrincipal(input: $input) { principal"
          + " { id } problems { code } } }";

  private final CrashInstance instance;
  private final String token;
  private final long seed;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopping;

  /** The answer by key, of writes that were acknowledged. */
  final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
  final AtomicInteger hungUp = new AtomicInteger();
  final AtomicInteger failed = new AtomicInteger();

  WritingLoad(CrashInstance instance, long seed) {
    this.instance = instance;
    this.token = instance.token(CrashInstance.COUNCIL, Role.TENANT_ADMIN);
    this.seed = seed;
  }

  void start(int number) {
    for (int i = 0; i < number; i++) {
      Random random = new Random(seed + i);
      clients.add(Thread.ofPlatform().start(() -> writeUntilStopped(random)));
    }
  }

  /** Every client brings the write that it has begun to its end. */
  void finish() {
    stopping = true;
    for (Thread client : clients) {
      try {
        client.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (client.isAlive()) {
        violations.add("a client did not get its write acknowledged within " + PATIENCE);
      }
    }
  }

  private void writeUntilStopped(Random random) {
    while (!stopping) {
      String key = (random.nextInt(3) == 0 ? "user-" : "note-") + UUID.randomUUID();
      String body = body(key);
      String first = acknowledge(key, body, random);
      acknowledged.put(key, first);
      if (random.nextInt(4) == 0) {
        String again = acknowledge(key, body, random);
        if (!again.equals(first)) {
          violations.add(key + " was answered with " + first + " and then with " + again);
        }
      }
    }
  }

  private String acknowledge(String key, String body, Random random) {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      Optional<String> answer = send(key, body, random);
      if (answer.isPresent()) {
        return answer.get();
      }
      CrashInstance.pause(random.nextInt(100));
    }
    violations.add(key + " was not acknowledged within " + PATIENCE);
    return "";
  }

  private Optional<String> send(String key, String body, Random random) {
    boolean hangsUp = random.nextInt(5) == 0;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(instance.url() + "/graphql"))
            .timeout(Duration.ofMillis(hangsUp ? 1 + random.nextInt(30) : 20_000))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer(key, JSON.readTree(response.body()));
    } catch (IOException noAnswer) {
      (hangsUp ? hungUp : failed).incrementAndGet();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** An error is no acknowledgement; a problem is one, and there is no reason for any. */
  private Optional<String> answer(String key, JsonNode response) {
    JsonNode answer = response.path("data").path("answer");
    if (response.has("errors") || !answer.isObject()) {
      failed.incrementAndGet();
      return Optional.empty();
    }
    if (!answer.path("problems").isEmpty()) {
      violations.add(key + " was refused: " + answer.path("problems"));
    }
    return Optional.of(answer.toString());
  }

  private String body(String key) {
    boolean note = key.startsWith("note-");
    Object what =
        note
            ? Map.of("idempotencyKey", key, "key", key)
            : Map.of(
                "idempotencyKey",
                key,
                "principal",
                Map.of(
                    "issuer",
                    instance.issuer(),
                    "subject",
                    key,
                    "label",
                    key,
                    "roles",
                    List.of("FINANCE")));
    try {
      return JSON.writeValueAsString(
          Map.of("query", note ? NOTE : USER, "variables", Map.of("input", what)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
