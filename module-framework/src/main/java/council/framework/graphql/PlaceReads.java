package council.framework.graphql;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.graphql.spi.Contributions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Places and suspensions. */
final class PlaceReads {

  void declare(Contributions c) {
    declarePlace(c);
    declareSuspension(c);
    c.rootConnection("places", "Place");
    c.rootConnection("suspensions", "Suspension");
  }

  private static void declarePlace(Contributions c) {
    c.read("Place", PLACE)
        .one("round", "EvaluationRound", PLACE.ROUND_ID)
        .one("provider", "Provider", PLACE.PROVIDER_ID)
        .one("decision", "Decision", PLACE.DECISION_ID)
        .column("vehicle", PLACE.VEHICLE)
        .column("zone", PLACE.ZONE)
        .column("area", PLACE.AREA)
        .column("tier", PLACE.TIER)
        .column("rank", PLACE.RANK)
        .column("score", PLACE.SCORE)
        .column("from", PLACE.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .filter("vehicle", PLACE.VEHICLE)
        .filter("zone", PLACE.ZONE)
        .filter("tier", PLACE.TIER)
        .filter("provider", PLACE.PROVIDER_REFERENCE)
        .filter("inForceOn", PlaceReads::inForceOn)
        .order(
            "ZONE_ASC",
            List.of(
                asc(PLACE.VEHICLE),
                asc(PLACE.ZONE),
                asc(PLACE.TIER),
                asc(PLACE.RANK),
                asc(PLACE.PROVIDER_REFERENCE)));
  }

  private static void declareSuspension(Contributions c) {
    c.read("Suspension", SUSPENSION)
        .one("provider", "Provider", SUSPENSION.PROVIDER_ID)
        .column("vehicle", SUSPENSION.VEHICLE)
        .column("scope", SUSPENSION.SCOPE)
        .column("from", SUSPENSION.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("reason", SUSPENSION.REASON)
        .column("liftedBecause", SUSPENSION.LIFTED_BECAUSE)
        .column("revision", SUSPENSION.REVISION)
        .filter("vehicle", SUSPENSION.VEHICLE)
        .filter("inForceOn", PlaceReads::inForceOn)
        .order("NEWEST_FIRST", List.of(desc(SUSPENSION.CREATED_AT)));
  }

  private static Condition inForceOn(Table<?> table, Object day) {
    var on = (LocalDate) day;
    var until = field(table, PLACE.VALID_UNTIL);
    return field(table, PLACE.VALID_FROM).le(on).and(until.isNull().or(until.gt(on)));
  }

  private static Field<LocalDate> lastDay(Table<?> table) {
    return DSL.field("{0} - 1", LocalDate.class, field(table, PLACE.VALID_UNTIL));
  }

  private static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
