package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.MutationExamples.Example;
import council.graphql.schema.ComposedSchema;
import council.platform.jobs.JobScheduler;
import council.platform.problem.Revisions;
import council.testing.Database;
import graphql.schema.GraphQLFieldDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every mutation of the schema keeps its change, the audit of it and the event in one transaction:
 * all three are there, or, where the commit fails after all of them were written, none is. Whoever
 * saw another revision than the present one is told so, and nothing is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AllOrNothingTest {
  /** Fails at the commit, when everything has been written. */
  private static final String FAULT =
      """
      create function public.fault() returns trigger language plpgsql as
        $$ begin raise exception 'fault at commit'; end $$;
      create constraint trigger fault after insert on platform.outbox
        deferrable initially deferred for each row execute function public.fault()\
      """;

  private static final String MEND = "drop function public.fault() cascade";
  private static final String REVISION = "revision";

  /** Comes with a stale revision of a draft, for each change that somebody else made. */
  private static final String WHAT_CHANGED = "CHANGED_MEANWHILE";

  private final DemoServer demo = DemoServer.shared();
  private final MutationExamples examples = new MutationExamples(demo);
  private CouncilTables tables;

  @BeforeAll
  void watch() throws SQLException {
    demo.instance().context().getBean(JobScheduler.class).pause();
    String url =
        demo.instance().context().getRequiredProperty("datasources.default.url", String.class);
    tables = new CouncilTables(new Database(url).connectAsSuperuser());
  }

  @AfterAll
  void goOn() throws SQLException {
    tables.close();
    demo.instance().context().getBean(JobScheduler.class).resume();
  }

  @Test
  void everyMutationOfTheSchemaHasAnExample() {
    assertThat(examples.list().stream().map(Example::mutation).distinct())
        .as("MutationExamples, compared with the mutations of the schema")
        .containsExactlyInAnyOrderElementsOf(
            mutationType().stream().map(GraphQLFieldDefinition::getName).toList());
  }

  private List<GraphQLFieldDefinition> mutationType() {
    return demo.instance()
        .context()
        .getBean(ComposedSchema.class)
        .schema()
        .getMutationType()
        .getFieldDefinitions();
  }

  @TestFactory
  Stream<DynamicTest> changeAuditAndEventStandOrFallTogether() {
    return examples.list().stream()
        .map(example -> DynamicTest.dynamicTest(example.mutation(), () -> isTried(example)));
  }

  /** The council changes from example to example, so both are tried at the turn of the example. */
  private void isTried(Example example) throws SQLException {
    if (GraphqlInput.of(demo.instance(), example.mutation()).has(REVISION)) {
      isRefusedAtAnotherRevision(example);
    }
    standsOrFallsTogether(example);
  }

  private void isRefusedAtAnotherRevision(Example example) throws SQLException {
    Map<String, String> before = withoutReads(tables.fingerprints());
    isStale(example, -1);
    isStale(example, 1_000);
    assertThat(withoutReads(tables.fingerprints())).as("what a refusal has left").isEqualTo(before);
  }

  private void isStale(Example example, int off) {
    Map<String, Object> input = MutationExamples.withKey(example.input().get());
    assertThat(input).as("the example of %s", example.mutation()).containsKey(REVISION);
    input.compute(REVISION, (_, seen) -> (int) Objects.requireNonNull(seen) + off);
    JsonNode refused = send(example, input);
    assertThat(refused.at("/data/answer/problems").findValuesAsText("code"))
        .as("%s, off by %d: %s", example.mutation(), off, refused)
        .filteredOn(code -> !code.equals(WHAT_CHANGED))
        .containsExactly(Revisions.STALE);
  }

  /** Who gave a personal value is in the log of reads, refused or not. */
  private static Map<String, String> withoutReads(Map<String, String> fingerprints) {
    fingerprints.remove("platform.personal_read");
    return fingerprints;
  }

  private void standsOrFallsTogether(Example example) throws SQLException {
    Map<String, Object> input = MutationExamples.withKey(example.input().get());
    Map<String, String> before = tables.fingerprints();
    tables.execute(FAULT);
    JsonNode failed;
    try {
      failed = send(example, input);
    } finally {
      tables.execute(MEND);
    }
    assertThat(failed.path("errors")).as("%s", failed).isNotEmpty();
    assertThat(failed.toString()).doesNotContain("fault");
    assertThat(tables.fingerprints()).as("what a failed commit has left").isEqualTo(before);

    long last = tables.number("select coalesce(max(seq), 0) from platform.audit");
    JsonNode done = send(example, input);
    assertThat(done.path("data").path("answer").path("problems"))
        .as("%s", done)
        .isEqualTo(com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode());
    assertOneTransaction(last, before);
  }

  private void assertOneTransaction(long lastAudit, Map<String, String> before)
      throws SQLException {
    List<String> audits =
        tables.strings("select distinct xmin::text from platform.audit where seq > " + lastAudit);
    assertThat(audits).as("transactions that wrote audit rows").hasSize(1);
    String transaction = audits.getFirst();
    assertThat(tables.number("select count(*) from platform.audit where seq > " + lastAudit))
        .as("each audit row has its event, written by the same transaction")
        .isEqualTo(
            tables.number(
                "select count(*) from platform.outbox o join platform.audit a on a.tenant_id ="
                    + " o.tenant_id and a.id = o.audit_id where a.seq > "
                    + lastAudit
                    + " and o.xmin::text = '"
                    + transaction
                    + "'"));
    Map<String, String> now = tables.fingerprints();
    List<String> written = new ArrayList<>();
    for (String table : before.keySet()) {
      // A row that is gone has no transaction to show, but its table has changed.
      if (!List.of("platform.audit", "platform.outbox", "platform.idempotency").contains(table)
          && (!now.getOrDefault(table, "").equals(before.get(table))
              || hasRowsOf(table, transaction))) {
        written.add(table);
      }
    }
    assertThat(written).as("tables that the change has changed").isNotEmpty();
  }

  private boolean hasRowsOf(String table, String transaction) throws SQLException {
    return tables.number(
            "select count(*) from %s where xmin::text = '%s'".formatted(table, transaction))
        > 0;
  }

  private JsonNode send(Example example, Map<String, Object> input) {
    return example
        .asker()
        .send(
            "mutation($input: %s) { answer: %s(input: $input) { problems { code path message } } }"
                .formatted(
                    GraphqlInput.of(demo.instance(), example.mutation()).name(),
                    example.mutation()),
            Map.of("input", input));
  }
}
