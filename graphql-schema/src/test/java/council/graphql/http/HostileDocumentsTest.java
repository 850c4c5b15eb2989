package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import council.graphql.http.HostileDocuments.Hostile;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Hostile documents over HTTP: refused by their own code, before anything runs, soon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDocumentsTest {
  /** Of the quickest of some rounds; a machine with other things to do takes a while. */
  private static final double MILLISECONDS = 150;

  private static final int LONGEST_ANSWER = 60_000;

  private static final int ROUNDS = Boolean.getBoolean("council.test.long") ? 40 : 8;

  private ToyServer toy;
  private String token;

  @BeforeAll
  void start() {
    toy = ToyServer.start(Map.of());
    token = toy.token("north");
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  @Test
  void eachIsRefusedByItsCodeSoon() throws Exception {
    Set<String> faults = new TreeSet<>();
    StringBuilder table =
        new StringBuilder("Hostile documents, quickest of %d:%n".formatted(ROUNDS));
    for (Map.Entry<String, Hostile> each : HostileDocuments.all().entrySet()) {
      double quickest = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        HttpResponse<String> answer = toy.send(toy.post(token, each.getValue().body()));
        quickest = Math.min(quickest, (System.nanoTime() - start) / 1e6);
        fault(each.getValue().code(), answer).ifPresent(f -> faults.add(each.getKey() + ": " + f));
      }
      table.append(
          "%8.1f ms  %-22s %s%n".formatted(quickest, each.getValue().code(), each.getKey()));
      if (quickest > MILLISECONDS) {
        faults.add(each.getKey() + " takes %.1f ms".formatted(quickest));
      }
    }
    System.out.print(table);
    assertThat(faults).as(table.toString()).isEmpty();
  }

  private static Optional<String> fault(String code, HttpResponse<String> answer) throws Exception {
    boolean refused =
        ToyServer.code(answer).equals(code)
            && answer.statusCode() == 400
            && !ToyServer.json(answer).has("data");
    if (!refused || answer.body().length() > LONGEST_ANSWER) {
      String told = answer.body().substring(0, Math.min(300, answer.body().length()));
      return Optional.of(
          "status %d, %d characters: %s"
              .formatted(answer.statusCode(), answer.body().length(), told));
    }
    return Optional.empty();
  }
}
