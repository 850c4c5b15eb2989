package council.framework.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exemption that is asked for, or that an earlier one becomes.
 *
 * @param vehicle code of the vehicle in the scheme
 * @param location reference of the location
 * @param kind code of its kind
 * @param from first day on which it holds
 * @param until last day on which it holds; absent where the kind's longest time is asked for
 * @param dueBefore last day by which the service was to move before; absent where none was set
 */
public record ExemptionFacts(
    String vehicle,
    String location,
    String kind,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate dueBefore) {}
