package council.framework.scheme;

import org.jspecify.annotations.Nullable;

/**
 * One lot of a framework: what a place is given out for.
 *
 * @param code what stands wherever engines and tables speak of a zone
 * @param zone absent where lots are by category alone
 * @param category absent where lots are by zone alone
 * @param area that of the zone; where lots are by category alone, each lot is an area by itself, so
 *     that providers can say which lots they prefer
 */
public record Lot(String code, @Nullable String zone, @Nullable String category, String area) {}
