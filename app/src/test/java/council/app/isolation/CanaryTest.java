package council.app.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import council.app.cli.CouncilCommandLine;
import council.graphql.read.ReadDeclaration;
import council.graphql.read.ReadField;
import council.graphql.schema.Requires;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Values that stand in one council's columns and nowhere else come up nowhere else: in no answer,
 * no error, no export, no line of the log and no row of another council.
 */
final class CanaryTest {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final String HOSTS = "platform.tenant.manage";
  private final World world = World.shared();

  @Test
  void noColumnIsLeftWithoutACanaryUnlessTheDatabaseForbidsIt() {
    // Reasons are codes and figures alone: any other word in them would be refused by their reader.
    assertThat(world.canaries().bare()).allMatch(column -> column.endsWith(".reasons text"));
    assertThat(world.canaries().canaries()).hasSizeGreaterThan(130);
  }

  /** Otherwise nothing would be proved: the victim's own people come upon them. */
  @Test
  void theVictimSeesItsCanariesInEveryFieldThatIsAColumn() {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    for (GraphQLObjectType type : world.api().nodeTypes()) {
      String answers = victimsAnswers(type);
      ReadDeclaration declared = world.api().findDeclaration(type.getName()).orElseThrow();
      String table = declared.table().getSchema().getName() + "." + declared.table().getName();
      declared
          .fields()
          .forEach((field, how) -> {
            if (how instanceof ReadField.Column(var column)) {
              world.canaries().canaries().stream()
                  .filter(canary -> canary.column().equals(table + "." + column.getName()))
                  .filter(canary -> !answers.contains(canary.needle()))
                  .forEach(canary ->
                      missing.computeIfAbsent(type.getName(), t -> new TreeSet<>()).add(field));
            }
          });
    }
    // What the operator alone may see is the host's and no council's.
    world.api().nodeTypes().stream()
        .filter(type -> Requires.permissionOf(type).map(HOSTS::equals).orElse(false))
        .forEach(type -> missing.remove(type.getName()));
    assertThat(missing).isEmpty();
  }

  private String victimsAnswers(GraphQLObjectType type) {
    StringBuilder answers = new StringBuilder();
    String id = Surveyed.of(world).victimsId(type.getName());
    for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN)) {
      Caller own = world.as(World.VICTIM, role);
      Set<String> permissions = world.permissionsOf(own);
      String selection = new Selection(world.api(), permissions, 1).of(type, 1);
      answers.append(
          own.ask(
                  "query($id: ID!) { node(id: $id) { ... on %s %s } }"
                      .formatted(type.getName(), selection),
                  Map.of("id", id))
              .body());
    }
    return answers.toString();
  }

  @Test
  void noAnswerNoErrorNoLogAndNoRowOfAnotherCouncilHoldsOne() {
    List<String> leaks = new ArrayList<>();
    Set<String> victimsIds = victimsIds();
    try (ServerLog log = ServerLog.open()) {
      for (Caller caller : world.strangers()) {
        int links = caller.name().startsWith(Role.AUDITOR.code()) ? 3 : 2;
        new Walk(world, caller, links, 100, 50)
            .forEachAnswer((field, answer) ->
                leaks.addAll(leaks(caller + " by " + field, answer.body(), victimsIds)));
        for (String provoking : Provocations.documents()) {
          leaks.addAll(
              leaks(
                  caller + " by " + provoking, caller.ask(provoking, Map.of()).body(), victimsIds));
        }
      }
      leaks.addAll(leaks("the log", log.text(), Set.of()));
    }
    world
        .tables()
        .texts(World.STRANGER)
        .forEach((table, rows) -> leaks.addAll(leaks("rows of " + table, rows, victimsIds)));
    assertThat(leaks).isEmpty();
  }

  @Test
  void noExportOfAnotherCouncilHoldsOne() {
    String token = world.as(World.STRANGER, Role.AUDITOR).token();
    Set<String> victimsIds = victimsIds();
    List<String> names = new ArrayList<>();
    ServiceLoader.load(CouncilModule.class)
        .forEach(module -> module.datasets().forEach(set -> names.add(set.name())));
    assertThat(names).hasSizeGreaterThan(3);
    for (String name : names) {
      for (String format : List.of("csv", "json")) {
        String printed =
            CouncilCommandLine.print(
                "export",
                World.STRANGER,
                name,
                "--url",
                world.server().url(),
                "--token",
                String.valueOf(token),
                "--format",
                format);
        assertThat(leaks("the export " + name, printed, victimsIds)).isEmpty();
      }
    }
  }

  /** Ids of all rows of the victim, as they stand in the database. */
  private Set<String> victimsIds() {
    Set<String> ids = new TreeSet<>();
    world
        .tables()
        .texts(World.VICTIM)
        .values()
        .forEach(rows -> {
          Matcher id = UUID_TEXT.matcher(rows);
          while (id.find()) {
            ids.add(id.group());
          }
        });
    // Such as that of the host when it acts by itself: a constant of the program.
    ids.removeIf(known -> known.startsWith("00000000-0000-0000-0000-"));
    // The host's operators do the same for several councils, and each council's audit says so.
    world
        .tables()
        .query(
            "select id::text from platform.principal where tenant_id = 'platform'",
            List.of(),
            row -> ids.remove(row.getString(1)));
    return ids;
  }

  private List<String> leaks(String where, String text, Set<String> victimsIds) {
    List<String> leaks = new ArrayList<>();
    world
        .canaries()
        .in(text)
        .forEach(canary ->
            leaks.add("%s of %s shows in %s".formatted(canary.needle(), canary.column(), where)));
    Matcher id = UUID_TEXT.matcher(OpaqueIds.opened(text));
    while (id.find()) {
      if (victimsIds.contains(id.group())) {
        leaks.add("the id %s shows in %s".formatted(id.group(), where));
      }
    }
    return leaks;
  }
}
