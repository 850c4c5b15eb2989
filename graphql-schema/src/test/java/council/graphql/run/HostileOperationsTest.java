package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.toy.ToyCouncils;
import council.platform.identity.Actor;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Short operations that would cost a lot, and values that nobody means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileOperationsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private final Actor everything = ToyCouncils.actor("north");
  private ApplicationContext context;
  private GraphqlService service;

  @BeforeAll
  void start() {
    context = ApplicationContext.run(ToyCouncils.create().database().properties(), "test");
    service = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private JsonNode run(String query, Map<String, Object> variables) {
    GraphqlRequest request = new GraphqlRequest(query, null, variables);
    return new ObjectMapper().valueToTree(service.run(everything, request, false).body());
  }

  private void assertLimit(String query, String limit) {
    JsonNode answer = assertTimeoutPreemptively(SOON, () -> run(query, Map.of()));
    assertThat(answer.at("/errors/0/extensions/code").asText())
        .as(answer.toString())
        .isEqualTo("LIMIT_EXCEEDED");
    assertThat(answer.at("/errors/0/extensions/limit").asText()).isEqualTo(limit);
    assertThat(answer.has("data")).isFalse();
  }

  private static String doubling(int times, String first, String second, String last) {
    StringBuilder query = new StringBuilder("{ tenant { ...F0 } }");
    for (int i = 0; i < times; i++) {
      query.append(" fragment F%d on Tenant { ".formatted(i));
      query.append(first.formatted(i + 1)).append(' ').append(second.formatted(i + 1));
      query.append(" }");
    }
    return query.append(" fragment F%d on Tenant { %s }".formatted(times, last)).toString();
  }

  @Test
  void fragmentsThatDoubleEachOtherAreCountedAndNotExpanded() {
    assertLimit(doubling(25, "...F%d", "...F%d", "id"), "fields");
    assertLimit(doubling(400, "...F%d", "... { ...F%d }", "id"), "fields");
    assertLimit(doubling(60, "...F%d", "...F%d", "x: id"), "fields");
    assertLimit("{ tenant { id } }" + doubling(60, "...F%d", "...F%d", "id").substring(20), "fields");
  }

  @Test
  void aliasesInFragmentsAreCountedAsOftenAsTheyAreSpread() {
    assertLimit(doubling(9, "...F%d", "...F%d", "a: id b: id"), "aliases");
  }

  @Test
  void fragmentsInModerationAreAnswered() {
    JsonNode answer = run(doubling(8, "...F%d", "...F%d", "id"), Map.of());
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
  }

  @Test
  void fragmentsInACircleAreRefused() {
    JsonNode answer =
        run("{ tenant { ...A } } fragment A on Tenant { ...B ...B } fragment B on Tenant { ...A }", Map.of());
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
  }

  @Test
  void theMostThatIsExpandedIsDealtWithSoon() {
    StringBuilder query = new StringBuilder("{ tenant { ...F } } fragment F on Tenant {");
    query.append(" ...G".repeat(90)).append(" } fragment G on Tenant {");
    query.append(" id".repeat(100)).append(" }");
    JsonNode answer = assertTimeoutPreemptively(SOON, () -> run(query.toString(), Map.of()));
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
  }

  @Test
  void theParsersAndTheIntrospectionsLimitsAreLimits() {
    assertLimit("{ tenant " + "{ a ".repeat(1500) + "}".repeat(1501), "grammar");
    assertLimit("{ tenant { id } } #" + "x".repeat(1_100_000), "characters");
    assertLimit(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "introspection");
  }
}
