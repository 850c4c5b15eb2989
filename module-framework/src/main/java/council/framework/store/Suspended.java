package council.framework.store;

import council.framework.store.generated.tables.records.SuspensionRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as the audit tells it.
 *
 * @param until last day, absent while it has no end
 */
record Suspended(
    String vehicle,
    String provider,
    String scope,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate reviewOn,
    @Nullable String evidence) {

  static Suspended of(SuspensionRecord row) {
    LocalDate after = row.getValidUntil();
    return new Suspended(
        row.getVehicle(),
        row.getProviderReference(),
        row.getScope(),
        row.getValidFrom(),
        after == null ? null : after.minusDays(1),
        row.getReviewOn(),
        row.getEvidence());
  }

  Suspended until(LocalDate lastDay) {
    return new Suspended(vehicle, provider, scope, from, lastDay, reviewOn, evidence);
  }

  Suspended reviewed(@Nullable LocalDate next, @Nullable String found) {
    return new Suspended(
        vehicle, provider, scope, from, until, next, found == null ? evidence : found);
  }
}
