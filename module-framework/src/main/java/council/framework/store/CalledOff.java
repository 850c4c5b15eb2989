package council.framework.store;

import council.framework.store.generated.tables.records.CallOffRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call-off as the audit tells it, also to its provider: the council's own words are not in it.
 *
 * @param until last day
 */
record CalledOff(
    UUID requestId,
    String requestReference,
    String vehicle,
    UUID schemeVersionId,
    String kind,
    @Nullable String zone,
    @Nullable String category,
    String lot,
    @Nullable String locationReference,
    String providerReference,
    BigDecimal weeklyHours,
    BigDecimal hourlyRate,
    LocalDate from,
    LocalDate until,
    BigDecimal value,
    BigDecimal givenBack,
    LocalDate awardedOn,
    UUID decisionId,
    UUID commitmentId,
    int revision) {

  static CalledOff of(CallOffRecord row) {
    return new CalledOff(
        row.getRequestId(),
        row.getRequestReference(),
        row.getVehicle(),
        row.getSchemeVersionId(),
        row.getKind(),
        row.getZone(),
        row.getCategory(),
        row.getLot(),
        row.getLocationReference(),
        row.getProviderReference(),
        row.getWeeklyHours(),
        row.getHourlyRate(),
        row.getValidFrom(),
        row.getValidUntil().minusDays(1),
        row.getValue(),
        row.getGivenBack(),
        row.getAwardedOn(),
        row.getDecisionId(),
        row.getCommitmentId(),
        row.getRevision());
  }
}
