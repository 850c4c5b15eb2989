package council.framework.store;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.TRANSITION_CASE;

import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Places in force and the transition cases that an award opens. */
@Singleton
final class PlaceStore {
  private final DSLContext db;
  private final Clock clock;

  PlaceStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  boolean hasPlace(String vehicle, String provider) {
    return db.fetchExists(
        PLACE, PLACE.VEHICLE.eq(vehicle).and(PLACE.PROVIDER_REFERENCE.eq(provider)));
  }

  /**
   * Lets one award of a vehicle run at a time, until the transaction ends; whoever waited then sees
   * the other's places.
   */
  void lockVehicle(Actor actor, String vehicle) {
    db.fetch(
        "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
        DSL.val("framework.place/" + actor.tenant() + "/" + vehicle));
  }

  /** Whether any place of that vehicle is in force on a day of the span. */
  boolean anyInForce(String vehicle, LocalDate from, @Nullable LocalDate until) {
    var starts = until == null ? PLACE.VALID_FROM.isNotNull() : PLACE.VALID_FROM.lt(until);
    return db.fetchExists(
        PLACE,
        PLACE
            .VEHICLE
            .eq(vehicle)
            .and(starts)
            .and(PLACE.VALID_UNTIL.isNull().or(PLACE.VALID_UNTIL.gt(from))));
  }

  /**
   * Places of an open list that other rounds gave for days of this round's framework. For a round
   * that was evaluated, those that were there by then: ids rise with time.
   */
  List<HeldPlace> listHeld(Round round) {
    var byThen = round.decisionId() == null ? DSL.noCondition() : PLACE.ID.lt(round.decisionId());
    return selectHeld(round)
        .and(byThen)
        .orderBy(PLACE.PROVIDER_REFERENCE, PLACE.ZONE, PLACE.ID)
        .fetch(PlaceStore::held);
  }

  /** The same as they are now. */
  List<HeldPlace> listHeldNow(Round round) {
    return selectHeld(round).fetch(PlaceStore::held);
  }

  private SelectConditionStep<PlaceRecord> selectHeld(Round round) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(round.vehicle()))
        .and(PLACE.ROUND_ID.isDistinctFrom(round.id()))
        .and(PLACE.SITE.isNull())
        .and(PLACE.VALID_UNTIL.isNull().or(PLACE.VALID_UNTIL.gt(round.frameworkStart())));
  }

  private static HeldPlace held(PlaceRecord r) {
    return new HeldPlace(r.getProviderReference(), r.getZone(), r.getArea(), r.getTier());
  }

  /**
   * @param from first day on which the places hold
   */
  void insertPlaces(
      Round round, List<Placement> placements, Map<String, UUID> providers, LocalDate from) {
    var now = clock.instant();
    var until = round.firstDayAfter();
    Bulk.insert(
        db,
        PLACE,
        placements,
        (row, p) -> {
          row.setId(Ids.next());
          row.setRoundId(round.id());
          row.setDecisionId(round.decisionId());
          row.setVehicle(round.vehicle());
          row.setProviderId(providers.get(p.provider()));
          row.setProviderReference(p.provider());
          row.setZone(p.zone());
          row.setArea(p.area());
          row.setTier(p.tier());
          row.setRank(p.rank());
          row.setScore(p.score());
          row.setValidFrom(from);
          row.setValidUntil(until);
          row.setCreatedAt(now);
        });
  }

  /**
   * Answers the ids of the cases by the reference of the location.
   *
   * @param start how cases begin; absent where the scheme does not say how they are worked
   */
  Map<String, UUID> insertTransitionCases(
      Round round,
      List<TransitionCase> cases,
      Optional<CaseStart> start,
      Map<String, UUID> providers,
      Map<String, UUID> locations) {
    var now = clock.instant();
    Map<String, UUID> ids = new HashMap<>();
    Bulk.insert(
        db,
        TRANSITION_CASE,
        cases,
        (row, c) -> {
          row.setId(Ids.next());
          ids.put(c.location(), row.getId());
          row.setRoundId(round.id());
          row.setVehicle(round.vehicle());
          row.setOrigin("ROUND");
          row.setOpenedOn(round.awardedOn());
          row.setLocationId(locations.get(c.location()));
          row.setLocationReference(c.location());
          row.setProviderId(providers.get(c.provider()));
          row.setProviderReference(c.provider());
          row.setZone(c.zone());
          row.setStatus(c.exemption() == null ? "OPEN" : "EXEMPT");
          row.setDue(c.due());
          row.setExemptionReason(c.exemption());
          row.setCreatedAt(now);
          start.ifPresent(how -> how.put(row, round.awardedOn()));
        });
    return ids;
  }

  /** A place, the round that gave it if one did, and its last day. */
  record Span(UUID place, @Nullable UUID round, String provider, String zone, LocalDate until) {}

  /** Lets the places that run to one end of a framework run to another. */
  List<Span> extend(String vehicle, LocalDate end, LocalDate until) {
    return db.update(PLACE)
        .set(PLACE.VALID_UNTIL, until.plusDays(1))
        .set(PLACE.REVISION, PLACE.REVISION.plus(1))
        .where(PLACE.VEHICLE.eq(vehicle))
        .and(PLACE.VALID_UNTIL.eq(end.plusDays(1)))
        .and(PLACE.VALID_FROM.lt(PLACE.VALID_UNTIL))
        .returning(PLACE.ID, PLACE.ROUND_ID, PLACE.PROVIDER_REFERENCE, PLACE.ZONE)
        .fetch(
            r -> new Span(r.getId(), r.getRoundId(), r.getProviderReference(), r.getZone(), until));
  }

  /** Whether any place begins in a span of days. */
  boolean anyBegins(String vehicle, LocalDate from, LocalDate until) {
    return db.fetchExists(
        PLACE, PLACE.VEHICLE.eq(vehicle).and(PLACE.VALID_FROM.between(from, until)));
  }

  /** All places that a vehicle ever had, in force or not. */
  List<PlaceFact> listPlaces(String vehicle) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .orderBy(PLACE.PROVIDER_REFERENCE, PLACE.ZONE, PLACE.VALID_FROM)
        .fetch(r ->
            new PlaceFact(
                r.getProviderReference(),
                r.getTier(),
                r.getZone(),
                r.getArea(),
                r.getValidFrom(),
                r.getValidUntil(),
                r.getSite()));
  }

  /** References of all providers that ever had a place of a vehicle, by id. */
  Map<UUID, String> referencesById(String vehicle) {
    return db.selectDistinct(PLACE.PROVIDER_ID, PLACE.PROVIDER_REFERENCE)
        .from(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .fetchMap(PLACE.PROVIDER_ID, PLACE.PROVIDER_REFERENCE);
  }
}
