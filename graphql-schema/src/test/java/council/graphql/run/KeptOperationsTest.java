package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import council.graphql.schema.ComposedSchema;
import council.graphql.toy.ToyCouncils;
import graphql.normalized.ExecutableNormalizedOperation;
import io.micronaut.context.ApplicationContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What stays in memory once a request is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptOperationsTest {
  private static final String FACADE = "query($fail: String) { summary(fail: $fail) { council } }";
  private static final String LIST =
      "query($titles: [String!]) { books(titles: $titles) { totalCount } }";
  private ApplicationContext context;
  private Documents documents;
  private Operations operations;

  @BeforeAll
  void start() {
    context = ApplicationContext.run(ToyCouncils.create().database().properties(), "test");
    ComposedSchema schema = context.getBean(ComposedSchema.class);
    GraphqlLimits limits = context.getBean(GraphqlLimits.class);
    documents = new Documents(schema, limits);
    operations = new Operations(schema, limits);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private ExecutableNormalizedOperation prepared(String query, Map<String, Object> variables) {
    return operations
        .prepare(
            documents.get(query).entry().getDocument(),
            new GraphqlRequest(query, null, variables),
            true)
        .operation();
  }

  private boolean isKept(String query, Map<String, Object> variables) {
    ExecutableNormalizedOperation first = prepared(query, variables);
    return prepared(query, variables) == first;
  }

  @Test
  void operationsOfOneShapeShareTheWork() {
    assertThat(isKept(FACADE, Map.of("fail", "no"))).isTrue();
    assertThat(prepared(LIST, Map.of("titles", List.of("Alpha"))))
        .isSameAs(prepared(LIST, Map.of("titles", List.of("Beta"))));
  }

  @Test
  void largeValuesOfVariablesAreNotKept() {
    assertThat(isKept(FACADE, Map.of("fail", "x".repeat(5_000)))).isFalse();
    List<String> many = Collections.nCopies(1_000, "Alpha");
    assertThat(isKept(LIST, Map.of("titles", many))).isFalse();
  }

  @Test
  void longAndBrokenDocumentsAreNotKept() {
    String query = "{ tenant { id } }";
    String invalid = "{ nothing }";
    String padded = query + " ".repeat(20_000);
    assertThat(documents.get(query)).isSameAs(documents.get(query));
    assertThat(documents.get(padded)).isNotSameAs(documents.get(padded));
    assertThat(documents.get(invalid)).isNotSameAs(documents.get(invalid));
    assertThat(isKept(padded, Map.of())).isFalse();
  }

  @Test
  void whatWasNotAskedForLongestGoesOnceAllIsTooHeavy() {
    Recent<String, String> recent = new Recent<>(10);
    recent.put("a", "A", 4);
    recent.put("b", "B", 4);
    assertThat(recent.get("a")).isEqualTo("A");
    recent.put("c", "C", 4);
    assertThat(recent.get("b")).isNull();
    assertThat(recent.get("a")).isEqualTo("A");
    recent.put("c", "C", 6);
    assertThat(recent.get("a")).isEqualTo("A");
    recent.put("d", "D", 11);
    assertThat(recent.get("d")).isNull();
    assertThat(recent.get("a")).isNull();
  }
}
