package council.framework.graphql;

import static council.framework.store.generated.Tables.EXEMPTION;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.TIER_REVIEW;
import static council.framework.store.generated.Tables.TRANSITION_BLOCKER;
import static council.framework.store.generated.Tables.TRANSITION_CASE;
import static council.framework.store.generated.Tables.TRANSITION_RECEIVER;
import static council.framework.store.generated.Tables.TRANSITION_STEP;
import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;

import council.framework.api.TransitionActions;
import council.framework.transition.domain.CaseStanding;
import council.graphql.spi.Contributions;
import council.graphql.spi.ReadType;
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

/** Cases of locations that move, and reviews of places. */
@Singleton
final class TransitionReads implements ApiPart {
  private final TransitionActions actions;

  TransitionReads(TransitionActions actions) {
    this.actions = actions;
  }

  @Override
  public void declare(Contributions c) {
    declareCase(c);
    declareReceiver(c);
    declareBlocker(c);
    declareStep(c);
    declareTierReview(c);
    c.rootConnection("transitionCases", "TransitionCase");
    c.rootConnection("tierReviews", "TierReview");
  }

  private void declareCase(Contributions c) {
    ReadType type =
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
            .column("stage", TRANSITION_CASE.STAGE)
            .column("stageSince", TRANSITION_CASE.STAGE_SINCE)
            .column("movedOn", TRANSITION_CASE.MOVED_ON)
            .column("endedOn", TRANSITION_CASE.ENDED_ON)
            .column("outcome", TRANSITION_CASE.OUTCOME)
            .column("revision", TRANSITION_CASE.REVISION)
            .list("exemptions", "Exemption", EXEMPTION.CASE_ID)
            .list("receivers", "TransitionReceiver", TRANSITION_RECEIVER.CASE_ID)
            .list("blockers", "TransitionBlocker", TRANSITION_BLOCKER.CASE_ID)
            .list("steps", "TransitionStep", TRANSITION_STEP.CASE_ID);
    declareRecords(type);
    declareFilters(type);
    type.order("LOCATION_ASC", List.of(asc(TRANSITION_CASE.LOCATION_REFERENCE)))
        .order(
            "DUE_ASC", List.of(asc(TRANSITION_CASE.DUE), asc(TRANSITION_CASE.LOCATION_REFERENCE)));
  }

  private void declareRecords(ReadType type) {
    type.computed(
            "review",
            List.of(
                TRANSITION_CASE.REVIEW_TYPE,
                TRANSITION_CASE.REVIEWED_ON,
                TRANSITION_CASE.REVIEW_FINDING,
                TRANSITION_CASE.STAY_APPROPRIATE),
            TransitionReads::review)
        .computed(
            "choice",
            List.of(
                TRANSITION_CASE.CHOICE,
                TRANSITION_CASE.CHOSEN_ON,
                TRANSITION_CASE.CHOICE_HOW,
                TRANSITION_CASE.CHOICE_SUPPORT),
            TransitionReads::choice)
        .computed(
            "staffTransfer",
            List.of(
                TRANSITION_CASE.STAFF_TRANSFER,
                TRANSITION_CASE.STAFF_TRANSFER_ON,
                TRANSITION_CASE.STAFF_TRANSFER_NOTE),
            TransitionReads::staffTransfer)
        .computed(
            "homeCheck",
            List.of(
                TRANSITION_CASE.NOBODY_MOVES_HOME,
                TRANSITION_CASE.HOME_CHECKED_ON,
                TRANSITION_CASE.HOME_CHECKED_BY,
                TRANSITION_CASE.HOME_CHECK_RESTS_ON),
            TransitionReads::homeCheck)
        .computed(
            "openBlockers",
            List.of(TRANSITION_CASE.OPEN_BLOCKERS),
            (row, actor) -> forCouncil(actor, row.get(TRANSITION_CASE.OPEN_BLOCKERS)))
        .computed(
            "allowedActions",
            List.of(
                TRANSITION_CASE.WORKING,
                TRANSITION_CASE.STAGE,
                TRANSITION_CASE.STAGE_SINCE,
                TRANSITION_CASE.STATUS,
                TRANSITION_CASE.ENDED_ON,
                TRANSITION_CASE.REVIEW_TYPE,
                TRANSITION_CASE.STAY_APPROPRIATE,
                TRANSITION_CASE.CHOICE,
                TRANSITION_CASE.STAFF_TRANSFER,
                TRANSITION_CASE.RECEIVER_CHOSEN,
                TRANSITION_CASE.NOBODY_MOVES_HOME,
                TRANSITION_CASE.OPEN_BLOCKERS),
            this::allowedActions);
  }

  private static void declareFilters(ReadType type) {
    type.filter("vehicle", TRANSITION_CASE.VEHICLE)
        .filter("zone", TRANSITION_CASE.ZONE)
        .filter("status", TRANSITION_CASE.STATUS)
        .filter("stage", TRANSITION_CASE.STAGE)
        .filter("provider", TRANSITION_CASE.PROVIDER_REFERENCE)
        .filter("receiver", TransitionReads::goesTo)
        .filter("dueBy", (table, day) -> field(table, TRANSITION_CASE.DUE).le((LocalDate) day))
        .filter("overdueOn", TransitionReads::overdue);
  }

  /** Only what is chosen last counts. A provider does not see the rows that this looks into. */
  private static Condition goesTo(Table<?> table, Object receiver) {
    var chosen = TRANSITION_RECEIVER.as("chosen");
    var later = TRANSITION_RECEIVER.as("later");
    return DSL.exists(
        DSL.selectOne()
            .from(chosen)
            .where(chosen.TENANT_ID.eq(field(table, TRANSITION_CASE.TENANT_ID)))
            .and(chosen.CASE_ID.eq(field(table, TRANSITION_CASE.ID)))
            .and(chosen.RECEIVER_REFERENCE.eq(String.valueOf(receiver)))
            .and(
                DSL.notExists(
                    DSL.selectOne()
                        .from(later)
                        .where(later.TENANT_ID.eq(chosen.TENANT_ID))
                        .and(later.CASE_ID.eq(chosen.CASE_ID))
                        .and(later.ID.gt(chosen.ID)))));
  }

  private static Condition overdue(Table<?> table, Object day) {
    var on = (LocalDate) day;
    return field(table, TRANSITION_CASE.DUE)
        .lt(on)
        .and(isNullOrAfter(field(table, TRANSITION_CASE.MOVED_ON), on))
        .and(isNullOrAfter(field(table, TRANSITION_CASE.ENDED_ON), on))
        .and(field(table, TRANSITION_CASE.OPENED_ON).le(on));
  }

  private static Condition isNullOrAfter(Field<LocalDate> column, LocalDate day) {
    return column.isNull().or(column.gt(day));
  }

  private static @Nullable Object review(Row row, Actor actor) {
    String type = row.get(TRANSITION_CASE.REVIEW_TYPE);
    return type == null
        ? null
        : new Review(
            type,
            row.get(TRANSITION_CASE.REVIEWED_ON),
            forCouncil(actor, row.get(TRANSITION_CASE.REVIEW_FINDING)),
            forCouncil(actor, row.get(TRANSITION_CASE.STAY_APPROPRIATE)));
  }

  private static @Nullable Object choice(Row row, Actor actor) {
    String choice = row.get(TRANSITION_CASE.CHOICE);
    return choice == null
        ? null
        : new Choice(
            choice,
            row.get(TRANSITION_CASE.CHOSEN_ON),
            forCouncil(actor, row.get(TRANSITION_CASE.CHOICE_HOW)),
            forCouncil(actor, row.get(TRANSITION_CASE.CHOICE_SUPPORT)));
  }

  private static @Nullable Object staffTransfer(Row row, Actor actor) {
    String transfer = row.get(TRANSITION_CASE.STAFF_TRANSFER);
    return transfer == null
        ? null
        : new StaffTransfer(
            transfer,
            row.get(TRANSITION_CASE.STAFF_TRANSFER_ON),
            forCouncil(actor, row.get(TRANSITION_CASE.STAFF_TRANSFER_NOTE)));
  }

  private static @Nullable Object homeCheck(Row row, Actor actor) {
    Boolean nobody = row.get(TRANSITION_CASE.NOBODY_MOVES_HOME);
    return nobody == null || actor.isProviderBound()
        ? null
        : new HomeCheck(
            nobody,
            row.get(TRANSITION_CASE.HOME_CHECKED_ON),
            row.get(TRANSITION_CASE.HOME_CHECKED_BY),
            row.get(TRANSITION_CASE.HOME_CHECK_RESTS_ON));
  }

  /** The SDL type TransitionReview. */
  record Review(
      String type,
      @Nullable LocalDate on,
      @Nullable String finding,
      @Nullable Boolean stayAppropriate) {}

  /** The SDL type TransitionChoice. */
  record Choice(
      String choice, @Nullable LocalDate on, @Nullable String how, @Nullable String support) {}

  /** The SDL type StaffTransferRecord. */
  record StaffTransfer(String transfer, @Nullable LocalDate on, @Nullable String note) {}

  /** The SDL type HomeCheck. */
  record HomeCheck(
      boolean nobodyMoves, @Nullable LocalDate on, @Nullable String by, @Nullable String restsOn) {}

  /** The council's own words and findings, which are not meant for the providers. */
  private static <T> @Nullable T forCouncil(Actor actor, @Nullable T value) {
    return actor.isProviderBound() ? null : value;
  }

  private Object allowedActions(Row row, Actor actor) {
    String working = row.get(TRANSITION_CASE.WORKING);
    if (working == null || row.get(TRANSITION_CASE.ENDED_ON) != null) {
      return List.of();
    }
    return actions.list(
        working,
        new CaseStanding(
            Objects.requireNonNull(row.get(TRANSITION_CASE.STAGE)),
            Objects.requireNonNull(row.get(TRANSITION_CASE.STAGE_SINCE)),
            !"OPEN".equals(row.get(TRANSITION_CASE.STATUS)),
            row.get(TRANSITION_CASE.REVIEW_TYPE),
            row.get(TRANSITION_CASE.STAY_APPROPRIATE),
            row.get(TRANSITION_CASE.CHOICE),
            row.get(TRANSITION_CASE.STAFF_TRANSFER),
            Objects.requireNonNull(row.get(TRANSITION_CASE.RECEIVER_CHOSEN)),
            row.get(TRANSITION_CASE.NOBODY_MOVES_HOME),
            Objects.requireNonNull(row.get(TRANSITION_CASE.OPEN_BLOCKERS))),
        actor);
  }

  private static void declareReceiver(Contributions c) {
    c.read("TransitionReceiver", TRANSITION_RECEIVER)
        .one("provider", "Provider", TRANSITION_RECEIVER.RECEIVER_ID)
        .one("decision", "Decision", TRANSITION_RECEIVER.DECISION_ID)
        .column("on", TRANSITION_RECEIVER.CHOSEN_ON)
        .order("NEWEST_FIRST", List.of(desc(TRANSITION_RECEIVER.ID)));
  }

  private static void declareBlocker(Contributions c) {
    c.read("TransitionBlocker", TRANSITION_BLOCKER)
        .column("openedOn", TRANSITION_BLOCKER.OPENED_ON)
        .column("what", TRANSITION_BLOCKER.WHAT)
        .column("resolvedOn", TRANSITION_BLOCKER.RESOLVED_ON)
        .column("resolution", TRANSITION_BLOCKER.RESOLUTION)
        .column("revision", TRANSITION_BLOCKER.REVISION)
        .order("OLDEST_FIRST", List.of(asc(TRANSITION_BLOCKER.OPENED_ON)));
  }

  private static void declareStep(Contributions c) {
    c.read("TransitionStep", TRANSITION_STEP)
        .column("action", TRANSITION_STEP.ACTION)
        .column("fromStage", TRANSITION_STEP.FROM_STAGE)
        .column("toStage", TRANSITION_STEP.TO_STAGE)
        .column("on", TRANSITION_STEP.TAKEN_ON)
        .computed(
            "reason",
            List.of(TRANSITION_STEP.REASON),
            (row, actor) -> forCouncil(actor, row.get(TRANSITION_STEP.REASON)))
        .order("OLDEST_FIRST", List.of(asc(TRANSITION_STEP.TAKEN_ON)));
  }

  private static void declareTierReview(Contributions c) {
    c.read("TierReview", TIER_REVIEW)
        .one("place", "Place", TIER_REVIEW.PLACE_ID)
        .one("provider", "Provider", TIER_REVIEW.PROVIDER_ID)
        .column("vehicle", TIER_REVIEW.VEHICLE)
        .column("zone", TIER_REVIEW.ZONE)
        .column("tier", TIER_REVIEW.TIER)
        .column("due", TIER_REVIEW.DUE)
        .column("recordedOn", TIER_REVIEW.RECORDED_ON)
        .column("recommendation", TIER_REVIEW.RECOMMENDATION)
        .column("effect", TIER_REVIEW.EFFECT)
        .column("finding", TIER_REVIEW.FINDING)
        .column("evidence", TIER_REVIEW.EVIDENCE)
        .column("revision", TIER_REVIEW.REVISION)
        .filter("vehicle", TIER_REVIEW.VEHICLE)
        .filter("zone", TIER_REVIEW.ZONE)
        .filter("tier", TIER_REVIEW.TIER)
        .filter("provider", TIER_REVIEW.PROVIDER_REFERENCE)
        .filter("recorded", TransitionReads::isRecorded)
        .filter("overdueOn", TransitionReads::reviewOverdue)
        .order(
            "DUE_ASC",
            List.of(
                asc(TIER_REVIEW.DUE), asc(TIER_REVIEW.ZONE), asc(TIER_REVIEW.PROVIDER_REFERENCE)));
  }

  private static Condition isRecorded(Table<?> table, Object recorded) {
    Field<LocalDate> on = field(table, TIER_REVIEW.RECORDED_ON);
    return Boolean.TRUE.equals(recorded) ? on.isNotNull() : on.isNull();
  }

  /** The review of a place that ended before it was due is owed no more. */
  private static Condition reviewOverdue(Table<?> table, Object day) {
    var on = (LocalDate) day;
    var place = PLACE.as("of_place");
    return field(table, TIER_REVIEW.DUE)
        .lt(on)
        .and(isNullOrAfter(field(table, TIER_REVIEW.RECORDED_ON), on))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(place)
                    .where(place.TENANT_ID.eq(field(table, TIER_REVIEW.TENANT_ID)))
                    .and(place.ID.eq(field(table, TIER_REVIEW.PLACE_ID)))
                    .and(
                        place
                            .VALID_UNTIL
                            .isNull()
                            .or(place.VALID_UNTIL.gt(field(table, TIER_REVIEW.DUE))))));
  }

  private static <T> Field<T> field(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(table.field(column));
  }
}
