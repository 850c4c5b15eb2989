package council.platform.directory;

import static council.platform.store.generated.Tables.AREA;
import static council.platform.store.generated.Tables.ZONE;

import council.platform.audit.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A council's areas and zones at one moment, so that the audit can tell what changed. */
record GeographyAsIs(Map<UUID, Facts> areas, Map<UUID, Facts> zones) {

  /**
   * @param areaId the area of a zone; absent for an area
   */
  record Facts(
      String code,
      String title,
      int position,
      @Nullable UUID areaId,
      @Nullable LocalDate retiredFrom) {}

  static GeographyAsIs read(DSLContext db) {
    Map<UUID, Facts> areas = new LinkedHashMap<>();
    db.selectFrom(AREA)
        .orderBy(AREA.POSITION, AREA.CODE)
        .forEach(row ->
            areas.put(
                row.getId(),
                new Facts(
                    row.getCode(), row.getTitle(), row.getPosition(), null, row.getRetiredFrom())));
    Map<UUID, Facts> zones = new LinkedHashMap<>();
    db.selectFrom(ZONE)
        .orderBy(ZONE.POSITION, ZONE.CODE)
        .forEach(row ->
            zones.put(
                row.getId(),
                new Facts(
                    row.getCode(),
                    row.getTitle(),
                    row.getPosition(),
                    row.getAreaId(),
                    row.getRetiredFrom())));
    return new GeographyAsIs(areas, zones);
  }

  /** One change for each area and zone that is new or different; none is ever deleted. */
  List<Change> changesTo(GeographyAsIs after) {
    List<Change> changes = new ArrayList<>();
    after.areas.forEach((id, now) -> add(changes, "Area", id, areas.get(id), now));
    after.zones.forEach((id, now) -> add(changes, "Zone", id, zones.get(id), now));
    return changes;
  }

  private static void add(
      List<Change> changes, String type, UUID id, @Nullable Facts before, Facts now) {
    if (!now.equals(before)) {
      String action = type + (before == null ? "Added" : "Changed");
      changes.add(new Change(type, id, action, before, now, null, null));
    }
  }
}
