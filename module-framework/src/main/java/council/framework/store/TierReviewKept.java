package council.framework.store;

import council.framework.store.generated.tables.records.TierReviewRecord;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A review of a place as the audit keeps it. */
record TierReviewKept(
    String vehicle,
    UUID placeId,
    UUID providerId,
    String provider,
    String zone,
    String tier,
    LocalDate due,
    @Nullable LocalDate recordedOn,
    @Nullable String recommendation,
    @Nullable String effect,
    @Nullable String finding,
    @Nullable String evidence) {

  static TierReviewKept of(TierReviewRecord row) {
    return new TierReviewKept(
        row.getVehicle(),
        row.getPlaceId(),
        row.getProviderId(),
        row.getProviderReference(),
        row.getZone(),
        row.getTier(),
        row.getDue(),
        row.getRecordedOn(),
        row.getRecommendation(),
        row.getEffect(),
        row.getFinding(),
        row.getEvidence());
  }
}
