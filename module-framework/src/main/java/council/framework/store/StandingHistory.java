package council.framework.store;

import static council.framework.store.generated.Tables.PLACE_HISTORY;
import static council.framework.store.generated.Tables.SUSPENSION_HISTORY;

import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.scheme.SuspensionScope;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who held what on a vehicle and who was stopped, as it was known at a time. */
@Singleton
final class StandingHistory {
  private final DSLContext db;

  StandingHistory(DSLContext db) {
    this.db = db;
  }

  /** Members and options are taken as they are known now. */
  Standing load(Standing now, Instant at) {
    Map<UUID, String> references = new HashMap<>();
    List<PlaceFact> places = places(now.vehicle(), at, references);
    return new Standing(
        now.vehicle(),
        places,
        suspensions(now.vehicle(), at),
        references,
        now.members(),
        now.options());
  }

  private List<PlaceFact> places(String vehicle, Instant at, Map<UUID, String> references) {
    var newer = PLACE_HISTORY.as("newer");
    return db.selectFrom(PLACE_HISTORY)
        .where(PLACE_HISTORY.VEHICLE.eq(vehicle))
        .and(PLACE_HISTORY.KNOWN_FROM.le(at))
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(newer)
                    .where(newer.TENANT_ID.eq(PLACE_HISTORY.TENANT_ID))
                    .and(newer.PLACE_ID.eq(PLACE_HISTORY.PLACE_ID))
                    .and(newer.VERSION.gt(PLACE_HISTORY.VERSION))
                    .and(newer.KNOWN_FROM.le(at))))
        .orderBy(
            PLACE_HISTORY.PROVIDER_REFERENCE,
            PLACE_HISTORY.ZONE,
            PLACE_HISTORY.VALID_FROM,
            PLACE_HISTORY.PLACE_ID)
        .fetch(r -> {
          references.put(r.getProviderId(), r.getProviderReference());
          return new PlaceFact(
              r.getProviderReference(),
              r.getTier(),
              r.getZone(),
              r.getArea(),
              r.getValidFrom(),
              r.getValidUntil(),
              r.getSite());
        });
  }

  private List<SuspensionFact> suspensions(String vehicle, Instant at) {
    var newer = SUSPENSION_HISTORY.as("newer");
    return db.selectFrom(SUSPENSION_HISTORY)
        .where(SUSPENSION_HISTORY.VEHICLE.eq(vehicle))
        .and(SUSPENSION_HISTORY.KNOWN_FROM.le(at))
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(newer)
                    .where(newer.TENANT_ID.eq(SUSPENSION_HISTORY.TENANT_ID))
                    .and(newer.SUSPENSION_ID.eq(SUSPENSION_HISTORY.SUSPENSION_ID))
                    .and(newer.VERSION.gt(SUSPENSION_HISTORY.VERSION))
                    .and(newer.KNOWN_FROM.le(at))))
        .orderBy(
            SUSPENSION_HISTORY.PROVIDER_REFERENCE,
            SUSPENSION_HISTORY.VALID_FROM,
            SUSPENSION_HISTORY.SUSPENSION_ID)
        .fetch(r ->
            new SuspensionFact(
                r.getProviderReference(),
                SuspensionScope.valueOf(r.getScope()),
                r.getValidFrom(),
                r.getValidUntil()));
  }
}
