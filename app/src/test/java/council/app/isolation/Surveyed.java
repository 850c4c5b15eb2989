package council.app.isolation;

import council.graphql.read.GlobalId;
import council.graphql.read.ReadDeclaration;
import council.platform.identity.Role;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the victim's people and the stranger's people each know, collected as they would. */
final class Surveyed {
  private static @Nullable Surveyed shared;
  private final World world;
  private final KnownValues victim = new KnownValues();
  private final KnownValues stranger = new KnownValues();
  private final Map<String, String> twins = new HashMap<>();
  private final Set<String> typed = new HashSet<>();

  private Surveyed(World world) {
    this.world = world;
  }

  static synchronized Surveyed of(World world) {
    Surveyed known = shared;
    if (known == null) {
      known = new Surveyed(world);
      known.survey();
      shared = known;
    }
    return known;
  }

  private void survey() {
    for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN)) {
      Caller own = world.as(World.VICTIM, role);
      new Walk(world, own, 1, 1, 5).forEachAnswer((field, answer) -> victim.add(answer.data()));
      askForTwins(own);
      new Walk(world, world.as(World.STRANGER, role), 1, 100, 50)
          .forEachAnswer((field, answer) -> stranger.add(answer.data()));
    }
    new Walk(world, world.as("platform", Role.PLATFORM_OPERATOR), 1, 100, 50)
        .forEachAnswer((field, answer) -> stranger.add(answer.data()));
  }

  /** The rows with canaries, each with all its fields. */
  private void askForTwins(Caller own) {
    Set<String> permissions = world.permissionsOf(own);
    for (GraphQLObjectType type : world.api().nodeTypes()) {
      String id = victimsId(type.getName());
      String selection = new Selection(world.api(), permissions, 2).of(type, 1);
      Caller.Answer answer =
          own.ask(
              "query($id: ID!) { node(id: $id) { ... on %s %s } }"
                  .formatted(type.getName(), selection),
              Map.of("id", id));
      if (!answer.code().isEmpty() && !answer.code().equals("FORBIDDEN")) {
        throw new AssertionError(
            "%s asked for %s and was answered %s".formatted(own, type.getName(), answer.body()));
      }
      victim.add(answer.data());
    }
  }

  KnownValues victim() {
    return victim;
  }

  /** Texts that mutations of the stranger's people have brought in since. */
  Set<String> typed() {
    return typed;
  }

  KnownValues stranger() {
    return stranger;
  }

  /** Id of a row of the victim's behind a type; of the one with canaries, where there is one. */
  String victimsId(String type) {
    return twins.computeIfAbsent(type, this::findId);
  }

  private String findId(String type) {
    String table =
        world
            .api()
            .findDeclaration(type)
            .map(ReadDeclaration::table)
            .map(t -> t.getSchema().getName() + "." + t.getName())
            .orElseThrow(() ->
                new AssertionError(
                    type + " is a Node without a declaration: node(id:) cannot answer it"));
    var twin = world.canaries().twins().get(table);
    if (twin != null) {
      return new GlobalId(type, UUID.fromString(twin.path("id").asText())).encoded();
    }
    String[] id = new String[1];
    world
        .tables()
        .query(
            "select id::text from %s where tenant_id = ? limit 1".formatted(table),
            List.of(World.VICTIM),
            row -> id[0] = row.getString(1));
    return new GlobalId(type, UUID.fromString(id[0])).encoded();
  }

  /** Cursors of the victim's that fit a list. */
  List<String> cursorsOf(GraphQLFieldDefinition list) {
    GraphQLObjectType edge =
        (GraphQLObjectType)
            graphql.schema.GraphQLTypeUtil.unwrapAll(
                Walk.object(list).getFieldDefinition("edges").getType());
    return victim.cursors(edge.getName().replaceFirst("Edge$", "")).stream().limit(2).toList();
  }
}
