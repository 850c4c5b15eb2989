package council.framework.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A call-off ended before its last day.
 *
 * @param callOff its id
 * @param lastDay the last day on which it ran
 * @param givenBack pounds of its value that were not spent
 * @param commitment what was committed anew, below 0
 */
public record CallOffEnded(
    UUID callOff, LocalDate lastDay, BigDecimal givenBack, UUID commitment) {}
