package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;
import static council.platform.decision.Reason.Verdict.NOTED;

import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.MemberRole;
import council.framework.scheme.Tier;
import council.platform.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One tree of reasons for each provider's outcome. A tree names no other applicant. */
final class RoundReasons {
  private final Round round;
  private final Allocation allocation;
  private final RoundResult result;
  private final ZoneReasons zoneReasons;

  RoundReasons(Round round, Allocation allocation, RoundResult result) {
    this.round = round;
    this.allocation = allocation;
    this.result = result;
    this.zoneReasons = new ZoneReasons(round, allocation);
  }

  /** In the outcomes' order. */
  List<Reason> list() {
    return result.outcomes().stream().map(this::tree).toList();
  }

  private Reason tree(ProviderOutcome outcome) {
    String provider = outcome.provider();
    List<Reason> because = new ArrayList<>();
    if (outcome.appliedThrough() == null) {
      because.add(applied(provider));
      round.bidsOf(provider).forEach(bid -> because.add(zoneReasons.of(bid)));
      addExistingLocations(provider, because);
    } else {
      because.add(throughConsortium(outcome.appliedThrough()));
    }
    because.add(successful(provider));
    addTransition(provider, because);
    return new Reason(
        Rules.HOLDS_A_PLACE,
        path(""),
        Seen.of("provider", provider).and("outcome", outcome.outcome()).map(),
        verdict(isPlaced(outcome)),
        because);
  }

  private static boolean isPlaced(ProviderOutcome outcome) {
    return !outcome.outcome().equals(RoundResult.NOT_PLACED)
        && !outcome.outcome().equals(RoundResult.UNSUCCESSFUL);
  }

  private Reason applied(String provider) {
    Optional<ApplicationFact> application = round.findApplication(provider);
    Seen seen = Seen.of("provider", provider);
    application.ifPresent(a -> seen.and("submittedAt", a.submittedAt()).and("zones", a.zones()));
    return Reason.of(Rules.HAS_APPLIED, "", verdict(application.isPresent()), seen.map());
  }

  private Reason throughConsortium(String consortium) {
    if (MemberRole.of(round.vehicle()) != MemberRole.CONSORTIUM_MEMBER) {
      return Reason.of(
          Rules.APPLIED_AS_MEMBER, path("market"), NOTED, Seen.of("applicant", consortium).map());
    }
    return Reason.of(
        Rules.APPLIED_THROUGH_CONSORTIUM,
        path("admitsConsortia"),
        NOTED,
        Seen.of("consortium", consortium).map());
  }

  private Reason successful(String provider) {
    List<Bid> bids = round.bidsOf(round.applicantFor(provider));
    long passed = bids.stream().filter(Bid::passesGate).count();
    return Reason.of(
        Rules.IS_SUCCESSFUL,
        path("qualityThresholdPercent"),
        verdict(passed > 0),
        Seen.of("zonesPassed", passed).and("zonesAppliedFor", bids.size()).map());
  }

  private void addExistingLocations(String provider, List<Reason> because) {
    List<Tier> tiers = round.vehicle().tiers();
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i) instanceof Tier.ExistingLocations tier) {
        String tierPath = path("tiers[" + i + "]");
        for (ZoneFact zone : round.zones()) {
          findKept(provider, zone, tier, tierPath).ifPresent(because::add);
        }
      }
    }
  }

  /** Told where it has locations and won no place. */
  private Optional<Reason> findKept(
      String provider, ZoneFact zone, Tier.ExistingLocations tier, String tierPath) {
    int locations = round.locationsOf(provider, zone.zone());
    Optional<Placement> placement = allocation.findPlacement(provider, zone.zone());
    boolean kept = placement.filter(p -> p.tier().equals(tier.code())).isPresent();
    boolean elsewise = placement.isPresent() || round.findHeld(provider, zone.zone()).isPresent();
    if (locations == 0 || (elsewise && !kept)) {
      return Optional.empty();
    }
    Seen seen = Seen.of("zone", zone.zone()).and("tier", tier.code()).and("locations", locations);
    return Optional.of(
        Reason.of(Rules.KEEPS_EXISTING_LOCATIONS, tierPath, verdict(kept), seen.map()));
  }

  private void addTransition(String provider, List<Reason> because) {
    List<TransitionCase> cases =
        result.transitionCases().stream().filter(c -> c.provider().equals(provider)).toList();
    if (cases.isEmpty()) {
      return;
    }
    List<TransitionCase> moving = cases.stream().filter(c -> c.due() != null).toList();
    Seen seen = Seen.of("moving", moving.size()).and("exempt", cases.size() - moving.size());
    moving.stream()
        .map(TransitionCase::due)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(due -> seen.and("due", due));
    because.add(Reason.of(Rules.LOCATIONS_MOVE, path("transition.months"), NOTED, seen.map()));
  }

  private String path(String rest) {
    return FrameworkSection.path(round.vehicleCode(), rest);
  }
}
