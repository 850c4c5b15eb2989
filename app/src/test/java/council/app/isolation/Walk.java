package council.app.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Asks, as somebody, for everything that can be asked without knowing anything. */
final class Walk {
  private static final int[] SMALLER = {10, 2};
  private final World world;
  private final Caller caller;
  private final Set<String> permissions;
  private final int links;
  private final int pages;
  private final int size;

  /**
   * @param links how many objects deep
   * @param pages how many pages of each list at most
   * @param size how many rows a page has; fewer where that would go beyond the limits
   */
  Walk(World world, Caller caller, int links, int pages, int size) {
    this.world = world;
    this.caller = caller;
    this.permissions = world.permissionsOf(caller);
    this.links = links;
    this.pages = pages;
    this.size = size;
  }

  /** Hands on every answer with the name of its field. */
  void forEachAnswer(BiConsumer<String, Caller.Answer> take) {
    for (GraphQLFieldDefinition field : world.api().queries()) {
      if (Api.allows(permissions, field)
          && field.getArguments().stream().noneMatch(Selection::isRequired)) {
        walk(field, take);
      }
    }
  }

  private void walk(GraphQLFieldDefinition field, BiConsumer<String, Caller.Answer> take) {
    if (field.getArgument("first") == null) {
      String selection = selection(field, 1, links);
      String document = "{ %s %s }".formatted(field.getName(), selection);
      take.accept(field.getName(), caller.ask(document, Map.of()));
      return;
    }
    if (walk(field, size, selection(field, size, links), take)) {
      return;
    }
    for (int smaller : SMALLER) {
      if (walk(field, smaller, selection(field, smaller, links - 1), take)) {
        return;
      }
    }
    throw new AssertionError(
        "Every page of %s goes beyond the limits, as %s".formatted(field.getName(), caller));
  }

  private String selection(GraphQLFieldDefinition field, int rows, int deep) {
    return new Selection(world.api(), permissions, deep).of(field.getType(), rows);
  }

  private boolean walk(
      GraphQLFieldDefinition field,
      int size,
      String selection,
      BiConsumer<String, Caller.Answer> take) {
    String document =
        "query($first: Int, $after: String) { %s(first: $first, after: $after) %s }"
            .formatted(field.getName(), selection);
    Map<String, Object> variables = new HashMap<>(Map.of("first", size));
    for (int page = 0; page < pages; page++) {
      Caller.Answer answer = caller.ask(document, variables);
      if (answer.code().equals("LIMIT_EXCEEDED")) {
        return false;
      }
      take.accept(field.getName(), answer);
      JsonNode info = answer.data().path(field.getName()).path("pageInfo");
      if (!info.path("hasNextPage").asBoolean()) {
        return true;
      }
      variables.put("after", info.path("endCursor").asText());
    }
    return true;
  }

  /** All that is answered, as values; a fault on the way fails the test. */
  KnownValues values() {
    KnownValues values = new KnownValues();
    forEachAnswer((field, answer) -> {
      if (answer.json().has("errors")) {
        throw new AssertionError(
            "%s asked for %s and was answered %s".formatted(caller, field, answer.body()));
      }
      values.add(answer.data());
    });
    return values;
  }

  static GraphQLObjectType object(GraphQLFieldDefinition field) {
    return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
  }
}
