package council.config.simulation.store;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SIMULATION;
import static council.config.store.generated.Tables.SIMULATION_CHANGE;
import static council.config.store.generated.Tables.SIMULATION_PROVIDER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import council.config.simulation.Tally;
import council.config.store.generated.tables.records.SimulationChangeRecord;
import council.config.store.generated.tables.records.SimulationProviderRecord;
import council.config.store.generated.tables.records.SimulationRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The simulations of the council in whose name the transaction runs. */
@Singleton
final class SimulationStore {
  private static final int ROWS_A_STATEMENT = 1_000;

  private final DSLContext db;

  SimulationStore(DSLContext db) {
    this.db = db;
  }

  /** As it stands until the end of the transaction. */
  Optional<Draft> findDraft(UUID id) {
    return db.select(
            SCHEME_DRAFT.ID,
            SCHEME_DRAFT.REVISION,
            SCHEME_DRAFT.STATUS,
            SCHEME_DRAFT.CONTENT,
            SCHEME_DRAFT.CONTENT_SHA256,
            SCHEME_DRAFT.EFFECTIVE_FROM)
        .from(SCHEME_DRAFT)
        .where(SCHEME_DRAFT.ID.eq(id))
        .forShare()
        .fetchOptional(row ->
            new Draft(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6()));
  }

  void insert(SimulationRecord row) {
    db.executeInsert(row);
  }

  SimulationRecord get(UUID id) {
    return db.selectFrom(SIMULATION).where(SIMULATION.ID.eq(id)).fetchSingle();
  }

  Optional<UUID> findFinished(String contentSha256, @Nullable UUID baseVersion, int days) {
    return db.select(SIMULATION.ID)
        .from(SIMULATION)
        .where(SIMULATION.CONTENT_SHA256.eq(contentSha256))
        .and(SIMULATION.BASE_VERSION_ID.isNotDistinctFrom(baseVersion))
        .and(SIMULATION.FINISHED_AT.isNotNull())
        .and(SIMULATION.SPAN_TO.ge(SIMULATION.SPAN_FROM.plus(days - 1)))
        .orderBy(SIMULATION.REQUESTED_AT.desc(), SIMULATION.ID.desc())
        .limit(inline(1))
        .fetchOptional(SIMULATION.ID);
  }

  void insertChanges(List<SimulationChangeRecord> rows) {
    insert(SIMULATION_CHANGE, rows);
  }

  /** What changes for each provider that is named, by reference; without the providers' ids. */
  List<SimulationProviderRecord> sumByProvider(UUID simulation) {
    return db.select(
            SIMULATION_CHANGE.PROVIDER,
            countOf("APPEARS"),
            countOf("GOES"),
            countOf("CHANGES"),
            sumOf(SIMULATION_CHANGE.AMOUNT_BEFORE),
            sumOf(SIMULATION_CHANGE.AMOUNT_AFTER))
        .from(SIMULATION_CHANGE)
        .where(SIMULATION_CHANGE.SIMULATION_ID.eq(simulation))
        .and(SIMULATION_CHANGE.PROVIDER.isNotNull())
        .groupBy(SIMULATION_CHANGE.PROVIDER)
        .orderBy(SIMULATION_CHANGE.PROVIDER)
        .fetch(row -> {
          SimulationProviderRecord sums = new SimulationProviderRecord();
          sums.setId(Ids.next());
          sums.setSimulationId(simulation);
          sums.setProvider(row.value1());
          sums.setAppearing(row.value2().longValue());
          sums.setGoing(row.value3().longValue());
          sums.setChanging(row.value4().longValue());
          sums.setAmountBefore(row.value5());
          sums.setAmountAfter(row.value6());
          return sums;
        });
  }

  void insertProviders(List<SimulationProviderRecord> rows) {
    insert(SIMULATION_PROVIDER, rows);
  }

  private static Field<Integer> countOf(String change) {
    return count().filterWhere(SIMULATION_CHANGE.CHANGE.eq(inline(change)));
  }

  private static Field<BigDecimal> sumOf(Field<BigDecimal> amount) {
    Condition priced =
        SIMULATION_CHANGE
            .CHANGE
            .ne(inline("CHANGES"))
            .or(
                SIMULATION_CHANGE
                    .AMOUNT_BEFORE
                    .isNotNull()
                    .and(SIMULATION_CHANGE.AMOUNT_AFTER.isNotNull()));
    return coalesce(sum(amount).filterWhere(priced), inline(BigDecimal.ZERO));
  }

  void finish(UUID id, Tally tally, int providers, Instant at) {
    db.update(SIMULATION)
        .set(SIMULATION.FINISHED_AT, at)
        .set(SIMULATION.CASES, tally.cases())
        .set(SIMULATION.UNDECIDED, tally.undecided())
        .set(SIMULATION.DECISIONS_CHANGED, tally.decisionsChanged())
        .set(SIMULATION.PROVIDERS_AFFECTED, (long) providers)
        .set(SIMULATION.APPEARING, tally.appearing())
        .set(SIMULATION.GOING, tally.going())
        .set(SIMULATION.CHANGING, tally.changing())
        .set(SIMULATION.OBLIGATIONS_APPEARING, tally.obligationsAppearing())
        .set(SIMULATION.OBLIGATIONS_MOVING, tally.obligationsMoving())
        .set(SIMULATION.OBLIGATIONS_GOING, tally.obligationsGoing())
        .set(SIMULATION.UNPRICED, tally.unpriced())
        .set(SIMULATION.AMOUNT_BEFORE, tally.amountBefore())
        .set(SIMULATION.AMOUNT_AFTER, tally.amountAfter())
        .where(SIMULATION.ID.eq(id))
        .execute();
  }

  /** Many rows a statement; the tenant is the transaction's. */
  private <R extends Record> void insert(Table<R> table, List<R> rows) {
    Field<?>[] filled =
        Arrays.stream(table.fields())
            .filter(field -> !field.getName().equals("tenant_id"))
            .toArray(Field<?>[]::new);
    for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
      var values =
          rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)).stream()
              .map(row -> row.into(filled))
              .toList();
      db.insertInto(table, filled).valuesOfRecords(values).execute();
    }
  }
}
