package council.framework.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an option can be taken, and what comes of it.
 *
 * @param endBefore last day of the framework without it, absent where it has no end
 * @param endAfter last day with it, absent where it cannot be taken
 */
public record OptionResult(
    String option, boolean possible, @Nullable LocalDate endBefore, @Nullable LocalDate endAfter) {}
