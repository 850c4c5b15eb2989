package council.framework.store;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.PLACE_STEP;

import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepResult.End;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.platform.data.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** Reads the places that a step touches, and writes the step and what it changes. */
@Singleton
final class PlaceStepStore {
  private final DSLContext db;
  private final Clock clock;

  PlaceStepStore(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  List<PlaceRecord> find(Collection<UUID> ids) {
    return db.selectFrom(PLACE).where(PLACE.ID.in(ids)).orderBy(PLACE.ID).fetch();
  }

  /** All places of a vehicle in some zones or of some providers, whether in force or not. */
  List<KnownPlace> listTouched(
      String vehicle, Collection<String> zones, Collection<String> providers) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .and(PLACE.ZONE.in(zones).or(PLACE.PROVIDER_REFERENCE.in(providers)))
        .orderBy(PLACE.ZONE, PLACE.PROVIDER_REFERENCE, PLACE.VALID_FROM, PLACE.ID)
        .fetch(PlaceStepStore::known);
  }

  static KnownPlace known(PlaceRecord r) {
    return new KnownPlace(
        r.getId().toString(),
        r.getProviderReference(),
        r.getTier(),
        r.getZone(),
        r.getArea(),
        r.getValidFrom(),
        r.getValidUntil(),
        r.getSite(),
        r.getRank());
  }

  void insert(StepTaken step) {
    db.insertInto(PLACE_STEP)
        .set(PLACE_STEP.ID, step.id())
        .set(PLACE_STEP.VEHICLE, step.vehicle())
        .set(PLACE_STEP.STEP, step.step())
        .set(PLACE_STEP.KIND, step.kind())
        .set(PLACE_STEP.PROVIDER_ID, step.providerId())
        .set(PLACE_STEP.PROVIDER_REFERENCE, step.provider())
        .set(PLACE_STEP.BUYER_ID, step.buyerId())
        .set(PLACE_STEP.BUYER_REFERENCE, step.buyer())
        .set(PLACE_STEP.SITE, step.site())
        .set(PLACE_STEP.EFFECTIVE_ON, step.on())
        .set(PLACE_STEP.GROUND, step.ground())
        .set(PLACE_STEP.REASON, step.reason())
        .set(PLACE_STEP.EVIDENCE, step.evidence())
        .set(PLACE_STEP.CASES_DUE, step.casesDue())
        .set(PLACE_STEP.DECISION_ID, step.decisionId())
        .set(PLACE_STEP.CREATED_AT, clock.instant())
        .execute();
  }

  /** What ends makes room for what begins. */
  void change(StepTaken step, Map<String, UUID> providers) {
    for (End end : step.ends()) {
      db.update(PLACE)
          .set(PLACE.VALID_UNTIL, end.until())
          .set(PLACE.ENDED_BY, step.id())
          .set(PLACE.REVISION, PLACE.REVISION.plus(1))
          .where(PLACE.ID.eq(UUID.fromString(end.place())))
          .execute();
    }
    var now = clock.instant();
    Bulk.insert(
        db,
        PLACE,
        step.begins(),
        (row, begin) -> {
          row.setId(Ids.next());
          row.setStepId(step.id());
          row.setDecisionId(step.decisionId());
          row.setVehicle(step.vehicle());
          row.setProviderId(Objects.requireNonNull(providers.get(begin.provider())));
          row.setProviderReference(begin.provider());
          row.setZone(begin.zone());
          row.setArea(begin.area());
          row.setTier(begin.tier());
          row.setRank(begin.rank());
          row.setSite(begin.site());
          row.setValidFrom(begin.from());
          row.setValidUntil(begin.until());
          row.setCreatedAt(now);
        });
  }
}
