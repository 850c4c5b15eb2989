package council.framework.graphql;

import static council.framework.store.generated.Tables.EXEMPTION_HISTORY;
import static council.framework.store.generated.Tables.PLACE_HISTORY;
import static council.framework.store.generated.Tables.SUSPENSION_HISTORY;
import static council.graphql.spi.ReadType.OrderKey.asc;

import council.graphql.spi.Contributions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Places, suspensions and exemptions as they were known at a time. */
@Singleton
final class KnownReads implements ApiPart {
  /**
   * A table with a version of a row for each of its changes.
   *
   * @param of the row's id
   */
  private record Versions(
      Table<?> table,
      TableField<? extends Record, UUID> of,
      TableField<? extends Record, Integer> version,
      TableField<? extends Record, Instant> knownFrom) {

    /** The last version that was known then. */
    Condition knownAt(Table<?> one, Object at) {
      Instant then = (Instant) at;
      return field(one, knownFrom)
          .le(then)
          .and(DSL.notExists(newer(one).and(in(knownFrom).le(then))));
    }

    /** When the next version took its place. */
    Field<Instant> knownUntil(Table<?> one) {
      return DSL.field(
          DSL.select(DSL.min(in(knownFrom))).from(table.as("newer")).where(isNewerThan(one)));
    }

    private SelectConditionStep<?> newer(Table<?> one) {
      return DSL.selectOne().from(table.as("newer")).where(isNewerThan(one));
    }

    private Condition isNewerThan(Table<?> one) {
      Field<String> tenant = DSL.field(DSL.name("tenant_id"), String.class);
      return Objects.requireNonNull(table.as("newer").field(tenant))
          .eq(Objects.requireNonNull(one.field(tenant)))
          .and(in(of).eq(field(one, of)))
          .and(in(version).gt(field(one, version)));
    }

    private <T> Field<T> in(Field<T> column) {
      return field(table.as("newer"), column);
    }

    private static <T> Field<T> field(Table<?> in, Field<T> column) {
      return Objects.requireNonNull(in.field(column));
    }
  }

  private static final Versions PLACES =
      new Versions(
          PLACE_HISTORY, PLACE_HISTORY.PLACE_ID, PLACE_HISTORY.VERSION, PLACE_HISTORY.KNOWN_FROM);
  private static final Versions SUSPENSIONS =
      new Versions(
          SUSPENSION_HISTORY,
          SUSPENSION_HISTORY.SUSPENSION_ID,
          SUSPENSION_HISTORY.VERSION,
          SUSPENSION_HISTORY.KNOWN_FROM);
  private static final Versions EXEMPTIONS =
      new Versions(
          EXEMPTION_HISTORY,
          EXEMPTION_HISTORY.EXEMPTION_ID,
          EXEMPTION_HISTORY.VERSION,
          EXEMPTION_HISTORY.KNOWN_FROM);

  @Override
  public void declare(Contributions c) {
    declarePlace(c);
    declareSuspension(c);
    declareExemption(c);
    c.rootConnection("placesAsKnown", "PlaceAsKnown");
    c.rootConnection("suspensionsAsKnown", "SuspensionAsKnown");
    c.rootConnection("exemptionsAsKnown", "ExemptionAsKnown");
  }

  private static void declarePlace(Contributions c) {
    c.read("PlaceAsKnown", PLACE_HISTORY)
        .one("place", "Place", PLACE_HISTORY.PLACE_ID)
        .one("provider", "Provider", PLACE_HISTORY.PROVIDER_ID)
        .column("vehicle", PLACE_HISTORY.VEHICLE)
        .column("zone", PLACE_HISTORY.ZONE)
        .column("area", PLACE_HISTORY.AREA)
        .column("tier", PLACE_HISTORY.TIER)
        .column("rank", PLACE_HISTORY.RANK)
        .column("site", PLACE_HISTORY.SITE)
        .column("from", PLACE_HISTORY.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("version", PLACE_HISTORY.VERSION)
        .column("knownFrom", PLACE_HISTORY.KNOWN_FROM)
        .expression("knownUntil", PLACES::knownUntil)
        .filter("at", PLACES::knownAt)
        .filter("inForceOn", PlaceReads::inForceOn)
        .filter("vehicle", PLACE_HISTORY.VEHICLE)
        .filter("zone", PLACE_HISTORY.ZONE)
        .filter("tier", PLACE_HISTORY.TIER)
        .filter("provider", PLACE_HISTORY.PROVIDER_REFERENCE)
        .order(
            "ZONE_ASC",
            List.of(
                asc(PLACE_HISTORY.VEHICLE),
                asc(PLACE_HISTORY.ZONE),
                asc(PLACE_HISTORY.TIER),
                asc(PLACE_HISTORY.RANK),
                asc(PLACE_HISTORY.PROVIDER_REFERENCE),
                asc(PLACE_HISTORY.VERSION)));
  }

  private static void declareSuspension(Contributions c) {
    c.read("SuspensionAsKnown", SUSPENSION_HISTORY)
        .one("suspension", "Suspension", SUSPENSION_HISTORY.SUSPENSION_ID)
        .one("provider", "Provider", SUSPENSION_HISTORY.PROVIDER_ID)
        .column("vehicle", SUSPENSION_HISTORY.VEHICLE)
        .column("scope", SUSPENSION_HISTORY.SCOPE)
        .column("from", SUSPENSION_HISTORY.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("reviewOn", SUSPENSION_HISTORY.REVIEW_ON)
        .column("version", SUSPENSION_HISTORY.VERSION)
        .column("knownFrom", SUSPENSION_HISTORY.KNOWN_FROM)
        .expression("knownUntil", SUSPENSIONS::knownUntil)
        .filter("at", SUSPENSIONS::knownAt)
        .filter("inForceOn", PlaceReads::inForceOn)
        .filter("vehicle", SUSPENSION_HISTORY.VEHICLE)
        .filter("provider", SUSPENSION_HISTORY.PROVIDER_REFERENCE)
        .order(
            "PROVIDER_ASC",
            List.of(
                asc(SUSPENSION_HISTORY.VEHICLE),
                asc(SUSPENSION_HISTORY.PROVIDER_REFERENCE),
                asc(SUSPENSION_HISTORY.VALID_FROM),
                asc(SUSPENSION_HISTORY.VERSION)));
  }

  private static void declareExemption(Contributions c) {
    c.read("ExemptionAsKnown", EXEMPTION_HISTORY)
        .one("exemption", "Exemption", EXEMPTION_HISTORY.EXEMPTION_ID)
        .one("provider", "Provider", EXEMPTION_HISTORY.PROVIDER_ID)
        .column("vehicle", EXEMPTION_HISTORY.VEHICLE)
        .column("location", EXEMPTION_HISTORY.LOCATION_REFERENCE)
        .column("kind", EXEMPTION_HISTORY.KIND)
        .column("status", EXEMPTION_HISTORY.STATUS)
        .column("from", EXEMPTION_HISTORY.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("dueAfter", EXEMPTION_HISTORY.DUE_AFTER)
        .column("version", EXEMPTION_HISTORY.VERSION)
        .column("knownFrom", EXEMPTION_HISTORY.KNOWN_FROM)
        .expression("knownUntil", EXEMPTIONS::knownUntil)
        .filter("at", EXEMPTIONS::knownAt)
        .filter("inForceOn", PlaceReads::inForceOn)
        .filter("vehicle", EXEMPTION_HISTORY.VEHICLE)
        .filter("location", EXEMPTION_HISTORY.LOCATION_REFERENCE)
        .order(
            "LOCATION_ASC",
            List.of(
                asc(EXEMPTION_HISTORY.VEHICLE),
                asc(EXEMPTION_HISTORY.LOCATION_REFERENCE),
                asc(EXEMPTION_HISTORY.VALID_FROM),
                asc(EXEMPTION_HISTORY.VERSION)));
  }
}
