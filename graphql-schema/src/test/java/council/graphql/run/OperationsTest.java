package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.toy.ToyCouncils;
import council.platform.identity.Actor;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
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

  private JsonNode run(Actor actor, String query) {
    return run(actor, query, Map.of());
  }

  private JsonNode run(Actor actor, String query, Map<String, Object> variables) {
    Map<String, Object> body =
        service.run(actor, new GraphqlRequest(query, null, variables), false).body();
    return new ObjectMapper().valueToTree(body);
  }

  @Test
  void readsAPageThreeLevelsDeep() {
    JsonNode answer =
        run(
            ToyCouncils.actor("north"),
            "{ authors(first: 3) { totalCount nodes { id name born greeting initial mentor { name }"
                + " profile { text } books(first: 2, orderBy: PAGES_DESC) { totalCount"
                + " edges { cursor node { title price tags printedAt chapters { number draft } } } } } } }");
    assertThat(answer.has("errors")).isFalse();
    assertThat(answer.at("/data/authors/nodes")).hasSize(3);
    assertThat(answer.at("/data/authors/totalCount").asInt()).isEqualTo(9);
  }
}
