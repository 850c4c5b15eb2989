package council.framework.domain;

import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.Candidate;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ZoneRanking;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import java.util.Comparator;
import java.util.List;

/** Scores, ranks and places the applicants of an evaluation round. (LAN-FW-05 to LAN-FW-24) */
public final class AllocateRound
    implements DecisionEngine<FrameworkSection, RoundFacts, RoundResult> {
  private final PlacementSolver solver;

  public AllocateRound(PlacementSolver solver) {
    this.solver = solver;
  }

  @Override
  public String kind() {
    return DecisionKinds.ALLOCATION;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<RoundFacts> factsType() {
    return RoundFacts.class;
  }

  @Override
  public Class<RoundResult> resultType() {
    return RoundResult.class;
  }

  /** The greatest total is searched for; the other policies sort. */
  @Override
  public boolean isQuick(FrameworkSection section, RoundFacts facts) {
    Vehicle vehicle = section.vehicles().get(facts.vehicle());
    boolean searches = vehicle != null && vehicle.capPolicy() == CapPolicy.MAX_TOTAL_SCORE;
    return facts.applications().size() <= (searches ? 40 : 600);
  }

  /** The reasons are one tree for each outcome, in the outcomes' order. */
  @Override
  public Decided<RoundResult> decide(FrameworkSection section, RoundFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    Round round = new Round(vehicle, facts);
    Allocation allocation = Allocation.of(round, solver);
    List<Placement> placements = allocation.placements();
    Outcomes outcomes = new Outcomes(round, placements);
    RoundResult result =
        new RoundResult(
            facts.vehicle(),
            round.zones().stream().map(zone -> ranking(round, zone)).toList(),
            placements,
            outcomes.list(),
            outcomes.transitionCases());
    return new Decided<>(result, new RoundReasons(round, allocation, result).list());
  }

  /** Places, outcomes and locations that move. */
  @Override
  public List<Effect> effects(RoundFacts facts, Decided<RoundResult> decided) {
    return new RoundEffects(decided).list();
  }

  private static ZoneRanking ranking(Round round, ZoneFact zone) {
    List<Candidate> candidates =
        round.bids().stream()
            .filter(bid -> bid.zone().equals(zone.zone()))
            .map(
                bid -> new Candidate(bid.provider(), bid.total(), round.findRank(bid).orElse(null)))
            .sorted(
                Comparator.comparing(
                        Candidate::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Candidate::provider))
            .toList();
    return new ZoneRanking(zone.zone(), zone.area(), candidates);
  }
}
