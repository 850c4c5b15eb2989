package council.framework.store;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.platform.json.CanonicalJson;
import java.util.List;

/**
 * What was submitted to a round, as the audit keeps it: how much, and the hash of all of it, which
 * tells whether two submissions are the same. The submission itself is kept with the round, and
 * with the decision from the evaluation on.
 */
record Submitted(int providers, int applications, int scores, int locations, String sha256) {
  private record All(
      List<ProviderFact> providers,
      List<ApplicationFact> applications,
      List<LocationFact> locations) {}

  static Submitted of(
      List<ProviderFact> providers,
      List<ApplicationFact> applications,
      List<LocationFact> locations) {
    return new Submitted(
        providers.size(),
        applications.size(),
        applications.stream().mapToInt(application -> application.scores().size()).sum(),
        locations.size(),
        CanonicalJson.sha256Hex(new All(providers, applications, locations)));
  }
}
