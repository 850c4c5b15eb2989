package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.identity.Role;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one council has, asked for by people of another: ids, references and codes are worth what
 * invented ones are worth, in every byte of the answer and every round trip to the database.
 */
final class ReplayTest {
  private static final int TEXTS_EACH = Boolean.getBoolean("council.test.long") ? 40 : 4;
  private final World world = World.shared();
  private final Surveyed surveyed = Surveyed.of(world);
  private final Inputs inputs = Inputs.forQueries(surveyed);

  @Test
  void introspectionShowsEveryFieldThatIsComposed() {
    for (GraphQLObjectType type : world.api().objects(type -> true)) {
      assertThat(world.api().shownFields(type.getName()))
          .as(type.getName())
          .containsExactlyInAnyOrderElementsOf(
              type.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList());
    }
  }

  @Test
  void everyQueryFieldAnswersAsIfTheVictimWereNotThere() {
    List<String> differences = new ArrayList<>();
    for (Caller caller : world.strangers()) {
      int texts = caller.name().startsWith(Role.AUDITOR.code()) ? TEXTS_EACH : 1;
      probes(MutationReplayTest.withoutPersonal(world.permissionsOf(caller)), texts)
          .forEach(probe -> differences.addAll(probe.differences(caller, world.wire())));
    }
    assertThat(differences).isEmpty();
  }

  /** Otherwise the net could hang in the air: the victim's own people do see a difference. */
  @Test
  void theVictimItselfSeesTheDifferenceInEveryFieldThatTakesAnId() {
    Set<String> seen = new TreeSet<>();
    Set<String> tried = new TreeSet<>();
    for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN)) {
      Caller own = world.as(World.VICTIM, role);
      Set<String> permissions = MutationReplayTest.withoutPersonal(world.permissionsOf(own));
      for (Probe probe : nodeProbes(permissions).toList()) {
        String type = probe.what();
        if (council.graphql.schema.Requires.permissionOf(
                world
                    .server()
                    .instance()
                    .context()
                    .getBean(council.graphql.schema.ComposedSchema.class)
                    .schema()
                    .getObjectType(type))
            .map(permissions::contains)
            .orElse(true)) {
          tried.add(type);
          if (!probe
              .comparable(probe.askTheirs(own))
              .equals(probe.comparable(probe.askNobodys(own)))) {
            seen.add(type);
          }
        }
      }
    }
    assertThat(seen).isEqualTo(tried).hasSizeGreaterThan(10);
  }

  private Stream<Probe> probes(Set<String> permissions, int texts) {
    Stream<Probe> fields =
        world.api().queries().stream().flatMap(field -> probes(field, permissions, texts).stream());
    return Stream.concat(fields, nodeProbes(permissions));
  }

  /** {@code node(id:)} for each type that has ids, with all fields of the type. */
  private Stream<Probe> nodeProbes(Set<String> permissions) {
    GraphQLFieldDefinition node = world.api().query().getFieldDefinition("node");
    return world.api().nodeTypes().stream()
        .map(type -> {
          String selection = new Selection(world.api(), permissions, 1).of(type, 1);
          Probe probe =
              Probe.of(
                  "query",
                  node,
                  Map.of(node.getArgument("id"), Inputs.idLike(surveyed.victimsId(type.getName()))),
                  "{ __typename ... on %s %s }".formatted(type.getName(), selection));
          return new Probe(type.getName(), probe.document(), probe.given());
        });
  }

  private List<Probe> probes(GraphQLFieldDefinition field, Set<String> permissions, int texts) {
    List<Probe> probes = new ArrayList<>();
    for (GraphQLArgument argument : field.getArguments()) {
      String scalar =
          ((graphql.schema.GraphQLNamedType) GraphQLTypeUtil.unwrapAll(argument.getType()))
              .getName();
      switch (scalar) {
        case "ID" ->
            world.api().nodeTypes().stream()
                .filter(type -> texts > 1 || isAnswered(field, type))
                .forEach(type ->
                    probes.add(
                        probe(
                            field,
                            argument,
                            Inputs.idLike(surveyed.victimsId(type.getName())),
                            permissions)));
        case "String", "Code" -> {
          if (!argument.getName().equals("after")) {
            int tried = Math.min(texts, inputs.texts(argument.getName()).size());
            for (int i = 0; i < tried; i++) {
              probes.add(
                  probe(field, argument, inputs.of(argument, argument.getType(), i), permissions));
            }
          }
        }
        default -> {}
      }
    }
    return probes;
  }

  private static boolean isAnswered(GraphQLFieldDefinition field, GraphQLObjectType type) {
    String answered =
        ((graphql.schema.GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
    return answered.replaceFirst("Connection$", "").equals(type.getName());
  }

  private Probe probe(
      GraphQLFieldDefinition field,
      GraphQLArgument tried,
      Inputs.Given given,
      Set<String> permissions) {
    Map<GraphQLArgument, Inputs.Given> arguments = new LinkedHashMap<>();
    for (GraphQLArgument argument : field.getArguments()) {
      if (argument == tried) {
        arguments.put(argument, given);
      } else if (Selection.isRequired(argument)) {
        arguments.put(
            argument, Inputs.Given.same(inputs.of(argument, argument.getType(), 0).nobodys()));
      }
    }
    return Probe.of(
        "query",
        field,
        arguments,
        new Selection(world.api(), permissions, 1).of(field.getType(), 50));
  }

  /** A cursor is a place in an order: the stranger's own rows stand behind it, and nothing else. */
  @Test
  void aCursorOfTheVictimIsWorthWhatAnInventedOneIsWorth() {
    List<String> differences = new ArrayList<>();
    for (Caller caller : world.strangers()) {
      Set<String> permissions = MutationReplayTest.withoutPersonal(world.permissionsOf(caller));
      for (GraphQLFieldDefinition field : world.api().queries()) {
        GraphQLArgument after = field.getArgument("after");
        if (after != null && Api.allows(permissions, field)) {
          for (String cursor : surveyed.cursorsOf(field)) {
            differences.addAll(
                probe(field, after, CursorForms.besideNobody(cursor), permissions)
                    .differences(caller, world.wire()));
          }
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void aCursorOfAnotherListIsRefusedWhoeverItIsOf() {
    Caller caller = world.as(World.STRANGER, Role.AUDITOR);
    Set<String> permissions = MutationReplayTest.withoutPersonal(world.permissionsOf(caller));
    List<GraphQLFieldDefinition> lists =
        world.api().queries().stream()
            .filter(field -> field.getArgument("after") != null && Api.allows(permissions, field))
            .toList();
    for (GraphQLFieldDefinition list : lists) {
      for (GraphQLFieldDefinition other : lists) {
        if (Walk.object(list) != Walk.object(other) && !surveyed.cursorsOf(other).isEmpty()) {
          Inputs.Given given = CursorForms.besideNobody(surveyed.cursorsOf(other).getFirst());
          Probe probe = probe(list, list.getArgument("after"), given, permissions);
          assertThat(probe.differences(caller, world.wire())).isEmpty();
          assertThat(probe.askTheirs(caller).code()).as(probe.what()).isEqualTo("BAD_REQUEST");
        }
      }
    }
  }
}
