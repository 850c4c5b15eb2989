package council.framework.domain;

import council.framework.domain.CallOffFacts.Candidate;
import council.framework.domain.CallOffOrder.Line;
import council.framework.scheme.CallOff;
import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts those who may take a request into the order in which it goes to them (LAN-FW-10). */
public final class OrderCallOff
    implements DecisionEngine<FrameworkSection, CallOffFacts, CallOffOrder> {
  @Override
  public String kind() {
    return DecisionKinds.CALL_OFF;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<CallOffFacts> factsType() {
    return CallOffFacts.class;
  }

  @Override
  public Class<CallOffOrder> resultType() {
    return CallOffOrder.class;
  }

  /** The word by which requests name how one is chosen. */
  public static String method(Vehicle vehicle, council.framework.scheme.RequestKind kind) {
    CallOff callOff = vehicle.callOff().get(kind);
    return switch (callOff) {
      case null -> CallOffOrder.DIRECT;
      case CallOff.RankedOffer _ -> "RANKED_OFFER";
      case CallOff.Rotation _ -> "ROTATION";
      case CallOff.MiniCompetition _ -> "MINI_COMPETITION";
      case CallOff.Choice _ -> "CHOICE";
    };
  }

  /** The reasons are one tree for each candidate by reference, then what holds for all of them. */
  @Override
  public Decided<CallOffOrder> decide(FrameworkSection section, CallOffFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    CallOffTrial trial = new CallOffTrial(vehicle, facts);
    List<Candidate> candidates = candidates(facts);
    List<Candidate> inOrder =
        candidates.stream().filter(trial::passes).sorted(order(vehicle, facts, trial)).toList();
    List<Line> lines = new ArrayList<>();
    for (Candidate candidate : inOrder) {
      lines.add(
          new Line(
              candidate.provider(), lines.size() + 1, trial.findScore(candidate).orElse(null)));
    }
    String method = method(vehicle, facts.request().kind());
    CallOffOrder result = new CallOffOrder(method, lines, trial.stands());
    CallOffReasons reasons = new CallOffReasons(vehicle, facts, trial, result);
    List<Reason> told = new ArrayList<>(candidates.stream().map(reasons::of).toList());
    told.addAll(reasons.ofAll());
    return new Decided<>(result, told);
  }

  /** By reference, each once. */
  private static List<Candidate> candidates(CallOffFacts facts) {
    Set<String> seen = new HashSet<>();
    return facts.candidates().stream()
        .sorted(Comparator.comparing(Candidate::provider))
        .filter(candidate -> seen.add(candidate.provider()))
        .toList();
  }

  private static Comparator<Candidate> order(
      Vehicle vehicle, CallOffFacts facts, CallOffTrial trial) {
    Comparator<Candidate> byRank = byRank(vehicle);
    return switch (vehicle.callOff().get(facts.request().kind())) {
      case CallOff.Rotation rotation -> byTurn(rotation.turn()).thenComparing(byRank);
      case CallOff.MiniCompetition _ -> trial.bestFirst().thenComparing(byRank);
      case null, default -> byRank;
    };
  }

  /** The scheme's tiers in their order, then the rank; who has neither comes last. */
  private static Comparator<Candidate> byRank(Vehicle vehicle) {
    List<String> tiers = vehicle.tiers().stream().map(tier -> tier.code()).toList();
    return Comparator.comparingInt(
            (Candidate c) -> tiers.contains(c.tier()) ? tiers.indexOf(c.tier()) : tiers.size())
        .thenComparing(Candidate::rank, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(Candidate::provider);
  }

  private static Comparator<Candidate> byTurn(CallOff.Turn turn) {
    return switch (turn) {
      case FEWEST_HOURS -> Comparator.comparing(Candidate::weeklyHours);
      case FEWEST_CALL_OFFS -> Comparator.comparingInt(Candidate::callOffs);
      case LONGEST_WITHOUT ->
          Comparator.comparing(
              Candidate::lastCallOff, Comparator.nullsFirst(Comparator.naturalOrder()));
    };
  }

  /** One for each candidate: where it stands in the order. */
  @Override
  public List<Effect> effects(CallOffFacts facts, Decided<CallOffOrder> decided) {
    List<Candidate> candidates = candidates(facts);
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      String provider = candidates.get(i).provider();
      String value =
          decided
              .result()
              .find(provider)
              .map(line -> "number " + line.position())
              .orElse("not in the order");
      effects.add(
          new Effect(
              "callOff/" + provider,
              Effect.Kind.OUTCOME,
              provider,
              "Turn for the request",
              value,
              null,
              null,
              List.of(decided.reasons().get(i))));
    }
    return effects;
  }
}
