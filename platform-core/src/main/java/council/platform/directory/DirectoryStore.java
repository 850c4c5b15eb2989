package council.platform.directory;

import static council.platform.store.generated.Tables.AREA;
import static council.platform.store.generated.Tables.CONSORTIUM_MEMBER;
import static council.platform.store.generated.Tables.LOCATION;
import static council.platform.store.generated.Tables.PERSON;
import static council.platform.store.generated.Tables.PROVIDER;
import static council.platform.store.generated.Tables.PROVIDER_CQC_REGISTRATION;
import static council.platform.store.generated.Tables.ZONE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;

import council.platform.data.Ids;
import council.platform.store.generated.tables.records.ConsortiumMemberRecord;
import council.platform.store.generated.tables.records.LocationRecord;
import council.platform.store.generated.tables.records.ProviderCqcRegistrationRecord;
import council.platform.store.generated.tables.records.ProviderRecord;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdatableRecord;

/** The directory's tables. Lists of keys travel as one array each. */
@Singleton
final class DirectoryStore {
  private static final int CHUNK = 1_000;

  private final DSLContext db;

  DirectoryStore(DSLContext db) {
    this.db = db;
  }

  Map<String, ProviderRecord> providersByReference(Collection<String> references) {
    return db.selectFrom(PROVIDER)
        .where(PROVIDER.REFERENCE.eq(any(texts(references))))
        .fetchMap(PROVIDER.REFERENCE);
  }

  List<ProviderRecord> providers(Condition condition) {
    return db.selectFrom(PROVIDER).where(condition).orderBy(PROVIDER.REFERENCE).fetch();
  }

  List<ProviderRecord> providersByCqcId(Collection<String> cqcIds) {
    return providers(
        PROVIDER.ID.in(
            db.select(PROVIDER_CQC_REGISTRATION.PROVIDER_ID)
                .from(PROVIDER_CQC_REGISTRATION)
                .where(PROVIDER_CQC_REGISTRATION.CQC_PROVIDER_ID.eq(any(texts(cqcIds))))));
  }

  List<ProviderRecord> members(UUID consortium) {
    return providers(
        PROVIDER.ID.in(
            db.select(CONSORTIUM_MEMBER.MEMBER_ID)
                .from(CONSORTIUM_MEMBER)
                .where(CONSORTIUM_MEMBER.CONSORTIUM_ID.eq(consortium))));
  }

  /** Those that last on that day or later. */
  List<ProviderCqcRegistrationRecord> registrations(Collection<UUID> providers, LocalDate from) {
    return db.selectFrom(PROVIDER_CQC_REGISTRATION)
        .where(PROVIDER_CQC_REGISTRATION.PROVIDER_ID.eq(any(ids(providers))))
        .and(
            PROVIDER_CQC_REGISTRATION
                .VALID_UNTIL
                .isNull()
                .or(PROVIDER_CQC_REGISTRATION.VALID_UNTIL.gt(from)))
        .fetch();
  }

  List<ConsortiumMemberRecord> membershipsOf(Collection<UUID> consortia) {
    return db.selectFrom(CONSORTIUM_MEMBER)
        .where(CONSORTIUM_MEMBER.CONSORTIUM_ID.eq(any(ids(consortia))))
        .fetch();
  }

  Map<String, LocationRecord> latestLocations(Collection<String> references) {
    return db.select(LOCATION.fields())
        .distinctOn(LOCATION.REFERENCE)
        .from(LOCATION)
        .where(LOCATION.REFERENCE.eq(any(texts(references))))
        .orderBy(LOCATION.REFERENCE, LOCATION.VALID_FROM.desc())
        .fetchMap(LOCATION.REFERENCE, row -> row.into(LOCATION));
  }

  /**
   * @param until the last day
   */
  List<Location> locationsBetween(LocalDate from, LocalDate until) {
    return db.select(LOCATION.fields())
        .select(PROVIDER.REFERENCE, ZONE.CODE)
        .from(LOCATION)
        .join(PROVIDER)
        .on(PROVIDER.TENANT_ID.eq(LOCATION.TENANT_ID), PROVIDER.ID.eq(LOCATION.PROVIDER_ID))
        .join(ZONE)
        .on(ZONE.TENANT_ID.eq(LOCATION.TENANT_ID), ZONE.ID.eq(LOCATION.ZONE_ID))
        .where(LOCATION.VALID_FROM.le(until))
        .and(LOCATION.VALID_UNTIL.isNull().or(LOCATION.VALID_UNTIL.gt(from)))
        .orderBy(LOCATION.REFERENCE, LOCATION.VALID_FROM)
        .fetch(DirectoryStore::location);
  }

  private static Location location(Record row) {
    return new Location(
        new LocationId(row.get(LOCATION.ID)),
        row.get(LOCATION.REFERENCE),
        new ProviderId(row.get(LOCATION.PROVIDER_ID)),
        row.get(PROVIDER.REFERENCE),
        row.get(ZONE.CODE),
        row.get(LOCATION.CQC_LOCATION_ID),
        row.get(LOCATION.PEOPLE),
        row.get(LOCATION.WEEKLY_HOURS),
        row.get(LOCATION.VALID_FROM),
        row.get(LOCATION.VALID_UNTIL));
  }

  List<Zone> zones() {
    return db.select(ZONE.ID, ZONE.CODE, ZONE.TITLE, AREA.CODE, ZONE.RETIRED_FROM)
        .from(ZONE)
        .join(AREA)
        .on(AREA.TENANT_ID.eq(ZONE.TENANT_ID), AREA.ID.eq(ZONE.AREA_ID))
        .orderBy(ZONE.CODE)
        .fetch(
            row -> new Zone(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  Map<String, UUID> people(Collection<String> references) {
    return db.select(PERSON.REFERENCE, PERSON.ID)
        .from(PERSON)
        .where(PERSON.REFERENCE.eq(any(texts(references))))
        .fetchMap(PERSON.REFERENCE, PERSON.ID);
  }

  /** Somebody else may add the same person at the same time. */
  void addPeople(String tenant, Collection<String> references) {
    var rows = references.stream().map(reference -> row(tenant, Ids.next(), reference)).toList();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      db.insertInto(PERSON, PERSON.TENANT_ID, PERSON.ID, PERSON.REFERENCE)
          .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + CHUNK)))
          .onConflictDoNothing()
          .execute();
    }
  }

  /** One round trip for any number of rows. */
  void insert(List<? extends UpdatableRecord<?>> rows) {
    db.batchInsert(rows).execute();
  }

  /** One round trip for rows of which the same columns changed. */
  void update(List<? extends UpdatableRecord<?>> rows) {
    db.batchUpdate(rows).execute();
  }

  private static String[] texts(Collection<String> values) {
    return values.toArray(String[]::new);
  }

  private static UUID[] ids(Collection<UUID> values) {
    return values.toArray(UUID[]::new);
  }
}
