package council.platform.idempotency;

import static council.platform.store.generated.Tables.IDEMPOTENCY;

import council.platform.identity.Actor;
import council.platform.store.generated.tables.records.IdempotencyRecord;
import jakarta.inject.Singleton;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The first answer to a mutation, kept under the key that its caller chose, in the transaction of
 * the work itself: either both are there or neither is.
 */
@Singleton
public final class Idempotency {
  private final DSLContext sql;

  Idempotency(DSLContext sql) {
    this.sql = sql;
  }

  /** What is known about a key. */
  public sealed interface Attempt {}

  /** Nobody used the key before: do the work, then {@link #finish}. */
  public record Fresh() implements Attempt {}

  /** The same request was answered before; this was the answer. */
  public record Replay(String outcomeJson) implements Attempt {}

  /** The key was used before for something else. */
  public record Conflict() implements Attempt {}

  /**
   * Claims the key. Where another request holds it at this moment, waits until that one commits
   * (and then replays its answer) or rolls back (and then is fresh).
   *
   * @param inputHash hash of the canonical input without the key
   */
  public Attempt begin(Actor actor, String mutationField, String key, String inputHash) {
    int claimed =
        sql.insertInto(IDEMPOTENCY)
            .set(IDEMPOTENCY.TENANT_ID, actor.tenant())
            .set(IDEMPOTENCY.PRINCIPAL_ID, actor.principalId())
            .set(IDEMPOTENCY.IDEMPOTENCY_KEY, key)
            .set(IDEMPOTENCY.MUTATION_FIELD, mutationField)
            .set(IDEMPOTENCY.INPUT_HASH, inputHash)
            .onConflictDoNothing()
            .execute();
    if (claimed == 1) {
      return new Fresh();
    }
    IdempotencyRecord known = sql.selectFrom(IDEMPOTENCY).where(isKey(actor, key)).fetchSingle();
    boolean same =
        known.getMutationField().equals(mutationField) && known.getInputHash().equals(inputHash);
    String outcome = known.getOutcome();
    return same && outcome != null ? new Replay(outcome) : new Conflict();
  }

  /** Keeps the answer of a fresh attempt, in the same transaction. */
  public void finish(Actor actor, String key, String outcomeJson) {
    int kept =
        sql.update(IDEMPOTENCY)
            .set(IDEMPOTENCY.OUTCOME, outcomeJson)
            .where(isKey(actor, key))
            .and(IDEMPOTENCY.OUTCOME.isNull())
            .execute();
    if (kept != 1) {
      throw new IllegalStateException("Expected a key that was claimed and has no answer yet");
    }
  }

  private static Condition isKey(Actor actor, String key) {
    return IDEMPOTENCY
        .TENANT_ID
        .eq(actor.tenant())
        .and(IDEMPOTENCY.PRINCIPAL_ID.eq(actor.principalId()))
        .and(IDEMPOTENCY.IDEMPOTENCY_KEY.eq(key));
  }
}
