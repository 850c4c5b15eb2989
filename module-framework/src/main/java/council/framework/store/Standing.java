package council.framework.store;

import council.framework.domain.CheckFact;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.AttributeFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.MemberFact;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.domain.FrameworkEnd;
import council.framework.domain.OptionFacts.Taken;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what on a vehicle and who is stopped, over all time: enough to answer any request that
 * names no location.
 *
 * @param references of the providers that hold or held a place, by id
 * @param members who delivers behind them
 * @param options that were taken, in their order
 */
record Standing(
    String vehicle,
    List<PlaceFact> places,
    List<SuspensionFact> suspensions,
    Map<UUID, String> references,
    List<MemberFact> members,
    List<Taken> options) {
  Standing {
    places = List.copyOf(places);
    suspensions = List.copyOf(suspensions);
    references = Map.copyOf(references);
    members = List.copyOf(members);
    options = List.copyOf(options);
  }

  EligibilityFacts facts(
      Vehicle terms,
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
        members.isEmpty() ? null : members,
        movedEnd(terms),
        checks);
  }

  /** Absent where no option moves the scheme's. */
  private @Nullable LocalDate movedEnd(Vehicle terms) {
    LocalDate end = FrameworkEnd.of(terms.frameworkEnd(), options);
    return Objects.equals(end, terms.frameworkEnd()) ? null : end;
  }
}
