package council.config.store;

import static council.config.store.generated.Tables.SCHEME_VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import council.config.store.generated.tables.records.SchemeVersionRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The versions of the council in whose name the transaction runs. */
@Singleton
final class VersionStore {
  static final String PUBLISHED = "PUBLISHED";

  private final DSLContext db;

  VersionStore(DSLContext db) {
    this.db = db;
  }

  /** What tells one version from all others, without its content. */
  record Key(UUID id, int number, LocalDate effectiveFrom, String contentHash) {}

  Optional<Key> findInForce(LocalDate date) {
    return findLatest(SCHEME_VERSION.EFFECTIVE_FROM.le(date));
  }

  /** Dates for existing business never cross those for new business, so the order is the same. */
  Optional<Key> findInForceForExisting(LocalDate date) {
    return findLatest(SCHEME_VERSION.EFFECTIVE_EXISTING_FROM.le(date));
  }

  /** Those that take effect later than on a day, in the order in which they do. */
  List<UUID> listIdsAfter(LocalDate date) {
    return db.select(SCHEME_VERSION.ID)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.STATUS.eq(inline(PUBLISHED)))
        .and(SCHEME_VERSION.EFFECTIVE_FROM.gt(date))
        .orderBy(SCHEME_VERSION.EFFECTIVE_FROM, SCHEME_VERSION.NUMBER)
        .fetch(SCHEME_VERSION.ID);
  }

  private Optional<Key> findLatest(Condition condition) {
    return db.select(
            SCHEME_VERSION.ID,
            SCHEME_VERSION.NUMBER,
            SCHEME_VERSION.EFFECTIVE_FROM,
            SCHEME_VERSION.CONTENT_SHA256)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.STATUS.eq(inline(PUBLISHED)).and(condition))
        .orderBy(SCHEME_VERSION.EFFECTIVE_FROM.desc(), SCHEME_VERSION.NUMBER.desc())
        .limit(inline(1))
        .fetchOptional(row -> new Key(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  Optional<Key> findKey(UUID id) {
    return db.select(
            SCHEME_VERSION.ID,
            SCHEME_VERSION.NUMBER,
            SCHEME_VERSION.EFFECTIVE_FROM,
            SCHEME_VERSION.CONTENT_SHA256)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.ID.eq(id))
        .fetchOptional(row -> new Key(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  String getContent(UUID id) {
    return db.select(SCHEME_VERSION.CONTENT)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.ID.eq(id))
        .fetchSingle(SCHEME_VERSION.CONTENT);
  }

  /** Until the end of the transaction, the council's versions grow by nobody else. */
  void lock(String tenant) {
    var key = DSL.function("hashtextextended", Long.class, DSL.val("config/" + tenant), inline(0L));
    db.select(DSL.function("pg_advisory_xact_lock", Object.class, key)).fetch();
  }

  int nextNumber() {
    return db.select(DSL.coalesce(max(SCHEME_VERSION.NUMBER), inline(0)).plus(1))
        .from(SCHEME_VERSION)
        .fetchSingle(row -> row.value1());
  }

  void insert(SchemeVersionRecord version) {
    db.executeInsert(version);
  }
}
