package council.framework.store;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.TIER_REVIEW;

import council.framework.scheme.TierReview;
import council.framework.scheme.Vehicle;
import council.framework.store.generated.tables.records.PlaceRecord;
import council.framework.store.generated.tables.records.TierReviewRecord;
import council.framework.transition.domain.ReviewDays;
import council.platform.audit.Audit;
import council.platform.audit.Change;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads and writes reviews of places. */
@Singleton
final class TierReviewStore {
  private final DSLContext db;
  private final PlaceStore places;
  private final Audit audit;
  private final Clock clock;

  TierReviewStore(DSLContext db, PlaceStore places, Audit audit, Clock clock) {
    this.db = db;
    this.places = places;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds the reviews of all places of the framework that need one and have none; to be called
   * whenever places were given out or moved into a tier. Nothing is added the second time.
   */
  void addMissing(Actor actor, String code, Vehicle vehicle) {
    if (vehicle.tierReviews().isEmpty()) {
      return;
    }
    places.lockVehicle(actor, code);
    List<Missing> missing = new ArrayList<>();
    for (TierReview review : vehicle.tierReviews()) {
      withoutReview(code, review.tier()).stream()
          .map(place -> new Missing(place, ReviewDays.due(vehicle, review, place.getValidFrom())))
          .filter(Missing::lastsUntilDue)
          .forEach(missing::add);
    }
    List<Change> changes = new ArrayList<>();
    Bulk.insert(
        db,
        TIER_REVIEW,
        missing,
        (row, needed) -> {
          fill(row, needed);
          changes.add(added(row));
        });
    if (!changes.isEmpty()) {
      audit.recordAll(actor, changes);
    }
  }

  private List<PlaceRecord> withoutReview(String vehicle, String tier) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .and(PLACE.TIER.eq(tier))
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(TIER_REVIEW)
                    .where(TIER_REVIEW.TENANT_ID.eq(PLACE.TENANT_ID))
                    .and(TIER_REVIEW.PLACE_ID.eq(PLACE.ID))
                    .and(TIER_REVIEW.TIER.eq(PLACE.TIER))))
        .orderBy(PLACE.ZONE, PLACE.PROVIDER_REFERENCE, PLACE.ID)
        .fetch();
  }

  /** A place that has no review yet. */
  private record Missing(PlaceRecord place, LocalDate due) {
    /** A place that ends before is not reviewed. */
    boolean lastsUntilDue() {
      LocalDate until = place.getValidUntil();
      return until == null || until.isAfter(due);
    }
  }

  private void fill(TierReviewRecord row, Missing needed) {
    PlaceRecord place = needed.place();
    row.setId(Ids.next());
    row.setVehicle(place.getVehicle());
    row.setPlaceId(place.getId());
    row.setProviderId(place.getProviderId());
    row.setProviderReference(place.getProviderReference());
    row.setZone(place.getZone());
    row.setTier(place.getTier());
    row.setDue(needed.due());
    row.setCreatedAt(clock.instant());
  }

  private static Change added(TierReviewRecord row) {
    return new Change(
        "TierReview", row.getId(), "TierReviewAdded", null, TierReviewKept.of(row), null, null);
  }

  Optional<TierReviewRecord> findLocked(UUID id) {
    return db.selectFrom(TIER_REVIEW).where(TIER_REVIEW.ID.eq(id)).forUpdate().fetchOptional();
  }

  PlaceRecord getPlace(UUID id) {
    return db.selectFrom(PLACE).where(PLACE.ID.eq(id)).fetchSingle();
  }

  void update(TierReviewRecord row) {
    row.setRevision(row.getRevision() + 1);
    db.executeUpdate(row);
  }
}
