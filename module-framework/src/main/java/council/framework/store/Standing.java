package council.framework.store;

import council.framework.domain.CheckFact;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.AttributeFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what on a vehicle and who is stopped, over all time: enough to answer any request that
 * names no location.
 *
 * @param references of the providers that hold or held a place, by id
 */
record Standing(
    String vehicle,
    List<PlaceFact> places,
    List<SuspensionFact> suspensions,
    Map<UUID, String> references) {
  Standing {
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
    references = Map.copyOf(references);
  }

  EligibilityFacts facts(
      EligibilityFacts.Request request,
      List<HeldLocation> locations,
      @Nullable AttributeFacts attributes,
      @Nullable List<CheckFact> checks) {
    return new EligibilityFacts(
        vehicle,
        request,
        places.stream().map(PlaceFact::provider).distinct().sorted().toList(),
        places,
        suspensions,
        locations,
        attributes,
        checks);
  }
}
