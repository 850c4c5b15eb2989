package council.framework.transition.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a case, as far as it decides which step can be taken.
 *
 * @param stage code of its present stage
 * @param since the day on which that stage began
 * @param exempt whether it is kept out of the transition for now
 * @param reviewType code of the review; absent while none is recorded
 * @param stayAppropriate what the review found; absent while none is recorded
 * @param choice code of what the people chose; absent while nothing is recorded
 * @param staffTransfer YES, NO or NOT_KNOWN; absent while nothing is recorded
 * @param nobodyMovesHome what the check found; absent while none is recorded
 */
public record CaseStanding(
    String stage,
    LocalDate since,
    boolean exempt,
    @Nullable String reviewType,
    @Nullable Boolean stayAppropriate,
    @Nullable String choice,
    @Nullable String staffTransfer,
    boolean receiverChosen,
    @Nullable Boolean nobodyMovesHome,
    int openBlockers) {}
