package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks too much waits; nobody waits for somebody else's asking. */
class RateLimitsTest {
  private static final String ME = "{ me { label } }";

  private static ToyServer with(Map<String, Object> rates) {
    Map<String, Object> settings = new HashMap<>();
    rates.forEach((name, value) -> settings.put("council.rates." + name, value));
    return ToyServer.start(settings);
  }

  /** Asks until refused; answers how often it was answered. */
  private static int flood(ToyServer toy, String token, String limit) throws Exception {
    for (int answered = 0; answered < 200; answered++) {
      HttpResponse<String> answer = toy.ask(token, ME);
      if (answer.statusCode() != 200) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(ToyServer.code(answer)).isEqualTo("RATE_LIMITED");
        assertThat(ToyServer.json(answer).at("/errors/0/extensions/limit").asText())
            .isEqualTo(limit);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
            .isBetween(1, 60);
        return answered;
      }
    }
    throw new AssertionError("never refused");
  }

  @Test
  void aClientThatFloodsLeavesTheOthersOfItsCouncilAlone() throws Exception {
    try (ToyServer toy =
        with(Map.of("client-burst", 10, "client-per-second", 1, "council-burst", 1000))) {
      String other = toy.tokenOf("north", "other", "COMMISSIONER");
      assertThat(flood(toy, toy.token("north"), "client")).isBetween(10, 60);
      assertThat(toy.ask(other, ME).statusCode()).isEqualTo(200);
      assertThat(toy.ask(toy.token("south"), ME).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCouncilThatFloodsLeavesTheOthersAlone() throws Exception {
    try (ToyServer toy =
        with(Map.of("council-burst", 10, "council-per-second", 1, "client-burst", 1000))) {
      assertThat(flood(toy, toy.token("north"), "council")).isBetween(10, 60);
      assertThat(toy.ask(toy.token("south"), ME).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoWaitsAsLongAsToldIsAnswered() throws Exception {
    try (ToyServer toy = with(Map.of("client-burst", 3, "client-per-second", 1))) {
      String token = toy.token("north");
      flood(toy, token, "client");
      HttpResponse<String> refused = toy.ask(token, ME);
      long seconds = Long.parseLong(refused.headers().firstValue("Retry-After").orElse("1"));
      Thread.sleep(seconds * 1000 + 50);
      assertThat(toy.ask(token, ME).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatCostsMoreTakesMore() throws Exception {
    try (ToyServer toy =
        with(Map.of("client-burst", 20, "client-per-second", 1, "objects-per-point", 20))) {
      String token = toy.token("north");
      HttpResponse<String> large = toy.ask(token, "{ books(first: 200) { nodes { id } } }");
      assertThat(large.statusCode()).isEqualTo(200);
      assertThat(toy.ask(token, "{ books(first: 200) { nodes { id } } }").statusCode())
          .isEqualTo(429);
    }
  }

  @Test
  void strangersAreLimitedByAddressBeforeTheDatabaseIsAsked() throws Exception {
    try (ToyServer toy = with(Map.of("stranger-burst", 5, "stranger-per-second", 1))) {
      String known = toy.token("north");
      assertThat(toy.ask(known, ME).statusCode()).isEqualTo(200);
      int refused = 0;
      for (int i = 0; i < 30; i++) {
        HttpResponse<String> answer = toy.ask("not.a.token" + i, ME);
        assertThat(answer.statusCode()).isIn(401, 429);
        refused += answer.statusCode() == 429 ? 1 : 0;
      }
      assertThat(refused).isPositive();
      HttpResponse<String> page = toy.send(toy.to("/graphiql").GET());
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(ToyServer.code(page)).isEqualTo("RATE_LIMITED");
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(toy.ask(known, ME).statusCode()).as("who was let in before").isEqualTo(200);
    }
  }

  @Test
  void addressesAreForgottenBeforeTheyFillTheMemory() {
    Buckets<String> buckets = new Buckets<>(5, 1);
    for (int i = 0; i < 300_000; i++) {
      buckets.take("2001:db8::" + i, 1);
    }
    assertThat(buckets.size()).isLessThanOrEqualTo(100_000);
  }
}
