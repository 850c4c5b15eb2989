package council.framework.graphql;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.framework.store.generated.Tables.TRANSITION_CASE;
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

/** Places, suspensions and transition cases. */
final class PlaceReads {

  void declare(Contributions c) {
    declarePlace(c);
    declareSuspension(c);
    declareTransition(c);
    c.rootConnection("places", "Place");
    c.rootConnection("suspensions", "Suspension");
    c.rootConnection("transitionCases", "TransitionCase");
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

  private static void declareTransition(Contributions c) {
    c.read("TransitionCase", TRANSITION_CASE)
        .one("round", "EvaluationRound", TRANSITION_CASE.ROUND_ID)
        .one("location", "Location", TRANSITION_CASE.LOCATION_ID)
        .one("provider", "Provider", TRANSITION_CASE.PROVIDER_ID)
        .column("vehicle", TRANSITION_CASE.VEHICLE)
        .column("origin", TRANSITION_CASE.ORIGIN)
        .column("openedOn", TRANSITION_CASE.OPENED_ON)
        .column("zone", TRANSITION_CASE.ZONE)
        .column("status", TRANSITION_CASE.STATUS)
        .column("due", TRANSITION_CASE.DUE)
        .column("exemptionReason", TRANSITION_CASE.EXEMPTION_REASON)
        .filter("zone", TRANSITION_CASE.ZONE)
        .filter("status", TRANSITION_CASE.STATUS)
        .filter("dueBy", (table, day) -> field(table, TRANSITION_CASE.DUE).le((LocalDate) day))
        .order("LOCATION_ASC", List.of(asc(TRANSITION_CASE.LOCATION_REFERENCE)));
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
