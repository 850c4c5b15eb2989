package council.framework.store;

import council.framework.store.generated.tables.records.ExemptionRecord;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exemption as it is kept and as the audit tells it.
 *
 * @param until last day, absent while it has no end
 */
record Exempted(
    UUID id,
    String vehicle,
    UUID caseId,
    String location,
    UUID providerId,
    String kind,
    String status,
    String reason,
    @Nullable String evidence,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate dueBefore,
    @Nullable LocalDate dueAfter,
    UUID decisionId,
    @Nullable String endedBecause,
    @Nullable LocalDate reopenedOn) {

  static Exempted of(ExemptionRecord row) {
    LocalDate after = row.getValidUntil();
    return new Exempted(
        row.getId(),
        row.getVehicle(),
        row.getCaseId(),
        row.getLocationReference(),
        row.getProviderId(),
        row.getKind(),
        row.getStatus(),
        row.getReason(),
        row.getEvidence(),
        row.getValidFrom(),
        after == null ? null : after.minusDays(1),
        row.getDueBefore(),
        row.getDueAfter(),
        row.getDecisionId(),
        row.getEndedBecause(),
        row.getReopenedOn());
  }

  /**
   * @param found further evidence, absent where it stays as it was
   */
  Exempted extended(LocalDate last, LocalDate due, UUID decision, @Nullable String found) {
    return with(status, found == null ? evidence : found, last, due, decision, endedBecause, null);
  }

  Exempted shortened(LocalDate last, @Nullable LocalDate due, String because) {
    return with(status, evidence, last, due, decisionId, because, null);
  }

  Exempted over(LocalDate on) {
    return with(PlaceLifecycle.ENDED, evidence, until, dueAfter, decisionId, endedBecause, on);
  }

  private Exempted with(
      String newStatus,
      @Nullable String newEvidence,
      @Nullable LocalDate newUntil,
      @Nullable LocalDate newDue,
      UUID newDecision,
      @Nullable String because,
      @Nullable LocalDate reopened) {
    return new Exempted(
        id,
        vehicle,
        caseId,
        location,
        providerId,
        kind,
        newStatus,
        reason,
        newEvidence,
        from,
        newUntil,
        dueBefore,
        newDue,
        newDecision,
        because,
        reopened);
  }
}
