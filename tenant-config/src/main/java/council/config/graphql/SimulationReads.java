package council.config.graphql;

import static council.config.store.generated.Tables.SIMULATION;
import static council.config.store.generated.Tables.SIMULATION_CHANGE;
import static council.config.store.generated.Tables.SIMULATION_PROVIDER;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.JOB;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType;
import council.graphql.spi.ReadType.Row;
import council.graphql.spi.Reasons;
import council.platform.store.generated.tables.Job;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Simulations and what they found. */
final class SimulationReads {
  static final String TYPE = "SchemeSimulation";
  private static final String CHANGE = "SchemeSimulationChange";
  private static final String PROVIDER = "SchemeSimulationProvider";

  private final Reasons reasons;

  SimulationReads(Reasons reasons) {
    this.reasons = reasons;
  }

  void declare(Contributions c) {
    declareRequest(c.read(TYPE, SIMULATION));
    declareChange(c.read(CHANGE, SIMULATION_CHANGE));
    declareProvider(c.read(PROVIDER, SIMULATION_PROVIDER));
    c.rootConnection("schemeSimulations", TYPE);
    c.rootById("schemeSimulation", TYPE);
  }

  private static void declareRequest(ReadType type) {
    type.one("draft", "SchemeDraft", SIMULATION.DRAFT_ID)
        .column("document", SIMULATION.CONTENT)
        .column("contentHash", SIMULATION.CONTENT_SHA256)
        .one("base", "SchemeVersion", SIMULATION.BASE_VERSION_ID)
        .column("from", SIMULATION.SPAN_FROM)
        .column("to", SIMULATION.SPAN_TO)
        .expression("status", table -> ofJob(table, JOB.STATUS))
        .expression("done", table -> ofJob(table, JOB.DONE))
        .expression("total", table -> ofJob(table, JOB.TOTAL))
        .expression("errorMessage", table -> ofJob(table, JOB.ERROR_MESSAGE))
        .one("job", "Job", SIMULATION.JOB_ID)
        .column("requestedBy", SIMULATION.REQUESTED_BY_LABEL)
        .column("requestedAt", SIMULATION.REQUESTED_AT)
        .many("changes", CHANGE, SIMULATION_CHANGE.SIMULATION_ID)
        .many("byProvider", PROVIDER, SIMULATION_PROVIDER.SIMULATION_ID)
        .filter("draft", SIMULATION.DRAFT_ID)
        .filter("contentHash", SIMULATION.CONTENT_SHA256)
        .order("NEWEST_FIRST", List.of(desc(SIMULATION.REQUESTED_AT)))
        .order("OLDEST_FIRST", List.of(asc(SIMULATION.REQUESTED_AT)));
    declareTotals(type);
  }

  private static void declareTotals(ReadType type) {
    type.column("finishedAt", SIMULATION.FINISHED_AT)
        .column("cases", SIMULATION.CASES)
        .column("undecided", SIMULATION.UNDECIDED)
        .column("decisionsChanged", SIMULATION.DECISIONS_CHANGED)
        .column("providersAffected", SIMULATION.PROVIDERS_AFFECTED)
        .column("appearing", SIMULATION.APPEARING)
        .column("going", SIMULATION.GOING)
        .column("changing", SIMULATION.CHANGING)
        .column("obligationsAppearing", SIMULATION.OBLIGATIONS_APPEARING)
        .column("obligationsMoving", SIMULATION.OBLIGATIONS_MOVING)
        .column("obligationsGoing", SIMULATION.OBLIGATIONS_GOING)
        .column("unpriced", SIMULATION.UNPRICED)
        .column("amountBefore", SIMULATION.AMOUNT_BEFORE)
        .column("amountAfter", SIMULATION.AMOUNT_AFTER)
        .expression(
            "amountDifference",
            table -> difference(table, SIMULATION.AMOUNT_BEFORE, SIMULATION.AMOUNT_AFTER));
  }

  private static <T> Field<T> ofJob(Table<?> simulation, Field<T> column) {
    Job job = JOB.as("job_of_simulation");
    return field(
        select(in(job, column))
            .from(job)
            .where(job.TENANT_ID.eq(in(simulation, SIMULATION.TENANT_ID)))
            .and(job.ID.eq(in(simulation, SIMULATION.JOB_ID))));
  }

  private void declareChange(ReadType type) {
    type.column("line", SIMULATION_CHANGE.LINE)
        .column("decision", SIMULATION_CHANGE.DECISION_KIND)
        .column("caseKey", SIMULATION_CHANGE.CASE_KEY)
        .column("caseTitle", SIMULATION_CHANGE.CASE_TITLE)
        .column("change", SIMULATION_CHANGE.CHANGE)
        .column("effect", SIMULATION_CHANGE.EFFECT_KEY)
        .column("kind", SIMULATION_CHANGE.KIND)
        .column("what", SIMULATION_CHANGE.WHAT)
        .column("providerReference", SIMULATION_CHANGE.PROVIDER)
        .one("provider", "Provider", SIMULATION_CHANGE.PROVIDER_ID)
        .column("valueBefore", SIMULATION_CHANGE.VALUE_BEFORE)
        .column("valueAfter", SIMULATION_CHANGE.VALUE_AFTER)
        .column("amountBefore", SIMULATION_CHANGE.AMOUNT_BEFORE)
        .column("amountAfter", SIMULATION_CHANGE.AMOUNT_AFTER)
        .column("dueBefore", SIMULATION_CHANGE.DUE_BEFORE)
        .column("dueAfter", SIMULATION_CHANGE.DUE_AFTER)
        .filter("provider", SIMULATION_CHANGE.PROVIDER)
        .filter("decision", SIMULATION_CHANGE.DECISION_KIND)
        .filter("change", SIMULATION_CHANGE.CHANGE)
        .filter("kind", SIMULATION_CHANGE.KIND)
        .order("LINE_ASC", List.of(asc(SIMULATION_CHANGE.LINE)))
        .order(
            "PROVIDER_ASC", List.of(asc(SIMULATION_CHANGE.PROVIDER), asc(SIMULATION_CHANGE.LINE)));
    declareReasons(type, "reasonsBefore", SIMULATION_CHANGE.REASONS_BEFORE);
    declareReasons(type, "reasonsAfter", SIMULATION_CHANGE.REASONS_AFTER);
  }

  private void declareReasons(ReadType type, String name, Field<String> column) {
    type.computed(
        name,
        List.of(SIMULATION_CHANGE.DECISION_KIND, column),
        (row, actor) -> reasons(row, column));
  }

  private @Nullable Object reasons(Row row, Field<String> column) {
    String canonical = row.get(column);
    return canonical == null
        ? null
        : reasons.tell(Objects.requireNonNull(row.get(SIMULATION_CHANGE.DECISION_KIND)), canonical);
  }

  private static void declareProvider(ReadType type) {
    type.column("providerReference", SIMULATION_PROVIDER.PROVIDER)
        .one("provider", "Provider", SIMULATION_PROVIDER.PROVIDER_ID)
        .column("appearing", SIMULATION_PROVIDER.APPEARING)
        .column("going", SIMULATION_PROVIDER.GOING)
        .column("changing", SIMULATION_PROVIDER.CHANGING)
        .column("amountBefore", SIMULATION_PROVIDER.AMOUNT_BEFORE)
        .column("amountAfter", SIMULATION_PROVIDER.AMOUNT_AFTER)
        .expression(
            "amountDifference",
            table ->
                difference(
                    table, SIMULATION_PROVIDER.AMOUNT_BEFORE, SIMULATION_PROVIDER.AMOUNT_AFTER))
        .filter("provider", SIMULATION_PROVIDER.PROVIDER)
        .order("PROVIDER_ASC", List.of(asc(SIMULATION_PROVIDER.PROVIDER)));
  }

  private static Field<BigDecimal> difference(
      Table<?> table, Field<BigDecimal> before, Field<BigDecimal> after) {
    return in(table, after).minus(in(table, before));
  }

  private static <T> Field<T> in(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
