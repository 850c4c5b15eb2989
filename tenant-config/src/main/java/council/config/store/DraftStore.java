package council.config.store;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SCHEME_DRAFT_TEXT;

import council.config.store.generated.Keys;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.config.store.generated.tables.records.SchemeDraftTextRecord;
import council.platform.data.Unique;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Drafts and all their texts, of the council in whose name the transaction runs. */
@Singleton
final class DraftStore {
  private final DSLContext db;

  DraftStore(DSLContext db) {
    this.db = db;
  }

  /** Until the end of the transaction nobody else changes it. */
  Optional<SchemeDraftRecord> findLocked(UUID id) {
    return db.selectFrom(SCHEME_DRAFT).where(SCHEME_DRAFT.ID.eq(id)).forUpdate().fetchOptional();
  }

  Optional<SchemeDraftRecord> find(UUID id) {
    return db.selectFrom(SCHEME_DRAFT).where(SCHEME_DRAFT.ID.eq(id)).fetchOptional();
  }

  boolean exists(String reference) {
    return db.fetchExists(SCHEME_DRAFT, SCHEME_DRAFT.REFERENCE.eq(reference));
  }

  /** Refuses as given where the reference is taken by now. */
  void insert(SchemeDraftRecord draft, Supplier<Refused> taken) {
    Unique.orRefuse(
        Keys.SCHEME_DRAFT_TENANT_ID_REFERENCE_KEY, taken, () -> db.executeInsert(draft));
  }

  void update(SchemeDraftRecord draft) {
    db.executeUpdate(draft);
  }

  void insertText(SchemeDraftTextRecord text) {
    db.executeInsert(text);
  }

  /** The text that the draft had at a revision: the last one written until then. */
  Optional<SchemeDraftTextRecord> findTextAt(UUID draft, int revision) {
    return db.selectFrom(SCHEME_DRAFT_TEXT)
        .where(SCHEME_DRAFT_TEXT.DRAFT_ID.eq(draft))
        .and(SCHEME_DRAFT_TEXT.REVISION.le(revision))
        .orderBy(SCHEME_DRAFT_TEXT.REVISION.desc())
        .limit(1)
        .fetchOptional();
  }

  /** Everybody who ever wrote a text of it. */
  Set<UUID> authors(UUID draft) {
    return db.selectDistinct(SCHEME_DRAFT_TEXT.WRITTEN_BY)
        .from(SCHEME_DRAFT_TEXT)
        .where(SCHEME_DRAFT_TEXT.DRAFT_ID.eq(draft))
        .fetchSet(SCHEME_DRAFT_TEXT.WRITTEN_BY);
  }
}
