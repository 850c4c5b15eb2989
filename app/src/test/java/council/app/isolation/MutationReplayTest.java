package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What one council has, named in the mutations of another: refused as what does not exist, and
 * nothing of the victim is changed by anything that a stranger sends.
 */
final class MutationReplayTest {
  private static final int VARIANTS = 2;
  private static final int TRIES = 8;

  /** Who names a person is written down, found or not and refused or not. */
  private static final String LOG_OF_READS = "platform.personal_read";

  /** What the sealing of the audit writes at its time; the audit itself stands still. */
  private static final Set<String> SEALING =
      Set.of("platform.audit_seal", "platform.audit_sealed_entry", "platform.audit_unsealed");

  private final World world = World.shared();
  private final Surveyed surveyed = Surveyed.of(world);
  private final Inputs inputs = Inputs.forMutations(world, surveyed, 1);
  private final Inputs unused = Inputs.forMutations(world, surveyed, 11);

  @Test
  void everyMutationAnswersAsIfTheVictimWereNotThere() {
    List<String> differences = new ArrayList<>();
    Map<String, String> before = world.tables().fingerprints(World.VICTIM);
    int turn = 0;
    for (Caller caller : world.strangers()) {
      Set<String> permissions = world.permissionsOf(caller);
      // The values change from caller to caller: a field that several may ask has them all.
      int variant = turn++ % VARIANTS;
      for (GraphQLFieldDefinition field : world.api().mutations()) {
        if (Api.allows(permissions, field)) {
          differences.addAll(differences(caller, field, permissions, variant));
        }
      }
    }
    assertThat(differences).isEmpty();
    Map<String, String> after = world.tables().fingerprints(World.VICTIM);
    SEALING.forEach(table -> {
      assertThat(before.remove(table)).isNotNull();
      after.remove(table);
    });
    assertThat(after).isEqualTo(before);
  }

  /**
   * Otherwise the inputs could be refused for their form, before anything is looked up: whoever
   * adds a mutation whose input cannot be made from its types is told so here.
   */
  @Test
  void everyMutationIsTriedWithAnInputThatIsWellFormed() {
    for (Caller caller : world.strangers()) {
      Set<String> permissions = world.permissionsOf(caller);
      for (GraphQLFieldDefinition field : world.api().mutations()) {
        if (Api.allows(permissions, field)) {
          Probe probe = probe(unused, field, permissions, 0);
          Caller.Answer answer = probe.askNobodys(caller);
          assertThat(misformed(answer))
              .as(
                  "%s: no valid input can be made for it from its types; add what its input type,"
                      + " scalar or argument name needs to Inputs.BY_NAME or Inputs.BY_SCALAR. Sent"
                      + " %s, answered %s",
                  field.getName(), probe.given(), answer.body())
              .isEmpty();
        }
      }
    }
  }

  private static List<String> misformed(Caller.Answer answer) {
    List<String> codes = new ArrayList<>();
    for (JsonNode error : answer.json().path("errors")) {
      String code = error.path("extensions").path("code").asText();
      if (code.equals("BAD_REQUEST") || code.equals("INTERNAL")) {
        codes.add(code);
      }
    }
    for (String code : answer.data().findValuesAsText("code")) {
      if (List.of("BAD_INPUT", "BAD_ID", "WRONG_ID_TYPE", "BAD_IDEMPOTENCY_KEY").contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  private List<String> differences(
      Caller caller, GraphQLFieldDefinition field, Set<String> permissions, int variant) {
    List<String> found = List.of();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Probe probe = probe(inputs, field, permissions, variant);
      Map<String, String> before = world.tables().versions();
      CountedWire.Traffic start = world.wire().traffic();
      Caller.Answer theirs = probe.askTheirs(caller);
      CountedWire.Traffic forTheirs = world.wire().traffic().since(start);
      Map<String, String> between = world.tables().versions();
      CountedWire.Traffic middle = world.wire().traffic();
      Caller.Answer nobodys = probe.askNobodys(caller);
      CountedWire.Traffic forNobodys = world.wire().traffic().since(middle);
      found = new ArrayList<>();
      if (!probe.comparable(theirs).equals(probe.comparable(nobodys))) {
        found.add(probe.told(caller, probe.comparable(theirs), probe.comparable(nobodys)));
      }
      if (isRefused(theirs, field) && !changed(before, between).isEmpty()) {
        found.add(probe.what() + " is refused and changes " + changed(before, between));
      }
      if (!forTheirs.equals(forNobodys)) {
        found.add(probe.told(caller, forTheirs.toString(), forNobodys.toString()));
      }
      // What runs beside, such as jobs, does so now and then; a leak shows each time.
      if (found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static boolean isRefused(Caller.Answer answer, GraphQLFieldDefinition field) {
    return answer.json().has("errors")
        || !answer.data().path(field.getName()).path("problems").isEmpty();
  }

  private static Map<String, String> changed(
      Map<String, String> before, Map<String, String> after) {
    Map<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
    changed.remove(LOG_OF_READS);
    return changed;
  }

  /** Reading about people is itself written down, so it would show in the next answer. */
  static Set<String> withoutPersonal(Set<String> permissions) {
    Set<String> others = new java.util.TreeSet<>(permissions);
    others.remove(council.platform.personal.PersonalPermissions.READ);
    return others;
  }

  private Probe probe(
      Inputs inputs, GraphQLFieldDefinition field, Set<String> permissions, int variant) {
    Map<GraphQLArgument, Inputs.Given> arguments = new LinkedHashMap<>();
    for (GraphQLArgument argument : field.getArguments()) {
      arguments.put(argument, inputs.of(argument, argument.getType(), variant));
    }
    return Probe.of(
        "mutation",
        field,
        arguments,
        new Selection(world.api(), withoutPersonal(permissions), 1).of(field.getType(), 1));
  }
}
