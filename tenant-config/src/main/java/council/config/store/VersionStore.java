package council.config.store;

import static council.config.store.generated.Tables.SCHEME_DRAFT;
import static council.config.store.generated.Tables.SCHEME_FORCE;
import static council.config.store.generated.Tables.SCHEME_VERSION;
import static council.config.store.generated.Tables.SCHEME_WITHDRAWAL;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import council.config.store.generated.tables.records.SchemeVersionRecord;
import council.config.store.generated.tables.records.SchemeWithdrawalRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The versions of the council in whose name the transaction runs. */
@Singleton
final class VersionStore {
  static final String PUBLISHED = "PUBLISHED";
  static final String NEW = "NEW";
  private static final Condition STANDS =
      SCHEME_VERSION
          .STATUS
          .eq(inline(PUBLISHED))
          .and(
              notExists(
                  selectOne()
                      .from(SCHEME_WITHDRAWAL)
                      .where(SCHEME_WITHDRAWAL.TENANT_ID.eq(SCHEME_VERSION.TENANT_ID))
                      .and(SCHEME_WITHDRAWAL.VERSION_ID.eq(SCHEME_VERSION.ID))));

  private final DSLContext db;

  VersionStore(DSLContext db) {
    this.db = db;
  }

  /** What tells one version from all others, without its content. */
  record Key(UUID id, int number, LocalDate effectiveFrom, String contentHash) {}

  /** A version that stands, with its days for new and for existing business. */
  record Dated(UUID id, int number, LocalDate effectiveFrom, LocalDate existingFrom) {}

  /** A version whose day for a kind of business has come. */
  record Arrived(UUID id, int number, String business, LocalDate day) {}

  Optional<Key> findInForce(LocalDate date) {
    return findLatest(SCHEME_VERSION.EFFECTIVE_FROM.le(date));
  }

  /** Dates for existing business never cross those for new business, so the order is the same. */
  Optional<Key> findInForceForExisting(LocalDate date) {
    return findLatest(SCHEME_VERSION.EFFECTIVE_EXISTING_FROM.le(date));
  }

  /** The one that takes effect last. */
  Optional<Key> findLatest() {
    return findLatest(DSL.noCondition());
  }

  /** All that stand, in the order of their numbers. */
  List<Dated> listDated() {
    return db.select(
            SCHEME_VERSION.ID,
            SCHEME_VERSION.NUMBER,
            SCHEME_VERSION.EFFECTIVE_FROM,
            SCHEME_VERSION.EFFECTIVE_EXISTING_FROM)
        .from(SCHEME_VERSION)
        .where(STANDS)
        .orderBy(SCHEME_VERSION.NUMBER)
        .fetch(row -> new Dated(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  Optional<Dated> findDated(UUID id) {
    return listDated().stream().filter(version -> version.id().equals(id)).findFirst();
  }

  /** Numbers of the versions that stand and whose drafts were written on this one. */
  List<Integer> listNumbersOn(UUID base) {
    return db.select(SCHEME_VERSION.NUMBER)
        .from(SCHEME_VERSION)
        .join(SCHEME_DRAFT)
        .on(SCHEME_DRAFT.VERSION_ID.eq(SCHEME_VERSION.ID))
        .where(STANDS)
        .and(SCHEME_DRAFT.BASE_VERSION_ID.eq(base))
        .orderBy(SCHEME_VERSION.NUMBER)
        .fetch(SCHEME_VERSION.NUMBER);
  }

  /**
   * The version that it was written on; of one that came from a file, that of the number before.
   */
  Optional<UUID> findBefore(UUID id) {
    return db.select(SCHEME_DRAFT.BASE_VERSION_ID)
        .from(SCHEME_DRAFT)
        .where(SCHEME_DRAFT.VERSION_ID.eq(id))
        .fetchOptional(SCHEME_DRAFT.BASE_VERSION_ID)
        .or(() -> findOfLowerNumber(id));
  }

  private Optional<UUID> findOfLowerNumber(UUID id) {
    return findKey(id)
        .flatMap(key ->
            db.select(SCHEME_VERSION.ID)
                .from(SCHEME_VERSION)
                .where(SCHEME_VERSION.NUMBER.lt(key.number()))
                .orderBy(SCHEME_VERSION.NUMBER.desc())
                .limit(inline(1))
                .fetchOptional(SCHEME_VERSION.ID));
  }

  /** Of versions that stand, those that took force until a day without anybody noticing. */
  List<Arrived> listArrivedUnnoticed(LocalDate today) {
    Select<Record4<UUID, Integer, String, LocalDate>> both =
        arrived(NEW, SCHEME_VERSION.EFFECTIVE_FROM, today)
            .unionAll(arrived("EXISTING", SCHEME_VERSION.EFFECTIVE_EXISTING_FROM, today));
    return db.selectFrom(both.asTable("arrived"))
        .orderBy(DSL.field("day"), DSL.field("number"), DSL.field("business"))
        .fetch(row ->
            new Arrived(
                row.get(0, UUID.class),
                row.get(1, Integer.class),
                row.get(2, String.class),
                row.get(3, LocalDate.class)));
  }

  private SelectConditionStep<Record4<UUID, Integer, String, LocalDate>> arrived(
      String business, Field<LocalDate> day, LocalDate today) {
    return db.select(
            SCHEME_VERSION.ID,
            SCHEME_VERSION.NUMBER,
            inline(business).as("business"),
            day.as("day"))
        .from(SCHEME_VERSION)
        .where(STANDS)
        .and(day.le(today))
        .and(
            notExists(
                selectOne()
                    .from(SCHEME_FORCE)
                    .where(SCHEME_FORCE.TENANT_ID.eq(SCHEME_VERSION.TENANT_ID))
                    .and(SCHEME_FORCE.VERSION_ID.eq(SCHEME_VERSION.ID))
                    .and(SCHEME_FORCE.BUSINESS.eq(inline(business)))));
  }

  private Optional<Key> findLatest(Condition condition) {
    return keys(STANDS.and(condition))
        .orderBy(SCHEME_VERSION.EFFECTIVE_FROM.desc(), SCHEME_VERSION.NUMBER.desc())
        .limit(inline(1))
        .fetchOptional(VersionStore::key);
  }

  /** Also of a version that was withdrawn: what was decided under it stays explained. */
  Optional<Key> findKey(UUID id) {
    return keys(SCHEME_VERSION.ID.eq(id)).fetchOptional(VersionStore::key);
  }

  private SelectConditionStep<Record4<UUID, Integer, LocalDate, String>> keys(Condition which) {
    return db.select(
            SCHEME_VERSION.ID,
            SCHEME_VERSION.NUMBER,
            SCHEME_VERSION.EFFECTIVE_FROM,
            SCHEME_VERSION.CONTENT_SHA256)
        .from(SCHEME_VERSION)
        .where(which);
  }

  private static Key key(Record4<UUID, Integer, LocalDate, String> row) {
    return new Key(row.value1(), row.value2(), row.value3(), row.value4());
  }

  String getContent(UUID id) {
    return db.select(SCHEME_VERSION.CONTENT)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.ID.eq(id))
        .fetchSingle(SCHEME_VERSION.CONTENT);
  }

  Optional<String> findSource(UUID id) {
    return db.select(SCHEME_VERSION.SOURCE_TEXT)
        .from(SCHEME_VERSION)
        .where(SCHEME_VERSION.ID.eq(id))
        .fetchOptional(SCHEME_VERSION.SOURCE_TEXT);
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

  void insert(SchemeWithdrawalRecord withdrawal) {
    db.executeInsert(withdrawal);
  }
}
