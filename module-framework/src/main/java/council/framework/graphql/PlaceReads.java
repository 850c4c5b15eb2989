package council.framework.graphql;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.SUSPENSION;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.framework.api.PlaceActions;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType.Row;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Places and suspensions. */
@Singleton
final class PlaceReads implements ApiPart {
  private final PlaceActions actions;

  PlaceReads(PlaceActions actions) {
    this.actions = actions;
  }

  @Override
  public void declare(Contributions c) {
    declarePlace(c);
    declareSuspension(c);
    c.rootConnection("places", "Place");
    c.rootConnection("suspensions", "Suspension");
  }

  private void declarePlace(Contributions c) {
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
        .column("site", PLACE.SITE)
        .one("step", "PlaceStep", PLACE.STEP_ID)
        .one("endedBy", "PlaceStep", PLACE.ENDED_BY)
        .column("revision", PLACE.REVISION)
        .computed(
            "allowedActions",
            List.of(PLACE.ENDED_BY),
            (row, actor) -> actions.listOfPlace(row.get(PLACE.ENDED_BY) != null, actor))
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

  private void declareSuspension(Contributions c) {
    c.read("Suspension", SUSPENSION)
        .one("provider", "Provider", SUSPENSION.PROVIDER_ID)
        .column("vehicle", SUSPENSION.VEHICLE)
        .column("scope", SUSPENSION.SCOPE)
        .column("from", SUSPENSION.VALID_FROM)
        .expression("until", PlaceReads::lastDay)
        .column("reason", SUSPENSION.REASON)
        .column("liftedBecause", SUSPENSION.LIFTED_BECAUSE)
        .column("reviewOn", SUSPENSION.REVIEW_ON)
        .computed(
            "evidence",
            List.of(SUSPENSION.EVIDENCE),
            (row, actor) -> councilOnly(row, SUSPENSION.EVIDENCE, actor))
        .column("revision", SUSPENSION.REVISION)
        .computed(
            "allowedActions",
            List.of(SUSPENSION.LIFTED_BECAUSE),
            (row, actor) ->
                actions.listOfSuspension(row.get(SUSPENSION.LIFTED_BECAUSE) != null, actor))
        .filter("vehicle", SUSPENSION.VEHICLE)
        .filter("provider", SUSPENSION.PROVIDER_REFERENCE)
        .filter("reviewDueBy", PlaceReads::reviewDueBy)
        .filter("inForceOn", PlaceReads::inForceOn)
        .order("NEWEST_FIRST", List.of(desc(SUSPENSION.CREATED_AT)));
  }

  /** Those that still hold on the day, and on which somebody should have looked by then. */
  private static Condition reviewDueBy(Table<?> table, Object day) {
    var on = (LocalDate) day;
    var until = field(table, SUSPENSION.VALID_UNTIL);
    return field(table, SUSPENSION.REVIEW_ON).le(on).and(until.isNull().or(until.gt(on)));
  }

  /** The council's own words, which are not meant for the providers. */
  static @Nullable Object councilOnly(Row row, Field<String> column, Actor actor) {
    return actor.isProviderBound() ? null : row.get(column);
  }

  static Condition inForceOn(Table<?> table, Object day) {
    var on = (LocalDate) day;
    var until = field(table, PLACE.VALID_UNTIL);
    return field(table, PLACE.VALID_FROM).le(on).and(until.isNull().or(until.gt(on)));
  }

  static Field<LocalDate> lastDay(Table<?> table) {
    return DSL.field("{0} - 1", LocalDate.class, field(table, PLACE.VALID_UNTIL));
  }

  static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
