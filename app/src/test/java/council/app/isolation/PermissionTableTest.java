package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import council.app.isolation.PermissionTable.Cell;
import council.app.isolation.PermissionTable.Verdict;
import council.graphql.read.GlobalId;
import council.graphql.schema.Requires;
import council.platform.identity.Role;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/permissions.csv} says what each actor may do with each field; here every cell is
 * tried over HTTP. A field that is new, or a verdict that is another, is a difference until
 * somebody has the file written anew and it has been reviewed.
 */
final class PermissionTableTest {
  private final World world = World.shared();
  private final Surveyed surveyed = Surveyed.of(world);
  private final Inputs inputs = Inputs.forMutations(world, surveyed, 7);
  private final Owners owners = new Owners(world);

  @Test
  void everyActorMayDoWhatTheTableSaysAndNothingElse() {
    Map<Cell, Verdict> tried = new TreeMap<>();
    Map<String, Probe> fields = fields();
    new Actors(world)
        .all()
        .forEach((actor, caller) ->
            fields.forEach((field, probe) ->
                tried.put(
                    new Cell(actor, field), verdict(actor, field, probe.askNobodys(caller)))));
    if (Boolean.getBoolean("council.permissions.update")) {
      PermissionTable.write(tried);
    }
    assertThat(tried)
        .as(
            "What was tried, against %s; where the difference is meant, run this test with"
                + " -Dcouncil.permissions.update=true and have the change reviewed",
            PermissionTable.FILE)
        .containsExactlyInAnyOrderEntriesOf(PermissionTable.read());
  }

  /**
   * One operation for each root field, each type with ids, each field with a permission of its own.
   */
  private Map<String, Probe> fields() {
    Map<String, Probe> fields = new TreeMap<>();
    world.api().queries().stream()
        .filter(field -> !field.getName().equals("node"))
        .forEach(field -> fields.put("Query." + field.getName(), probe("query", field)));
    world
        .api()
        .mutations()
        .forEach(field -> fields.put("Mutation." + field.getName(), probe("mutation", field)));
    for (GraphQLObjectType type : world.api().nodeTypes()) {
      fields.put(type.getName(), node(type, "id"));
    }
    for (GraphQLObjectType type :
        world.api().objects(t -> !List.of("Query", "Mutation").contains(t.getName()))) {
      type.getFieldDefinitions().stream()
          .filter(
              field -> Requires.permissionOf(field).isPresent() || isPersonalOfNode(type, field))
          .forEach(
              field -> fields.put(type.getName() + "." + field.getName(), nested(type, field)));
    }
    return fields;
  }

  private static boolean isPersonalOfNode(GraphQLObjectType type, GraphQLFieldDefinition field) {
    return Api.isNode(type) && Api.isPersonal(field);
  }

  private Probe nested(GraphQLObjectType type, GraphQLFieldDefinition field) {
    assertThat(Api.isNode(type))
        .as(
            "%s.%s has a permission of its own, but its type has no id by which it is reached",
            type.getName(), field.getName())
        .isTrue();
    return node(type, field.getName() + leaf(field));
  }

  private Probe node(GraphQLObjectType type, String selection) {
    GraphQLFieldDefinition node = world.api().query().getFieldDefinition("node");
    String nobodys = new GlobalId(type.getName(), UUID.randomUUID()).encoded();
    return Probe.of(
        "query",
        node,
        Map.of(node.getArgument("id"), Inputs.idLike(nobodys)),
        "{ ... on %s { %s } }".formatted(type.getName(), selection));
  }

  private Probe probe(String operation, GraphQLFieldDefinition field) {
    Map<GraphQLArgument, Inputs.Given> arguments = new LinkedHashMap<>();
    for (GraphQLArgument argument : field.getArguments()) {
      if (Selection.isRequired(argument)) {
        arguments.put(argument, inputs.of(argument, argument.getType(), 0));
      }
    }
    return Probe.of(operation, field, arguments, leaf(field));
  }

  private static String leaf(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType
        ? " { __typename }"
        : "";
  }

  private Verdict verdict(String actor, String field, Caller.Answer answer) {
    return switch (answer.code()) {
      case "FORBIDDEN" -> Verdict.FORBIDDEN;
      case "UNAUTHENTICATED" -> Verdict.UNAUTHENTICATED;
      case "MODULE_NOT_ENABLED" -> Verdict.MODULE_NOT_ENABLED;
      case "PURPOSE_REQUIRED" -> Verdict.PURPOSE_REQUIRED;
      case "PURPOSE_NOT_ALLOWED" -> Verdict.PURPOSE_NOT_ALLOWED;
      default -> {
        assertThat(answer.json().has("data"))
            .as("%s was not let as far as %s: %s", actor, field, answer.body())
            .isTrue();
        yield actor.equals(Role.PROVIDER_USER.code()) && answersOwnRows(field)
            ? Verdict.OWN_ROWS
            : Verdict.ALLOWED;
      }
    };
  }

  /** {@link ProviderUserTest} holds the rows themselves against their owners. */
  private boolean answersOwnRows(String field) {
    String type = field.contains(".") ? answered(field) : field;
    return world.api().findDeclaration(type).isPresent()
        && owners.visibility(type) == Owners.Visibility.OWN;
  }

  private String answered(String field) {
    if (!field.startsWith("Query.")) {
      return "";
    }
    GraphQLFieldDefinition definition =
        world.api().query().getFieldDefinition(field.substring("Query.".length()));
    String name = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType())).getName();
    return name.replaceFirst("Connection$", "");
  }
}
