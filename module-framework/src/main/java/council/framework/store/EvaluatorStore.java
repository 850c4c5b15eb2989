package council.framework.store;

import static council.framework.store.generated.Tables.EVALUATOR;
import static council.framework.store.generated.Tables.INTEREST_DECLARATION;
import static council.framework.store.generated.Tables.ROUND_PROVIDER;

import council.framework.store.generated.tables.records.EvaluatorRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who scores in a round, and what they declared. */
@Singleton
final class EvaluatorStore {
  private final DSLContext db;
  private final Clock clock;

  EvaluatorStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  UUID insert(Round round, UUID principal, String label) {
    UUID id = Ids.next();
    db.insertInto(EVALUATOR)
        .set(EVALUATOR.ID, id)
        .set(EVALUATOR.ROUND_ID, round.id())
        .set(EVALUATOR.ROUND_REFERENCE, round.reference())
        .set(EVALUATOR.PRINCIPAL_ID, principal)
        .set(EVALUATOR.LABEL, label)
        .set(EVALUATOR.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  Optional<EvaluatorRecord> findLocked(UUID id) {
    return db.selectFrom(EVALUATOR).where(EVALUATOR.ID.eq(id)).forUpdate().fetchOptional();
  }

  Optional<EvaluatorRecord> findLocked(UUID round, UUID principal) {
    return db.selectFrom(EVALUATOR)
        .where(EVALUATOR.ROUND_ID.eq(round))
        .and(EVALUATOR.PRINCIPAL_ID.eq(principal))
        .forUpdate()
        .fetchOptional();
  }

  void standDown(EvaluatorRecord row) {
    row.setStoodDownAt(clock.instant());
    update(row);
  }

  void reinstate(EvaluatorRecord row) {
    row.setStoodDownAt(null);
    update(row);
  }

  void declare(EvaluatorRecord row, List<String> conflicts, @Nullable String words) {
    var now = clock.instant();
    db.insertInto(INTEREST_DECLARATION)
        .set(INTEREST_DECLARATION.ID, Ids.next())
        .set(INTEREST_DECLARATION.EVALUATOR_ID, row.getId())
        .set(INTEREST_DECLARATION.CONFLICTS, conflicts.toArray(String[]::new))
        .set(INTEREST_DECLARATION.WORDS, words)
        .set(INTEREST_DECLARATION.DECLARED_AT, now)
        .execute();
    row.setDeclaredAt(now);
    row.setConflicts(conflicts.toArray(String[]::new));
    update(row);
  }

  private void update(EvaluatorRecord row) {
    db.update(EVALUATOR)
        .set(EVALUATOR.DECLARED_AT, row.getDeclaredAt())
        .set(EVALUATOR.CONFLICTS, row.getConflicts())
        .set(EVALUATOR.STOOD_DOWN_AT, row.getStoodDownAt())
        .set(EVALUATOR.REVISION, row.getRevision() + 1)
        .where(EVALUATOR.ID.eq(row.getId()))
        .execute();
  }

  /** Providers of a round with whom somebody has a conflict, by themselves or as members. */
  List<String> listInConflict(UUID round, String[] conflicts) {
    return db.select(ROUND_PROVIDER.PROVIDER_REFERENCE)
        .from(ROUND_PROVIDER)
        .where(ROUND_PROVIDER.ROUND_ID.eq(round))
        .and(
            ROUND_PROVIDER
                .PROVIDER_REFERENCE
                .in(conflicts)
                .or(
                    DSL.condition(
                        "{0} && {1}",
                        ROUND_PROVIDER.CONSORTIUM_MEMBERS,
                        DSL.val(conflicts, ROUND_PROVIDER.CONSORTIUM_MEMBERS))))
        .orderBy(ROUND_PROVIDER.PROVIDER_REFERENCE)
        .fetch(ROUND_PROVIDER.PROVIDER_REFERENCE);
  }
}
