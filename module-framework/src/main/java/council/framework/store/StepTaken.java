package council.framework.store;

import council.framework.domain.PlaceStepResult.Begin;
import council.framework.domain.PlaceStepResult.End;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of places as it is kept and as the audit tells it.
 *
 * @param cases references of the locations that became transition cases
 */
record StepTaken(
    UUID id,
    String vehicle,
    String step,
    String kind,
    UUID providerId,
    String provider,
    @Nullable UUID buyerId,
    @Nullable String buyer,
    @Nullable String site,
    LocalDate on,
    @Nullable String ground,
    String reason,
    @Nullable String evidence,
    @Nullable LocalDate casesDue,
    UUID decisionId,
    List<End> ends,
    List<Begin> begins,
    List<String> cases) {
  StepTaken {
    ends = List.copyOf(ends);
    begins = List.copyOf(begins);
    cases = List.copyOf(cases);
  }

  StepTaken withCases(List<String> opened) {
    return new StepTaken(
        id,
        vehicle,
        step,
        kind,
        providerId,
        provider,
        buyerId,
        buyer,
        site,
        on,
        ground,
        reason,
        evidence,
        casesDue,
        decisionId,
        ends,
        begins,
        opened);
  }
}
