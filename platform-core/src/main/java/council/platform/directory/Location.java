package council.platform.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One period of a location.
 *
 * @param provider reference of the provider that holds it in this period
 * @param zone code of its zone
 * @param from first day of the period
 * @param until first day that is not of the period any more; absent while it lasts
 */
public record Location(
    LocationId id,
    String reference,
    ProviderId providerId,
    String provider,
    String zone,
    @Nullable String cqcLocationId,
    @Nullable Integer people,
    @Nullable BigDecimal weeklyHours,
    LocalDate from,
    @Nullable LocalDate until) {}
