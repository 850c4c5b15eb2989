package council.framework.spend.store;

import static council.framework.store.generated.Tables.COMMITMENT;
import static council.framework.store.generated.Tables.OPTION_TAKEN;
import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.SPEND_OPENING;

import council.framework.api.Commitments.Commit;
import council.framework.api.SpendAuthority.OpenSpend;
import council.framework.domain.OptionFacts.Taken;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.CommitmentFacts.Held;
import council.framework.spend.domain.CommitmentFacts.Opening;
import council.framework.spend.domain.Funder;
import council.framework.spend.domain.SpendStanding.Line;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads and writes commitments and openings. */
@Singleton
final class SpendStore {
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final DSLContext db;
  private final Clock clock;

  SpendStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Lets one thing at a time be counted for a framework, until the transaction ends. */
  void lock(Actor actor, String vehicle) {
    db.fetch(
        "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
        DSL.val("framework.spend/" + actor.tenant() + "/" + vehicle));
  }

  boolean hasPlace(String vehicle, String provider) {
    return db.fetchExists(
        PLACE, PLACE.VEHICLE.eq(vehicle).and(PLACE.PROVIDER_REFERENCE.eq(provider)));
  }

  /** Options by which a framework lasts longer, in the order in which they were taken. */
  List<Taken> listOptions(String vehicle) {
    return db.selectFrom(OPTION_TAKEN)
        .where(OPTION_TAKEN.VEHICLE.eq(vehicle))
        .orderBy(OPTION_TAKEN.END_BEFORE, OPTION_TAKEN.ID)
        .fetch(r -> new Taken(r.getOptionCode(), r.getEndBefore(), r.getEndAfter()));
  }

  Committed committed(String vehicle, Term term) {
    var byFunder =
        db.select(COMMITMENT.FUNDER, DSL.sum(COMMITMENT.AMOUNT))
            .from(COMMITMENT)
            .where(COMMITMENT.VEHICLE.eq(vehicle))
            .and(within(term))
            .groupBy(COMMITMENT.FUNDER)
            .fetchMap(r -> Funder.valueOf(r.value1()), r -> r.value2());
    return new Committed(
        byFunder.getOrDefault(Funder.COUNCIL, NOTHING),
        byFunder.getOrDefault(Funder.PARTNER, NOTHING));
  }

  /** What is committed already of what the command gives back. */
  Held held(Commit command, Term term) {
    var same =
        COMMITMENT
            .VEHICLE
            .eq(command.vehicle())
            .and(COMMITMENT.FUNDER.eq(command.funder().name()))
            .and(COMMITMENT.PROVIDER_REFERENCE.eq(command.provider()))
            .and(COMMITMENT.LOT.isNotDistinctFrom(command.lot()))
            .and(within(term));
    UUID source = command.sourceId();
    return new Held(
        sum(same), source == null ? null : sum(same.and(COMMITMENT.SOURCE_ID.eq(source))));
  }

  private BigDecimal sum(Condition which) {
    BigDecimal sum =
        db.select(DSL.sum(COMMITMENT.AMOUNT)).from(COMMITMENT).where(which).fetchSingle().value1();
    return sum == null ? NOTHING : sum;
  }

  /** Up to the end of a day, in no order. */
  List<Line> listLines(String vehicle, Term term, LocalDate until) {
    return db.select(
            COMMITMENT.LOT,
            COMMITMENT.PROVIDER_REFERENCE,
            COMMITMENT.FUNDER,
            DSL.sum(COMMITMENT.AMOUNT))
        .from(COMMITMENT)
        .where(COMMITMENT.VEHICLE.eq(vehicle))
        .and(within(term))
        .and(COMMITMENT.MADE_ON.le(until))
        .groupBy(COMMITMENT.LOT, COMMITMENT.PROVIDER_REFERENCE, COMMITMENT.FUNDER)
        .fetch(r -> new Line(r.value1(), r.value2(), Funder.valueOf(r.value3()), r.value4()));
  }

  /** All of a framework, by day. */
  List<Opening> listOpenings(String vehicle, Term term) {
    return db.selectFrom(SPEND_OPENING)
        .where(SPEND_OPENING.VEHICLE.eq(vehicle))
        .and(SPEND_OPENING.OPENED_ON.ge(term.first()))
        .and(term.last() == null ? DSL.noCondition() : SPEND_OPENING.OPENED_ON.le(term.last()))
        .orderBy(SPEND_OPENING.OPENED_ON, SPEND_OPENING.ID)
        .fetch(r -> new Opening(r.getLimitCode(), r.getOpenedOn(), r.getAmount()));
  }

  /** The framework's first and last day: another one of the same code is counted by itself. */
  record Term(LocalDate first, @Nullable LocalDate last) {}

  private static Condition within(Term term) {
    var from = COMMITMENT.MADE_ON.ge(term.first());
    return term.last() == null ? from : from.and(COMMITMENT.MADE_ON.le(term.last()));
  }

  /**
   * @param override why it may pass a limit; null where it passes none
   */
  void insert(UUID id, Commit command, UUID provider, UUID decision, @Nullable String override) {
    db.insertInto(COMMITMENT)
        .set(COMMITMENT.ID, id)
        .set(COMMITMENT.VEHICLE, command.vehicle())
        .set(COMMITMENT.LOT, command.lot())
        .set(COMMITMENT.PROVIDER_ID, provider)
        .set(COMMITMENT.PROVIDER_REFERENCE, command.provider())
        .set(COMMITMENT.FUNDER, command.funder().name())
        .set(COMMITMENT.AMOUNT, command.amount())
        .set(COMMITMENT.MADE_ON, command.on())
        .set(COMMITMENT.SOURCE, command.source().name())
        .set(COMMITMENT.SOURCE_ID, command.sourceId())
        .set(COMMITMENT.WHAT, command.what())
        .set(COMMITMENT.DECISION_ID, decision)
        .set(COMMITMENT.OVERRIDE_REASON, override)
        .set(COMMITMENT.CREATED_AT, clock.instant())
        .execute();
  }

  void insert(UUID id, OpenSpend command) {
    db.insertInto(SPEND_OPENING)
        .set(SPEND_OPENING.ID, id)
        .set(SPEND_OPENING.VEHICLE, command.vehicle())
        .set(SPEND_OPENING.LIMIT_CODE, command.limit())
        .set(SPEND_OPENING.AMOUNT, command.amount())
        .set(SPEND_OPENING.OPENED_ON, command.on())
        .set(SPEND_OPENING.EVIDENCE, command.evidence())
        .set(SPEND_OPENING.REASON, command.reason())
        .set(SPEND_OPENING.CREATED_AT, clock.instant())
        .execute();
  }
}
