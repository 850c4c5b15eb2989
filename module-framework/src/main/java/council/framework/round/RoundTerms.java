package council.framework.round;

import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Vehicle;
import java.util.List;

/**
 * Under what a round is worked out.
 *
 * @param zones the zones that the vehicle covers, in the geography's order; empty where they could
 *     not be read
 */
record RoundTerms(Vehicle vehicle, List<ZoneFact> zones) {}
