package council.platform.audit;

import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.AUDIT_SEAL;
import static council.platform.store.generated.Tables.AUDIT_SEALED_ENTRY;
import static council.platform.store.generated.Tables.AUDIT_UNSEALED;

import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Seals what the council's audit has gained. Called in a write transaction in the council. */
@Singleton
public final class AuditSealing {
  /** What a batch holds at most, so that sealing and verifying need little memory. */
  static final int LARGEST = 1_000;

  private final DSLContext db;
  private final AuditChainStore chain;

  AuditSealing(DSLContext db, AuditChainStore chain) {
    this.db = db;
    this.chain = chain;
  }

  /**
   * Seals one batch of the rows that wait. Only one sealer of a council is at work at a time: the
   * next one waits for this transaction and then goes on from its batch.
   *
   * @return the batch; empty where nothing waits
   */
  public Optional<AuditSeal> sealNext(String tenant) {
    lock(tenant);
    List<WaitingLine> waiting = listWaiting();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(seal(tenant, waiting));
  }

  private record WaitingLine(UUID id, AuditLine line) {}

  private AuditSeal seal(String tenant, List<WaitingLine> waiting) {
    List<AuditLine> lines = waiting.stream().map(WaitingLine::line).toList();
    @Nullable AuditSeal head = chain.findHead().orElse(null);
    AuditSeal seal = AuditSeal.after(head, tenant, lines, chain.now());
    insert(seal);
    insertEntries(seal, waiting);
    UUID[] ids = waiting.stream().map(WaitingLine::id).toArray(UUID[]::new);
    db.deleteFrom(AUDIT_UNSEALED).where(AUDIT_UNSEALED.ID.eq(DSL.any(ids))).execute();
    return seal;
  }

  private void lock(String tenant) {
    db.fetch(
        "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
        DSL.val("platform.audit-seal/" + tenant));
  }

  private List<WaitingLine> listWaiting() {
    return db.select(AUDIT.fields())
        .from(AUDIT_UNSEALED)
        .join(AUDIT)
        .on(AUDIT.TENANT_ID.eq(AUDIT_UNSEALED.TENANT_ID), AUDIT.ID.eq(AUDIT_UNSEALED.ID))
        .orderBy(AUDIT_UNSEALED.SEQ)
        .limit(DSL.inline(LARGEST))
        .fetch(row -> new WaitingLine(row.get(AUDIT.ID), AuditLine.of(row.into(AUDIT))));
  }

  private void insert(AuditSeal seal) {
    db.insertInto(AUDIT_SEAL)
        .set(AUDIT_SEAL.TENANT_ID, seal.tenant())
        .set(AUDIT_SEAL.ID, Ids.next())
        .set(AUDIT_SEAL.NUMBER, seal.number())
        .set(AUDIT_SEAL.PREVIOUS_SHA256, seal.previousSha256())
        .set(AUDIT_SEAL.ENTRIES, seal.entries())
        .set(AUDIT_SEAL.FIRST_SEQ, seal.firstSeq())
        .set(AUDIT_SEAL.LAST_SEQ, seal.lastSeq())
        .set(AUDIT_SEAL.ENTRIES_SHA256, seal.entriesSha256())
        .set(AUDIT_SEAL.SEALED_AT, seal.sealedAt())
        .set(AUDIT_SEAL.SHA256, seal.sha256())
        .execute();
  }

  /** Keys and hashes travel as one array each. */
  private void insertEntries(AuditSeal seal, List<WaitingLine> waiting) {
    UUID[] ids = waiting.stream().map(WaitingLine::id).toArray(UUID[]::new);
    String[] hashes = waiting.stream().map(one -> one.line().sha256()).toArray(String[]::new);
    db.execute(
        "insert into {0} (tenant_id, id, seal_number, position, sha256) select {1}, id, {2},"
            + " position, sha256 from unnest({3}::uuid[], {4}::text[]) with ordinality as entry"
            + " (id, sha256, position)",
        AUDIT_SEALED_ENTRY,
        DSL.val(seal.tenant()),
        DSL.val(seal.number()),
        DSL.val(ids),
        DSL.val(hashes));
  }
}
