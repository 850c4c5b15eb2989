package council.framework.store;

import council.framework.store.generated.tables.records.TransitionCaseRecord;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as the audit keeps it. */
record CaseKept(
    String vehicle,
    String origin,
    @Nullable UUID originId,
    LocalDate openedOn,
    UUID locationId,
    String location,
    UUID providerId,
    String provider,
    String zone,
    String status,
    @Nullable LocalDate due,
    @Nullable String exemptionReason,
    @Nullable String stage,
    @Nullable LocalDate stageSince,
    @Nullable String reviewType,
    @Nullable LocalDate reviewedOn,
    @Nullable String reviewFinding,
    @Nullable Boolean stayAppropriate,
    @Nullable String choice,
    @Nullable LocalDate chosenOn,
    @Nullable String choiceHow,
    @Nullable String choiceSupport,
    @Nullable String staffTransfer,
    @Nullable LocalDate staffTransferOn,
    @Nullable String staffTransferNote,
    boolean receiverChosen,
    @Nullable Boolean nobodyMovesHome,
    @Nullable LocalDate homeCheckedOn,
    @Nullable String homeCheckedBy,
    @Nullable String homeCheckRestsOn,
    int openBlockers,
    @Nullable LocalDate movedOn,
    @Nullable LocalDate endedOn,
    @Nullable String outcome) {

  static CaseKept of(TransitionCaseRecord row) {
    return new CaseKept(
        row.getVehicle(),
        row.getOrigin(),
        row.getOriginId(),
        row.getOpenedOn(),
        row.getLocationId(),
        row.getLocationReference(),
        row.getProviderId(),
        row.getProviderReference(),
        row.getZone(),
        row.getStatus(),
        row.getDue(),
        row.getExemptionReason(),
        row.getStage(),
        row.getStageSince(),
        row.getReviewType(),
        row.getReviewedOn(),
        row.getReviewFinding(),
        row.getStayAppropriate(),
        row.getChoice(),
        row.getChosenOn(),
        row.getChoiceHow(),
        row.getChoiceSupport(),
        row.getStaffTransfer(),
        row.getStaffTransferOn(),
        row.getStaffTransferNote(),
        Boolean.TRUE.equals(row.getReceiverChosen()),
        row.getNobodyMovesHome(),
        row.getHomeCheckedOn(),
        row.getHomeCheckedBy(),
        row.getHomeCheckRestsOn(),
        row.getOpenBlockers() == null ? 0 : row.getOpenBlockers(),
        row.getMovedOn(),
        row.getEndedOn(),
        row.getOutcome());
  }
}
