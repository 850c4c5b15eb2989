package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.graphql.toy.ToyCouncils;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Short operations that would cost a lot, and values that nobody means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileOperationsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private final Actor everything = ToyCouncils.actor("north");
  private final ToyCouncils councils = ToyCouncils.create();
  private ApplicationContext context;
  private GraphqlService service;

  @BeforeAll
  void start() {
    context = ApplicationContext.run(councils.database().properties(), "test");
    service = context.getBean(GraphqlService.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private JsonNode run(String query, Map<String, Object> variables) {
    return run(everything, query, variables);
  }

  private JsonNode run(Actor actor, String query, Map<String, Object> variables) {
    GraphqlRequest request = new GraphqlRequest(query, null, variables);
    return new ObjectMapper().valueToTree(service.run(actor, request, false).body());
  }

  private void assertLimit(String query, Limit limit) {
    JsonNode answer = assertTimeoutPreemptively(SOON, () -> run(query, Map.of()));
    JsonNode told = answer.at("/errors/0/extensions");
    assertThat(told.path("code").asText()).as(answer.toString()).isEqualTo(limit.code());
    assertThat(told.path("limit").asText()).isEqualTo(limit.word());
    assertThat(told.path("actual").asLong()).isGreaterThan(told.path("maximum").asLong());
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
    assertLimit(doubling(25, "...F%d", "...F%d", "id"), Limit.FIELDS);
    assertLimit(doubling(70, "...F%d", "... { ...F%d }", "id"), Limit.FIELDS);
    assertLimit(doubling(60, "...F%d", "...F%d", "x: id"), Limit.FIELDS);
    assertLimit(
        "{ tenant { id } }" + doubling(60, "...F%d", "...F%d", "id").substring(20), Limit.FIELDS);
  }

  @Test
  void aliasesInFragmentsAreCountedAsOftenAsTheyAreSpread() {
    assertLimit(doubling(9, "...F%d", "...F%d", "a: id b: id"), Limit.ALIASES);
  }

  @Test
  void fragmentsInModerationAreAnswered() {
    JsonNode answer = run(doubling(8, "...F%d", "...F%d", "id"), Map.of());
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
  }

  @Test
  void fragmentsInACircleAreRefused() {
    JsonNode answer =
        run(
            "{ tenant { ...A } } fragment A on Tenant { ...B ...B } fragment B on Tenant { ...A }",
            Map.of());
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
    assertLimit("{ tenant " + "{ a ".repeat(1500) + "}".repeat(1501), Limit.GRAMMAR);
    assertLimit("{ tenant { id } } #" + "x".repeat(1_100_000), Limit.CHARACTERS);
    assertLimit(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        Limit.INTROSPECTION);
  }

  private void assertBadRequest(JsonNode answer, String... told) {
    assertThat(answer.at("/errors/0/extensions/code").asText())
        .as(answer.toString())
        .isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/errors/0/message").asText()).contains(told);
  }

  @Test
  void daysAndInstantsBeyondWhatCouncilsDealWithAreRefused() {
    String listed = "query($day: Date) { authors(born: $day) { totalCount } }";
    for (String day :
        List.of("+10000-01-10", "+999999999-12-31", "-0043-03-15", "2201-01-01", "1899-12-31")) {
      assertBadRequest(run(listed, Map.of("day", day)), "'day'", "1900 to 2200");
      assertBadRequest(
          run("{ authors(born: \"" + day + "\") { totalCount } }", Map.of()),
          "'born'",
          "1900 to 2200");
    }
    assertThat(run(listed, Map.of("day", "2200-12-31")).has("errors")).isFalse();
    assertThat(run(listed, Map.of("day", "1900-01-01")).has("errors")).isFalse();
    assertBadRequest(
        run("{ auditEntries(from: \"+10000-01-10T00:00:00Z\") { totalCount } }", Map.of()),
        "'from'",
        "1900 to 2200");
  }

  @Test
  void aRowWithADayOfAnyYearDoesNotFailItsList() throws SQLException {
    update(
        "insert into toy.author (tenant_id, id, name, born) values ('south', ?, '0',"
            + " '10000-01-10')");
    JsonNode answer =
        run(
            ToyCouncils.actor("south"),
            "{ authors(first: 1, orderBy: NAME_ASC) { nodes { born greeting } edges { cursor } } }",
            Map.of());
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/authors/nodes/0/born").asText()).isEqualTo("+10000-01-10");
  }

  @Test
  void longTextsToFilterByAreRefused() {
    assertBadRequest(
        run("{ providers(nameContains: \"" + "x".repeat(201) + "\") { totalCount } }", Map.of()),
        "Argument nameContains may have at most 200 characters, but was given 201.");
    String listed = "query($titles: [String!]) { books(titles: $titles) { totalCount } }";
    assertBadRequest(
        run(listed, Map.of("titles", List.of("short", "x".repeat(201)))), "Argument titles");
    assertThat(run(listed, Map.of("titles", List.of("x".repeat(200)))).has("errors")).isFalse();
  }

  @Test
  void aUserOfAConsortiumIsAnsweredWithoutItsHiddenMembers() throws SQLException {
    UUID consortium = provider("CONSORTIUM");
    UUID member = provider("ORGANISATION");
    update(
        "insert into platform.consortium_member (tenant_id, id, consortium_id, member_id)"
            + " values ('north', ?, ?, ?)",
        consortium,
        member);
    String query = "{ providers { nodes { reference members { provider { id } } } } }";
    Actor user =
        new Actor(
            "north",
            everything.principalId(),
            "user",
            Set.of(Role.PROVIDER_USER),
            everything.permissions(),
            Set.of(consortium));
    JsonNode answer = run(user, query, Map.of());
    assertThat(answer.toString())
        .isEqualTo(
            "{\"data\":{\"providers\":{\"nodes\":[{\"reference\":\"CONSORTIUM\","
                + "\"members\":[{\"provider\":null}]}]}}}");
    assertThat(run(query, Map.of()).findValues("provider").getFirst().has("id")).isTrue();
  }

  private UUID provider(String form) throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = councils.database().connectAsSuperuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into platform.provider (tenant_id, id, reference, name, form)"
                    + " values ('north', ?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, form);
      insert.setString(3, form);
      insert.setString(4, form);
      insert.executeUpdate();
    }
    return id;
  }

  /** With a new id in front. */
  private void update(String sql, UUID... more) throws SQLException {
    try (Connection connection = councils.database().connectAsSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.randomUUID());
      for (int i = 0; i < more.length; i++) {
        statement.setObject(i + 2, more[i]);
      }
      statement.executeUpdate();
    }
  }
}
