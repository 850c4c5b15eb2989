package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.graphql.read.GlobalId;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A provider's users see rows of their provider, all of them, and no trace of any other. */
final class ProviderUserTest {
  private static final int PAGE = 7;
  private final World world = World.shared();
  private final Owners owners = new Owners(world);

  @Test
  void noFieldOfTheApiAnswersARowOfAnotherProvider() {
    int objects = 0;
    for (String council : List.of(World.VICTIM, World.STRANGER)) {
      Caller caller = world.asProvider(council, world.aProviderOf(council));
      UUID provider = providerOf(caller);
      List<String> strangers = new ArrayList<>();
      int[] seen = new int[1];
      new Walk(world, caller, 3, 100, 20)
          .forEachAnswer((field, answer) -> {
            assertThat(answer.json().has("errors")).as(field + " " + answer.body()).isFalse();
            seen[0] += answer.json().findValues("id").size();
            owners
                .strangersIn(answer.data(), council, provider)
                .forEach(row -> strangers.add(field + " answers " + row));
          });
      assertThat(strangers).as(caller.name()).isEmpty();
      objects += seen[0];
    }
    assertThat(objects).isGreaterThan(100);
  }

  /** Neither a count nor a page that ends early nor a cursor tells that there are other rows. */
  @Test
  void countsAndPagesAreThoseOfTheOwnRowsAlone() {
    String council = World.VICTIM;
    Caller caller = world.asProvider(council, world.aProviderOf(council));
    Set<String> permissions = world.permissionsOf(caller);
    UUID provider = providerOf(caller);
    int tried = 0;
    for (GraphQLFieldDefinition field : world.api().queries()) {
      String type = listed(field);
      if (!type.isEmpty()
          && Api.allows(permissions, field)
          && owners.visibility(type) == Owners.Visibility.OWN) {
        assertThat(idsByPages(caller, field))
            .as(field.getName())
            .isEqualTo(owners.idsOf(type, council, provider));
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(4);
  }

  private static String listed(GraphQLFieldDefinition field) {
    return field.getArgument("first") == null
        ? ""
        : Walk.object(field).getName().replaceFirst("Connection$", "");
  }

  private Set<String> idsByPages(Caller caller, GraphQLFieldDefinition field) {
    Set<String> ids = new TreeSet<>();
    GraphQLObjectType connection = Walk.object(field);
    String document =
        "query($after: String) { %s(first: %d, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }"
            .formatted(field.getName(), PAGE);
    assertThat(connection.getFieldDefinition("totalCount")).isNotNull();
    Map<String, Object> variables = new java.util.HashMap<>();
    while (true) {
      JsonNode page = caller.ask(document, variables).data().path(field.getName());
      page.path("edges").forEach(edge -> ids.add(edge.path("node").path("id").asText()));
      if (!page.path("pageInfo").path("hasNextPage").asBoolean()) {
        assertThat(page.path("totalCount").asInt()).as(field.getName()).isEqualTo(ids.size());
        return ids;
      }
      assertThat(page.path("edges")).as(field.getName()).hasSize(PAGE);
      variables.put("after", page.path("pageInfo").path("endCursor").asText());
    }
  }

  private static UUID providerOf(Caller caller) {
    JsonNode me = caller.ask("{ me { providers { id } } }", Map.of()).data().path("me");
    return GlobalId.get("id", me.path("providers").path(0).path("id").asText()).id();
  }
}
