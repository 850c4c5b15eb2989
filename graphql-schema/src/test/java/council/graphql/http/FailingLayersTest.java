package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every layer fails in its turn, in random company. The client is told that something failed and
 * nothing of it; nothing of a change is left; and whoever comes next meets a clean connection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingLayersTest {
  private static final long SEED = Long.getLong("council.test.seed", 20_150_601);
  private static final int ROUNDS = Boolean.getBoolean("council.test.long") ? 40 : 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no answer may hold, in lower case. */
  private static final List<String> UNTOLD =
      List.of(
          "canary",
          "exception",
          "error:",
          "java.",
          "org.",
          "council.",
          "toy.",
          "platform.",
          "select ",
          "insert ",
          "sqlstate",
          "jooq",
          "jdbc",
          "postgres",
          "psql",
          "idempotency");

  /** All that may be told of a failure. */
  private static final Set<String> MESSAGES =
      Set.of(
          "Something went wrong on our side.",
          "Somebody else changed the same thing at the same moment; try again.",
          "An argument holds a value that cannot be read.",
          "The operation took too long and was stopped.");

  private static final Map<String, String> COMPANY =
      Map.of(
          "me", "me { council label }",
          "summary", "summary { council books }",
          "authors", "authors(first: 2) { nodes { name } }",
          "books", "books(first: 3) { totalCount nodes { title price } }");

  /** What GraphQL's null rules leave of an answer. */
  private enum Left {
    /** The operation failed as a whole: there is no data. */
    NOTHING,
    /** The field that failed could not be null, nor could what is above it. */
    NULL,
    /** The field that failed is null, the rest is answered. */
    THE_REST
  }

  private record Failure(String root, Left left) {}

  private ToyServer toy;

  @BeforeAll
  void start() throws Exception {
    toy = ToyServer.start(Map.of("datasources.default.maximum-pool-size", 2));
    for (String council : List.of("north", "south")) {
      toy.update(
          "insert into toy.fault (tenant_id, id, kind) values (?, ?, 'CANARY')",
          council,
          UUID.randomUUID());
    }
    toy.update(
        "create table toy.broken_key (operation text not null, idempotency_key text not null)");
    toy.update(
        "create function toy.break_keys() returns trigger language plpgsql security definer as $$"
            + " begin if exists (select from toy.broken_key b where b.operation = tg_op and"
            + " b.idempotency_key = new.idempotency_key) then perform toy.fail('P0001'); end if;"
            + " return new; end $$");
    toy.update(
        "create trigger break_keys before insert or update on platform.idempotency"
            + " for each row execute function toy.break_keys()");
  }

  @AfterAll
  void stop() {
    toy.close();
  }

  private static List<Failure> ofReads() {
    List<Failure> failures = new ArrayList<>();
    for (String state :
        List.of("22012", "P0001", "23505", "22P02", "40001", "57014", "42501", "XX000", "08006")) {
      failures.add(new Failure(faults("state" + state), Left.NOTHING));
    }
    for (String thrown : List.of("", "Checked", "Error", "Circular", "Internal")) {
      failures.add(new Failure(faults("thrown" + thrown), Left.NOTHING));
    }
    for (String unfit : List.of("kind", "pounds", "number")) {
      failures.add(new Failure(faults(unfit), Left.THE_REST));
    }
    for (String needed : List.of("kindNeeded", "poundsNeeded", "needed")) {
      failures.add(new Failure(faults(needed), Left.NULL));
    }
    failures.add(new Failure(faults("unwritable"), Left.NOTHING));
    for (String how :
        List.of(
            "runtime",
            "checked",
            "error",
            "overflow",
            "circular",
            "internal",
            "sql",
            "syntax",
            "swallowed",
            "text")) {
      failures.add(new Failure("fault(how: \"" + how + "\") { number }", Left.NOTHING));
    }
    failures.add(new Failure("fault(how: \"unfit\") { number pounds }", Left.THE_REST));
    failures.add(new Failure("fault(how: \"unfit\") { unwritable }", Left.NOTHING));
    failures.add(new Failure("fault(how: \"unfit\") { accessor }", Left.NOTHING));
    return failures;
  }

  private static String faults(String field) {
    return "faults(first: 1) { nodes { " + field + " } }";
  }

  @Test
  void aFailingReadTellsNothing() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<Failure> failures = ofReads();
      Collections.shuffle(failures, random);
      for (Failure failure : failures) {
        checkRead(failure, random);
      }
    }
  }

  private void checkRead(Failure failure, Random random) throws Exception {
    String council = random.nextBoolean() ? "north" : "south";
    List<String> company = new ArrayList<>(new TreeSet<>(COMPANY.keySet()));
    Collections.shuffle(company, random);
    company = company.subList(0, random.nextInt(company.size() + 1));
    List<String> roots = new ArrayList<>(company.stream().map(COMPANY::get).toList());
    String rest = "{ __typename " + String.join(" ", roots) + " }";
    roots.add(random.nextInt(roots.size() + 1), failure.root());
    String query = "{ __typename " + String.join(" ", roots) + " }";
    HttpResponse<String> answer = send(council, query, random);
    String what = "seed " + SEED + " " + query + " answered " + answer.body();

    assertTold(what, answer, failure.left());
    JsonNode data = ToyServer.json(answer).path("data");
    switch (failure.left()) {
      case NOTHING -> assertThat(data.isMissingNode()).as(what).isTrue();
      case NULL -> assertThat(data.isNull()).as(what).isTrue();
      case THE_REST -> {
        JsonNode failed = ((ObjectNode) data).remove(failure.root().replaceAll("\\W.*", ""));
        assertThat(leaves(failed)).as(what).isNotEmpty().allMatch(JsonNode::isNull);
        assertThat(data).as(what).isEqualTo(ToyServer.json(ask(council, rest)).path("data"));
      }
    }
    assertNextIsAnswered(what);
  }

  private static List<JsonNode> leaves(JsonNode node) {
    List<JsonNode> leaves = new ArrayList<>();
    if (node.isContainerNode()) {
      node.forEach(child -> leaves.addAll(leaves(child)));
    } else {
      leaves.add(node);
    }
    return leaves;
  }

  private HttpResponse<String> ask(String council, String query) throws Exception {
    return toy.ask(toy.token(council), query);
  }

  private HttpResponse<String> send(String council, String query, Random random) throws Exception {
    HttpRequest.Builder request =
        random.nextBoolean()
            ? toy.to("/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + toy.token(council))
                .GET()
            : toy.post(toy.token(council), JSON.writeValueAsString(Map.of("query", query)));
    if (random.nextBoolean()) {
      request.header("Accept", "application/json");
    }
    return toy.send(request);
  }

  private static void assertTold(String what, HttpResponse<String> answer, Left left)
      throws Exception {
    String all = (answer.body() + answer.headers().map()).toLowerCase(Locale.ROOT);
    assertThat(UNTOLD).as(what).noneMatch(all::contains);
    JsonNode errors = ToyServer.json(answer).path("errors");
    assertThat(errors).as(what).isNotEmpty();
    for (JsonNode error : errors) {
      assertThat(error.path("message").asText()).as(what).isIn(MESSAGES);
      assertThat(error.path("extensions").path("code").asText())
          .as(what)
          .isIn("INTERNAL", "CONFLICT", "BAD_REQUEST", "TIMEOUT");
      assertThat(names(error.path("extensions"))).as(what).isSubsetOf("code", "correlationId");
      assertThat(names(error)).as(what).isSubsetOf("message", "path", "extensions");
      assertThat(error.has("path")).as(what).isEqualTo(left != Left.NOTHING);
    }
    if (left != Left.NOTHING) {
      assertThat(answer.statusCode()).as(what).isEqualTo(200);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Each council is answered with its own, and no connection is left in a transaction. */
  private void assertNextIsAnswered(String what) throws Exception {
    for (String council : List.of("north", "south")) {
      assertThat(ask(council, "{ summary { council } }").body())
          .as("after " + what)
          .isEqualTo("{\"data\":{\"summary\":{\"council\":\"" + council + "\"}}}");
      assertThat(ask(council, "{ me { council } authors { totalCount } }").body())
          .as("after " + what)
          .startsWith("{\"data\":{\"me\":{\"council\":\"" + council + "\"}");
    }
    assertThat(
            count(
                "select count(*) from pg_stat_activity where application_name = 'council'"
                    + " and datname = current_database() and state <> 'idle'"))
        .as("after " + what)
        .isZero();
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = toy.councils().database().connectAsSuperuser();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private record FailingChange(String how, String key, Left left) {
    static FailingChange of(String how) {
      return new FailingChange(how, "KEY", Left.NOTHING);
    }
  }

  private static List<FailingChange> ofChanges() {
    List<FailingChange> failures = new ArrayList<>();
    for (String how :
        List.of(
            "runtime",
            "checked",
            "error",
            "overflow",
            "circular",
            "internal",
            "sql",
            "syntax",
            "swallowed",
            "unwritable",
            "late")) {
      failures.add(FailingChange.of(how));
    }
    failures.add(new FailingChange("nothing", "INSERT", Left.NOTHING));
    failures.add(new FailingChange("nothing", "UPDATE", Left.NOTHING));
    failures.add(new FailingChange("number", "KEY", Left.THE_REST));
    return failures;
  }

  @Test
  void aFailingChangeTellsNothingAndLeavesNothing() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<FailingChange> failures = ofChanges();
      Collections.shuffle(failures, random);
      for (FailingChange failure : failures) {
        checkChange(failure, random);
      }
    }
  }

  private void checkChange(FailingChange failure, Random random) throws Exception {
    String council = random.nextBoolean() ? "north" : "south";
    String key = failure.key() + UUID.randomUUID();
    String failing = change(failure.how(), key);
    // As the platform keeps it: never in the clear.
    toy.update(
        "insert into toy.broken_key select ?,"
            + " 'sha256:' || encode(sha256(convert_to('key ' || ?, 'UTF8')), 'hex')",
        failure.key(),
        key);
    boolean inCompany = failure.left() == Left.NOTHING && random.nextBoolean();
    String mutation =
        inCompany
            ? "mutation { before: " + change("nothing", "K" + UUID.randomUUID()) + failing + " }"
            : "mutation { " + failing + " }";
    int before = kept();
    HttpResponse<String> answer = ask(council, mutation);
    String what = "seed " + SEED + " " + mutation + " answered " + answer.body();

    assertTold(what, answer, failure.left());
    JsonNode data = ToyServer.json(answer).path("data");
    if (failure.left() == Left.NOTHING) {
      assertThat(data.isMissingNode()).as(what).isTrue();
      assertThat(kept()).as(what).isEqualTo(before);
    } else {
      assertThat(data.toString())
          .as(what)
          .isEqualTo("{\"makeFault\":{\"number\":null,\"problems\":[]}}");
      assertThat(kept()).as("it was the answer that failed: " + what).isEqualTo(before + 2);
    }
    assertNextIsAnswered(what);
  }

  private static String change(String how, String key) {
    return "makeFault(input: {idempotencyKey: \"%s\", how: \"%s\"}) { number problems { code } } "
        .formatted(key, how);
  }

  /** Rows that were written, and keys that are taken. */
  private int kept() throws SQLException {
    return count(
        "select (select count(*) from toy.fault) + (select count(*) from platform.idempotency)");
  }
}
