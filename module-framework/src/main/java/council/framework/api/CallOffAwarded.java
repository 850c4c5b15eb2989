package council.framework.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Business was awarded to a provider under a framework. Nothing of it names a person.
 *
 * @param callOff its id
 * @param request id of the request that it answers
 * @param requestReference the council's own reference
 * @param vehicle code of the framework
 * @param kind kind of the request
 * @param lot code of the lot
 * @param location reference of the location; absent where the business is at none
 * @param providerId id of the provider in the directory
 * @param provider its reference
 * @param weeklyHours hours in a week
 * @param hourlyRate pounds, 4 decimals
 * @param value pounds over the whole span
 * @param from first day
 * @param until last day
 * @param awardedOn the day of the award
 * @param schemeVersion the version of the scheme that was used
 * @param decision the decision that put the providers into order
 * @param commitment what was committed
 */
public record CallOffAwarded(
    UUID callOff,
    UUID request,
    String requestReference,
    String vehicle,
    String kind,
    String lot,
    @Nullable String location,
    UUID providerId,
    String provider,
    BigDecimal weeklyHours,
    BigDecimal hourlyRate,
    BigDecimal value,
    LocalDate from,
    LocalDate until,
    LocalDate awardedOn,
    UUID schemeVersion,
    UUID decision,
    UUID commitment) {}
