package council.platform.audit;

import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.AUDIT_SEAL;
import static council.platform.store.generated.Tables.AUDIT_SEALED_ENTRY;
import static council.platform.store.generated.Tables.AUDIT_UNSEALED;

import council.platform.store.generated.tables.records.AuditSealRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the batches of the council in whose name the transaction runs. */
@Singleton
final class AuditChainStore {
  private final DSLContext db;

  AuditChainStore(DSLContext db) {
    this.db = db;
  }

  /** This very moment by the database's clock. */
  Instant now() {
    return db.select(DSL.field("clock_timestamp()", AUDIT_SEAL.SEALED_AT.getDataType()))
        .fetchSingle()
        .value1();
  }

  Optional<AuditSeal> findHead() {
    return db.selectFrom(AUDIT_SEAL)
        .orderBy(AUDIT_SEAL.NUMBER.desc())
        .limit(DSL.inline(1))
        .fetchOptional(AuditChainStore::seal);
  }

  Optional<UUID> findHeadId() {
    return db.select(AUDIT_SEAL.ID)
        .from(AUDIT_SEAL)
        .orderBy(AUDIT_SEAL.NUMBER.desc())
        .limit(DSL.inline(1))
        .fetchOptional(AUDIT_SEAL.ID);
  }

  /** In the order of their numbers, from the one after a number on. */
  List<AuditSeal> listSeals(int after, int limit) {
    return db.selectFrom(AUDIT_SEAL)
        .where(AUDIT_SEAL.NUMBER.gt(after))
        .orderBy(AUDIT_SEAL.NUMBER)
        .limit(limit)
        .fetch(AuditChainStore::seal);
  }

  Optional<AuditSeal> findSeal(int number) {
    return listSeals(number - 1, 1).stream().filter(seal -> seal.number() == number).findFirst();
  }

  /**
   * Entries of the batches after one number up to another, in order; also of batches that are gone.
   */
  List<SealedEntry> listEntries(int after, int last) {
    return db.select(AUDIT_SEALED_ENTRY.fields())
        .select(AUDIT.fields())
        .from(AUDIT_SEALED_ENTRY)
        .leftJoin(AUDIT)
        .on(AUDIT.TENANT_ID.eq(AUDIT_SEALED_ENTRY.TENANT_ID), AUDIT.ID.eq(AUDIT_SEALED_ENTRY.ID))
        .where(AUDIT_SEALED_ENTRY.SEAL_NUMBER.gt(after), AUDIT_SEALED_ENTRY.SEAL_NUMBER.le(last))
        .orderBy(AUDIT_SEALED_ENTRY.SEAL_NUMBER, AUDIT_SEALED_ENTRY.POSITION)
        .fetch(row ->
            new SealedEntry(
                row.get(AUDIT_SEALED_ENTRY.SEAL_NUMBER),
                row.get(AUDIT_SEALED_ENTRY.POSITION),
                row.get(AUDIT_SEALED_ENTRY.SHA256),
                findLine(row)));
  }

  private static @Nullable AuditLine findLine(Record row) {
    return row.get(AUDIT.SEQ) == null ? null : AuditLine.of(row.into(AUDIT));
  }

  /** Rows that no batch holds, oldest first. */
  List<UnsealedEntry> listUnsealed(long afterSeq, int limit) {
    var waits =
        DSL.exists(
            DSL.selectOne()
                .from(AUDIT_UNSEALED)
                .where(
                    AUDIT_UNSEALED.TENANT_ID.eq(AUDIT.TENANT_ID), AUDIT_UNSEALED.ID.eq(AUDIT.ID)));
    return db.select(AUDIT.fields())
        .select(DSL.field(waits).as("waits"))
        .from(AUDIT)
        .where(AUDIT.SEQ.gt(afterSeq))
        .andNotExists(
            DSL.selectOne()
                .from(AUDIT_SEALED_ENTRY)
                .where(
                    AUDIT_SEALED_ENTRY.TENANT_ID.eq(AUDIT.TENANT_ID),
                    AUDIT_SEALED_ENTRY.ID.eq(AUDIT.ID)))
        .orderBy(AUDIT.SEQ)
        .limit(limit)
        .fetch(row ->
            new UnsealedEntry(AuditLine.of(row.into(AUDIT)), row.get("waits", Boolean.class)));
  }

  private static AuditSeal seal(AuditSealRecord row) {
    return new AuditSeal(
        row.getTenantId(),
        row.getNumber(),
        row.getPreviousSha256(),
        row.getEntries(),
        row.getFirstSeq(),
        row.getLastSeq(),
        row.getEntriesSha256(),
        row.getSealedAt(),
        row.getSha256());
  }
}
