package council.framework.store;

import council.framework.domain.RoundFacts;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Vehicle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was submitted under one scheme, read as if it had been submitted under another: zones that
 * the other does not cover cannot be applied for, and a reason that it does not know exempts no
 * location. Scores stay what they are; the engine says what it can do with them.
 */
final class AsIfSubmitted {
  private AsIfSubmitted() {}

  static RoundFacts to(Vehicle vehicle, RoundFacts facts) {
    Set<String> zones = facts.zones().stream().map(ZoneFact::zone).collect(Collectors.toSet());
    return new RoundFacts(
        facts.vehicle(),
        facts.zones(),
        facts.providers(),
        facts.applications().stream().map(application -> within(zones, application)).toList(),
        facts.locations().stream().map(location -> exemptUnder(vehicle, location)).toList(),
        facts.held(),
        facts.checks());
  }

  private static ApplicationFact within(Set<String> zones, ApplicationFact application) {
    return new ApplicationFact(
        application.provider(),
        application.submittedAt(),
        application.areaPreference(),
        application.zones().stream().filter(zones::contains).toList(),
        application.scores(),
        application.offers());
  }

  private static LocationFact exemptUnder(Vehicle vehicle, LocationFact location) {
    var transition = vehicle.transition();
    List<String> kinds = transition == null ? List.of() : transition.exemptionKinds();
    String reason = location.exemption();
    return reason == null || kinds.isEmpty() || kinds.contains(reason)
        ? location
        : new LocationFact(
            location.location(),
            location.provider(),
            location.zone(),
            null,
            location.weeklyHours());
  }
}
