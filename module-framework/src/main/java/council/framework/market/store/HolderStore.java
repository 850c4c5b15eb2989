package council.framework.market.store;

import static council.framework.store.generated.Tables.PLACE;
import static council.framework.store.generated.Tables.SUSPENSION;

import council.framework.market.domain.MarketFacts.PlaceSpan;
import council.framework.market.domain.MarketFacts.Stop;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/** Reads who holds or held a place, and who is or was suspended. */
@Singleton
final class HolderStore {
  private final DSLContext db;

  HolderStore(DSLContext db) {
    this.db = db;
  }

  List<PlaceSpan> listPlaces(String vehicle) {
    return db.selectFrom(PLACE)
        .where(PLACE.VEHICLE.eq(vehicle))
        .orderBy(PLACE.PROVIDER_REFERENCE, PLACE.ZONE, PLACE.VALID_FROM)
        .fetch(row ->
            new PlaceSpan(
                row.getProviderReference(),
                row.getZone(),
                row.getTier(),
                row.getValidFrom(),
                row.getValidUntil()));
  }

  List<Stop> listSuspensions(String vehicle) {
    return db.selectFrom(SUSPENSION)
        .where(SUSPENSION.VEHICLE.eq(vehicle))
        .orderBy(SUSPENSION.PROVIDER_REFERENCE, SUSPENSION.VALID_FROM)
        .fetch(
            row -> new Stop(row.getProviderReference(), row.getValidFrom(), row.getValidUntil()));
  }
}
