package council.platform.directory;

import council.platform.store.generated.tables.records.LocationRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period of a location as the audit keeps it. */
record LocationFacts(
    String reference,
    UUID providerId,
    UUID zoneId,
    @Nullable String cqcLocationId,
    @Nullable Integer people,
    @Nullable BigDecimal weeklyHours,
    LocalDate from,
    @Nullable LocalDate until) {

  static LocationFacts of(LocationRecord row) {
    return new LocationFacts(
        row.getReference(),
        row.getProviderId(),
        row.getZoneId(),
        row.getCqcLocationId(),
        row.getPeople(),
        row.getWeeklyHours(),
        row.getValidFrom(),
        row.getValidUntil());
  }
}
