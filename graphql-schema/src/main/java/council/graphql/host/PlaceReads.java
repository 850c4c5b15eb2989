package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.platform.store.generated.Tables.AREA;
import static council.platform.store.generated.Tables.ATTRIBUTE_VALUE;
import static council.platform.store.generated.Tables.LOCATION;
import static council.platform.store.generated.Tables.ZONE;

import council.graphql.spi.Contributions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Areas, zones and the locations in them. */
final class PlaceReads {
  static final Field<UUID> LOCATION_PROVIDER = LOCATION.PROVIDER_ID;

  private PlaceReads() {}

  static void declare(Contributions c) {
    c.read("Area", AREA)
        .column("code", AREA.CODE)
        .column("title", AREA.TITLE)
        .column("position", AREA.POSITION)
        .column("retiredFrom", AREA.RETIRED_FROM)
        .list("zones", "Zone", ZONE.AREA_ID)
        .filter("code", AREA.CODE)
        .order("POSITION_ASC", List.of(asc(AREA.POSITION)));
    c.read("Zone", ZONE)
        .column("code", ZONE.CODE)
        .column("title", ZONE.TITLE)
        .column("position", ZONE.POSITION)
        .column("retiredFrom", ZONE.RETIRED_FROM)
        .one("area", "Area", ZONE.AREA_ID)
        .filter("code", ZONE.CODE)
        .order("POSITION_ASC", List.of(asc(ZONE.POSITION)));
    declareLocation(c);
    c.rootConnection("areas", "Area");
    c.rootConnection("zones", "Zone");
    c.rootConnection("locations", "Location");
  }

  private static void declareLocation(Contributions c) {
    c.read("Location", LOCATION)
        .column("reference", LOCATION.REFERENCE)
        .one("provider", "Provider", LOCATION.PROVIDER_ID)
        .one("zone", "Zone", LOCATION.ZONE_ID)
        .column("cqcLocationId", LOCATION.CQC_LOCATION_ID)
        .column("people", LOCATION.PEOPLE)
        .column("weeklyHours", LOCATION.WEEKLY_HOURS)
        .column("from", LOCATION.VALID_FROM)
        .expression("until", t -> Columns.lastDay(t, LOCATION.VALID_UNTIL))
        .column("revision", LOCATION.REVISION)
        .list("attributes", "AttributeValue", ATTRIBUTE_VALUE.OWNER_ID)
        .filter("reference", LOCATION.REFERENCE)
        .filter("zone", (t, code) -> inZone(t, code.toString()))
        .filter(
            "inForceOn",
            (t, day) ->
                Columns.inForce(t, LOCATION.VALID_FROM, LOCATION.VALID_UNTIL, (LocalDate) day))
        .order("REFERENCE_ASC", List.of(asc(LOCATION.REFERENCE)));
  }

  private static Condition inZone(Table<?> location, String code) {
    return DSL.exists(
        DSL.selectOne()
            .from(ZONE)
            .where(ZONE.TENANT_ID.eq(Columns.of(location, LOCATION.TENANT_ID)))
            .and(ZONE.ID.eq(Columns.of(location, LOCATION.ZONE_ID)))
            .and(ZONE.CODE.eq(code)));
  }
}
