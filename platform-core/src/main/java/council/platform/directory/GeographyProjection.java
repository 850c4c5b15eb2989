package council.platform.directory;

import static council.platform.store.generated.Tables.AREA;
import static council.platform.store.generated.Tables.ZONE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import council.platform.audit.Audit;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeForceListener;
import council.platform.scheme.SchemeVersion;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Row5;
import org.jooq.Row6;

/**
 * Areas and zones as rows, so that others can refer to them. A code that the new version has not
 * got is retired from the day on which that version takes effect; it is never deleted.
 */
@Singleton
final class GeographyProjection implements SchemeForceListener {
  private final DSLContext db;
  private final Audit audit;

  GeographyProjection(DSLContext db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  @Override
  public void tookForce(Actor actor, SchemeVersion version) {
    version
        .findSection(GeographySection.class)
        .filter(geography -> !geography.areas().isEmpty())
        .ifPresent(geography -> project(actor, geography, version.effectiveFrom()));
  }

  private void project(Actor actor, GeographySection geography, LocalDate from) {
    GeographyAsIs before = GeographyAsIs.read(db);
    project(actor.tenant(), geography, from);
    audit.recordAll(actor, before.changesTo(GeographyAsIs.read(db)));
  }

  private void project(String tenant, GeographySection geography, LocalDate from) {
    upsertAreas(tenant, geography);
    upsertZones(tenant, geography);
    retire(geography, from);
  }

  private void upsertAreas(String tenant, GeographySection geography) {
    List<Row5<String, UUID, String, String, Integer>> rows = new ArrayList<>();
    geography
        .areas()
        .forEach(
            (code, area) -> rows.add(row(tenant, Ids.next(), code, area.title(), rows.size() + 1)));
    db.insertInto(AREA, AREA.TENANT_ID, AREA.ID, AREA.CODE, AREA.TITLE, AREA.POSITION)
        .valuesOfRows(rows)
        .onConflict(AREA.TENANT_ID, AREA.CODE)
        .doUpdate()
        .set(AREA.TITLE, excluded(AREA.TITLE))
        .set(AREA.POSITION, excluded(AREA.POSITION))
        .setNull(AREA.RETIRED_FROM)
        .set(AREA.REVISION, AREA.REVISION.plus(1))
        .where(
            row(AREA.TITLE, AREA.POSITION, AREA.RETIRED_FROM)
                .isDistinctFrom(
                    row(
                        excluded(AREA.TITLE),
                        excluded(AREA.POSITION),
                        val((LocalDate) null, AREA.RETIRED_FROM))))
        .execute();
  }

  private void upsertZones(String tenant, GeographySection geography) {
    Map<String, UUID> areaIds =
        db.select(AREA.CODE, AREA.ID).from(AREA).fetchMap(AREA.CODE, AREA.ID);
    List<Row6<String, UUID, UUID, String, String, Integer>> rows = new ArrayList<>();
    geography
        .areas()
        .forEach((areaCode, area) ->
            area.zones()
                .forEach((code, zone) ->
                    rows.add(
                        row(
                            tenant,
                            Ids.next(),
                            areaIds.get(areaCode),
                            code,
                            zone.title(),
                            rows.size() + 1))));
    db.insertInto(ZONE, ZONE.TENANT_ID, ZONE.ID, ZONE.AREA_ID, ZONE.CODE, ZONE.TITLE, ZONE.POSITION)
        .valuesOfRows(rows)
        .onConflict(ZONE.TENANT_ID, ZONE.CODE)
        .doUpdate()
        .set(ZONE.AREA_ID, excluded(ZONE.AREA_ID))
        .set(ZONE.TITLE, excluded(ZONE.TITLE))
        .set(ZONE.POSITION, excluded(ZONE.POSITION))
        .setNull(ZONE.RETIRED_FROM)
        .set(ZONE.REVISION, ZONE.REVISION.plus(1))
        .where(
            row(ZONE.AREA_ID, ZONE.TITLE, ZONE.POSITION, ZONE.RETIRED_FROM)
                .isDistinctFrom(
                    row(
                        excluded(ZONE.AREA_ID),
                        excluded(ZONE.TITLE),
                        excluded(ZONE.POSITION),
                        val((LocalDate) null, ZONE.RETIRED_FROM))))
        .execute();
  }

  private void retire(GeographySection geography, LocalDate from) {
    Set<String> zones = geography.zoneCodes();
    db.update(ZONE)
        .set(ZONE.RETIRED_FROM, from)
        .set(ZONE.REVISION, ZONE.REVISION.plus(1))
        .where(ZONE.CODE.notIn(zones).and(ZONE.RETIRED_FROM.isNull()))
        .execute();
    db.update(AREA)
        .set(AREA.RETIRED_FROM, from)
        .set(AREA.REVISION, AREA.REVISION.plus(1))
        .where(AREA.CODE.notIn(geography.areas().keySet()).and(AREA.RETIRED_FROM.isNull()))
        .execute();
  }
}
