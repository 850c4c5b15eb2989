package council.framework.store;

import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import java.util.List;

/**
 * Who holds what on a vehicle and who is stopped, over all time: enough to answer any request that
 * names no location.
 */
record Standing(String vehicle, List<PlaceFact> places, List<SuspensionFact> suspensions) {
  Standing {
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
  }

  EligibilityFacts facts(EligibilityFacts.Request request, List<HeldLocation> locations) {
    return new EligibilityFacts(
        vehicle,
        request,
        places.stream().map(PlaceFact::provider).distinct().sorted().toList(),
        places,
        suspensions,
        locations);
  }
}
