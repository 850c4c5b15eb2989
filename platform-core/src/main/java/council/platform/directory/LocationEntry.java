package council.platform.directory;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A location as somebody gives it to us, not yet checked. What is absent of a location that is
 * known already stays as it is known.
 *
 * @param reference the council's own reference, such as {@code L0001}
 * @param provider reference of the provider that holds it from the import's date on
 * @param zone code of its zone
 * @param cqcLocationId id under which it is registered with the CQC
 * @param people how many people are supported there
 * @param weeklyHours hours of support a week, at most 2 decimals
 */
public record LocationEntry(
    String reference,
    String provider,
    String zone,
    @Nullable String cqcLocationId,
    @Nullable Integer people,
    @Nullable BigDecimal weeklyHours) {}
