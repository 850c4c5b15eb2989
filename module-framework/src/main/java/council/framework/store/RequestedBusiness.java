package council.framework.store;

import council.framework.store.generated.tables.records.BusinessRequestRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the audit tells it: the person by id alone. */
record RequestedBusiness(
    String reference,
    String vehicle,
    UUID schemeVersionId,
    String kind,
    @Nullable String zone,
    @Nullable String category,
    String lot,
    @Nullable UUID locationId,
    @Nullable String locationReference,
    @Nullable UUID personId,
    String need,
    BigDecimal weeklyHours,
    List<String> requirements,
    LocalDate startsOn,
    String method,
    String status,
    int attempt,
    UUID eligibilityId,
    @Nullable UUID orderId,
    @Nullable UUID chosenId,
    @Nullable String chosenReference,
    @Nullable String chosenBy,
    @Nullable String chosenHow,
    @Nullable String withdrawnBecause,
    int revision) {

  static RequestedBusiness of(BusinessRequestRecord row) {
    return new RequestedBusiness(
        row.getReference(),
        row.getVehicle(),
        row.getSchemeVersionId(),
        row.getKind(),
        row.getZone(),
        row.getCategory(),
        row.getLot(),
        row.getLocationId(),
        row.getLocationReference(),
        row.getPersonId(),
        row.getNeed(),
        row.getWeeklyHours(),
        List.of(row.getRequirements()),
        row.getStartsOn(),
        row.getMethod(),
        row.getStatus(),
        row.getAttempt(),
        row.getEligibilityId(),
        row.getOrderId(),
        row.getChosenId(),
        row.getChosenReference(),
        row.getChosenBy(),
        row.getChosenHow(),
        row.getWithdrawnBecause(),
        row.getRevision());
  }
}
