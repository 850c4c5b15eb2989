package council.platform.attribute;

import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;
import static council.platform.store.generated.Tables.LOCATION;
import static council.platform.store.generated.Tables.PROVIDER;

import council.platform.data.Ids;
import council.platform.store.generated.tables.records.AttributeValueRecord;
import council.platform.store.generated.tables.records.LocationRecord;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The rows of values. */
@Singleton
final class AttributeStore {
  private final DSLContext db;

  AttributeStore(DSLContext db) {
    this.db = db;
  }

  /** By code, locked until the transaction ends. */
  Map<String, AttributeValueRecord> lock(UUID owner) {
    return db.selectFrom(ATTRIBUTE_VALUE)
        .where(ATTRIBUTE_VALUE.OWNER_ID.eq(owner))
        .forUpdate()
        .fetchMap(ATTRIBUTE_VALUE.CODE);
  }

  List<AttributeValueRecord> list(OwnerType type, Collection<UUID> owners) {
    // One bind however many are asked for, so that the statement stays the same.
    return list(type, ATTRIBUTE_VALUE.OWNER_ID.eq(DSL.any(DSL.val(owners.toArray(UUID[]::new)))));
  }

  List<AttributeValueRecord> listAll(OwnerType type) {
    return list(type, DSL.noCondition());
  }

  private List<AttributeValueRecord> list(OwnerType type, Condition which) {
    return db.selectFrom(ATTRIBUTE_VALUE)
        .where(ATTRIBUTE_VALUE.OWNER_TYPE.eq(type.name()))
        .and(which)
        .fetch();
  }

  void insert(String tenant, Owner owner, String code, AttributeKind kind, String value) {
    AttributeValueRecord row = db.newRecord(ATTRIBUTE_VALUE);
    row.setTenantId(tenant);
    row.setId(Ids.next());
    row.setOwnerType(owner.type().name());
    row.setOwnerId(owner.id());
    row.setLocationId(owner.type() == OwnerType.LOCATION ? owner.id() : null);
    row.setProviderId(owner.providerId());
    row.setCode(code);
    row.setKind(kind.name());
    row.setValue(value);
    row.insert();
  }

  void update(AttributeValueRecord row, AttributeKind kind, String value) {
    row.setKind(kind.name());
    row.setValue(value);
    row.setRevision(row.getRevision() + 1);
    row.update();
  }

  void delete(AttributeValueRecord row) {
    row.delete();
  }

  /** The revision of a provider, which is locked; empty where the council has no such provider. */
  Optional<Integer> lockProvider(UUID id) {
    return db.select(PROVIDER.REVISION)
        .from(PROVIDER)
        .where(PROVIDER.ID.eq(id))
        .forUpdate()
        .fetchOptional(PROVIDER.REVISION);
  }

  void touchProvider(UUID id) {
    db.update(PROVIDER)
        .set(PROVIDER.REVISION, PROVIDER.REVISION.plus(1))
        .where(PROVIDER.ID.eq(id))
        .execute();
  }

  Optional<LocationRecord> lockLocation(UUID id) {
    return db.selectFrom(LOCATION).where(LOCATION.ID.eq(id)).forUpdate().fetchOptional();
  }

  void touchLocation(UUID id) {
    db.update(LOCATION)
        .set(LOCATION.REVISION, LOCATION.REVISION.plus(1))
        .where(LOCATION.ID.eq(id))
        .execute();
  }
}
