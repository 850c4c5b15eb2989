package council.platform.directory;

import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;
import static council.platform.store.generated.Tables.LOCATION;
import static org.jooq.impl.DSL.any;

import council.platform.data.Ids;
import council.platform.store.generated.tables.records.AttributeValueRecord;
import council.platform.store.generated.tables.records.LocationRecord;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** Keeps the attributes of a location with it when its rows change. */
@Singleton
final class LocationAttributes {
  private final DSLContext db;

  LocationAttributes(DSLContext db) {
    this.db = db;
  }

  /** The values are seen by the users of whoever holds the location now. */
  void follow(List<LocationRecord> changed) {
    if (changed.isEmpty()) {
      return;
    }
    UUID[] ids = changed.stream().map(LocationRecord::getId).toArray(UUID[]::new);
    db.update(ATTRIBUTE_VALUE)
        .set(ATTRIBUTE_VALUE.PROVIDER_ID, LOCATION.PROVIDER_ID)
        .from(LOCATION)
        .where(LOCATION.TENANT_ID.eq(ATTRIBUTE_VALUE.TENANT_ID))
        .and(LOCATION.ID.eq(ATTRIBUTE_VALUE.LOCATION_ID))
        .and(LOCATION.PROVIDER_ID.ne(ATTRIBUTE_VALUE.PROVIDER_ID))
        .and(LOCATION.ID.eq(any(ids)))
        .execute();
  }

  /**
   * A span of days begins with what held at the end of the one before.
   *
   * @param successors by the id of the row that they follow
   */
  void carry(Map<UUID, LocationRecord> successors) {
    if (successors.isEmpty()) {
      return;
    }
    List<AttributeValueRecord> carried = new ArrayList<>();
    db.selectFrom(ATTRIBUTE_VALUE)
        .where(ATTRIBUTE_VALUE.LOCATION_ID.eq(any(successors.keySet().toArray(UUID[]::new))))
        .forEach(row ->
            carried.add(carried(row, Objects.requireNonNull(successors.get(row.getLocationId())))));
    if (!carried.isEmpty()) {
      db.batchInsert(carried).execute();
    }
  }

  private static AttributeValueRecord carried(AttributeValueRecord row, LocationRecord location) {
    AttributeValueRecord next = new AttributeValueRecord();
    next.setTenantId(row.getTenantId());
    next.setId(Ids.next());
    next.setOwnerType(row.getOwnerType());
    next.setOwnerId(location.getId());
    next.setLocationId(location.getId());
    next.setProviderId(location.getProviderId());
    next.setCode(row.getCode());
    next.setKind(row.getKind());
    next.setValue(row.getValue());
    next.setRevision(1);
    return next;
  }
}
