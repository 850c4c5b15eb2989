package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several operations in one request, where that is allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchesTest {
  private ToyServer toy;
  private String token;

  @BeforeAll
  void start() {
    toy = ToyServer.start(Map.of("council.graphql.max-batch", 3, "council.graphql.max-cost", 250));
    token = toy.token("north");
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  private HttpResponse<String> batch(int count, String query) throws Exception {
    String one = "{\"query\": \"" + query + "\"}";
    return toy.send(toy.post(token, "[" + String.join(",", Collections.nCopies(count, one)) + "]"));
  }

  @Test
  void eachIsAnsweredInItsPlace() throws Exception {
    HttpResponse<String> answer =
        toy.send(
            toy.post(
                token,
                "[{\"query\": \"{ me { label } }\"}, {\"query\": \"{ nothing }\"},"
                    + " {\"query\": \"{ summary { council } }\"}]"));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = ToyServer.json(answer);
    assertThat(json.at("/0/data/me/label").asText()).isEqualTo("tester");
    assertThat(json.at("/1/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
    assertThat(json.at("/2/data/summary/council").asText()).isEqualTo("north");
  }

  @Test
  void moreThanAllowedAreRefusedWhole() throws Exception {
    HttpResponse<String> answer = batch(4, "{ me { label } }");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ToyServer.code(answer)).isEqualTo("BATCH_TOO_LARGE");
  }

  @Test
  void theyCountTowardsTheLimitsTogether() throws Exception {
    String query = "{ books(first: 100) { nodes { id } } }";
    assertThat(ToyServer.json(batch(1, query)).at("/0/data/books").isObject()).isTrue();
    JsonNode answers = ToyServer.json(batch(3, query));
    assertThat(answers).hasSize(3);
    for (JsonNode answer : answers) {
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("TOO_COSTLY");
      assertThat(answer.at("/errors/0/extensions/actual").asInt()).isGreaterThan(250);
    }
  }

  @Test
  void noneAreTakenUnlessSet() throws Exception {
    try (ToyServer plain = ToyServer.start(Map.of())) {
      HttpResponse<String> answer =
          plain.send(plain.post(plain.token("north"), "[{\"query\": \"{ me { label } }\"}]"));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("this instance takes no arrays");
    }
  }
}
