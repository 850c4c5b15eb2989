package council.app.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.journey.RowChanges.RowChange;
import council.graphql.schema.ComposedSchema;
import council.testing.Database;
import council.testing.PostgresForTests;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every mutation of the API is called, and every row that it changes must be accounted for by the
 * audit. The mutations come from the schema and the tables from the catalogue: a module that
 * forgets its audit, or whose mutation nobody calls here, fails this test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditedChangesTest {
  /** Tables that need no audit of their own, and why. */
  private static final Map<String, String> BOOKKEEPING =
      Map.ofEntries(
          entry("platform.audit", "it is the audit"),
          entry("platform.audit_unsealed", "which rows of the audit wait for their seal"),
          entry("platform.audit_seal", "the chain over the audit proves itself"),
          entry("platform.audit_sealed_entry", "the chain over the audit proves itself"),
          entry("platform.idempotency", "first answers to requests; what they changed is audited"),
          entry("platform.outbox", "events about changes that are audited"),
          entry("platform.job", "what a job does is audited where it does it; its steps are not"),
          entry("platform.personal_read", "the log of who read personal data"),
          entry("framework.place_history", "what was known of a place, which is audited itself"),
          entry("framework.suspension_history", "what was known of a suspension, likewise"),
          entry("framework.exemption_history", "what was known of an exemption, likewise"),
          entry("platform.decision", "append-only, and names who, when and why itself"));

  /** Values that the audit leaves out, and why. */
  private static final Map<String, String> UNTOLD =
      Map.ofEntries(
          entry(
              "config.scheme_version.content",
              "kept for good with the version, which never changes; the audit has its hash"),
          entry(
              "config.scheme_version.source_text",
              "kept for good with the version, which never changes"),
          entry(
              "config.scheme_draft.source_text",
              "kept for good as a text of the draft; the audit has the content's hash"),
          entry("config.scheme_draft.content", "follows from the text; the audit has its hash"),
          entry("config.scheme_draft.problems", "follows from the text"),
          entry("config.scheme_draft.warnings", "follows from the text"),
          entry("config.scheme_draft.examples", "follows from the text"),
          entry("config.scheme_version.loaded_by", "the audit's own column"),
          entry("config.scheme_version.loaded_by_label", "the audit's own column"),
          entry("config.scheme_version.loaded_at", "the audit's own column"),
          entry(
              "config.simulation.content",
              "kept for good with the simulation; the audit has its hash"),
          entry("config.simulation.requested_by", "the audit's own column"),
          entry("config.simulation.requested_by_label", "the audit's own column"),
          entry("config.simulation.requested_at", "the audit's own column"),
          entry("config.simulation.finished_at", "the time of the audit's row"),
          entry("platform.principal.issuer_id", "told by the issuer's name"),
          entry(
              "platform.principal.subject",
              "who a user is to the issuer: the audit keeps the pseudonym"),
          entry(
              "platform.principal.disabled_at", "told as disabled or not, at the time of the row"),
          entry("platform.person.pseudonymised_at", "the time of the audit's row"),
          entry("platform.issuer.removed_at", "the time of the audit's row"),
          entry(
              "platform.trusted_document.document",
              "kept for good with its row, which never changes; the audit has its hash"),
          entry("platform.trusted_document.registered_by", "the audit's own column"),
          entry("platform.trusted_document.registered_at", "the audit's own column"),
          entry("platform.document_rule.changed_at", "the audit's own column"),
          entry("framework.round.cancelled_on", "the day of the audit's row"),
          entry("framework.suspension.provider_id", "the audit's own column"),
          entry("framework.transition_case.working", "follows from the scheme"),
          entry("framework.evaluator.declared_at", "the time of the audit's row"),
          entry("framework.evaluator.stood_down_at", "the time of the audit's row"),
          entry("framework.due_diligence.provider_id", "the audit's own column"),
          entry("framework.due_diligence.recorded_by", "the audit's own column"));

  private GraphQLSchema schema;
  private RowChanges watched;
  private List<RowChange> changes;

  @BeforeAll
  void callEveryMutation() {
    Database database = PostgresForTests.shared().emptyDatabase();
    try (var instance = DemoServer.startEmpty(database)) {
      watched = RowChanges.watch(database);
      schema = instance.context().getBean(ComposedSchema.class).schema();
      new EveryMutation(instance, database).call();
    }
    changes = watched.list();
  }

  @Test
  void everyMutationIsCalledHere() {
    Set<String> missing = new TreeSet<>();
    schema.getMutationType().getFieldDefinitions().forEach(field -> missing.add(field.getName()));
    missing.removeAll(mutationsByTransaction().values());
    assertThat(missing)
        .as(
            "mutations that nobody calls here with success: add an example of each to"
                + " MutationExamples")
        .isEmpty();
  }

  @Test
  void everyChangedRowIsAccountedFor() {
    assertThat(accounts(BOOKKEEPING).gaps()).isEmpty();
  }

  @Test
  void whateverIsGivenAsAReasonStandsInTheAudit() {
    Set<String> withReason =
        schema.getMutationType().getFieldDefinitions().stream()
            .filter(AuditedChangesTest::asksForAReason)
            .map(GraphQLFieldDefinition::getName)
            .collect(Collectors.toSet());
    assertThat(withReason).contains("suspendProvider", "cancelRound");
    Set<String> explained =
        changes.stream()
            .filter(change -> change.table().equals("platform.audit"))
            .filter(change -> change.row().path("why").isTextual())
            .map(RowChange::transaction)
            .collect(Collectors.toSet());
    mutationsByTransaction()
        .forEach((transaction, mutation) -> {
          if (withReason.contains(mutation)) {
            assertThat(explained).as(mutation).contains(transaction);
          }
        });
  }

  /** What is listed above is really there and really changed: no name lives on after its table. */
  @Test
  void noExceptionIsOutOfUse() {
    Set<String> tables =
        Set.copyOf(
            watched.texts(
                "select tgrelid::regclass::text from pg_trigger where tgname = 'zz_watch'"));
    assertThat(tables).containsAll(BOOKKEEPING.keySet());
    Set<String> told = new HashSet<>();
    changes.forEach(change ->
        change.row().fieldNames().forEachRemaining(name -> told.add(change.table() + "." + name)));
    assertThat(told).containsAll(UNTOLD.keySet());
  }

  /** The check itself can fail: without the audit's rows nothing is accounted for. */
  @Test
  void aChangeWithoutAnAuditIsTold() {
    List<RowChange> silent =
        changes.stream().filter(change -> !change.table().equals("platform.audit")).toList();
    Set<String> gaps =
        new AuditAccounts(silent, watched.links(), BOOKKEEPING, UNTOLD, Set.of()).gaps();
    assertThat(gaps).anyMatch(gap -> gap.startsWith("insert framework.round:"));
    assertThat(gaps).anyMatch(gap -> gap.startsWith("update platform.principal:"));
    assertThat(gaps).anyMatch(gap -> gap.startsWith("insert platform.zone:"));
  }

  private AuditAccounts accounts(Map<String, String> bookkeeping) {
    return new AuditAccounts(changes, watched.links(), bookkeeping, UNTOLD, personal());
  }

  private Set<String> personal() {
    return Set.copyOf(
        watched.texts(
            "select table_schema || '.' || table_name || '.' || column_name"
                + " from platform.personal_mark where column_name is not null"));
  }

  /** Which mutation each transaction was for, as far as it has kept an answer. */
  private Map<String, String> mutationsByTransaction() {
    Map<String, String> mutations = new HashMap<>();
    for (RowChange change : changes) {
      JsonNode row = change.row();
      if (change.table().equals("platform.idempotency") && row.path("outcome").isTextual()) {
        mutations.put(change.transaction(), row.path("mutation_field").asText());
      }
    }
    return mutations;
  }

  /** A reason that is personal itself stays where it can be cleared. */
  private static boolean asksForAReason(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getArgument("input").getType())
            instanceof GraphQLInputObjectType input
        && input.getField("reason") != null
        && !input.getField("reason").hasAppliedDirective("personal");
  }
}
