package council.framework.domain;

import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.platform.decision.Decided;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an allocation gives, says and demands, one by one. A place whose rank alone differs is the
 * same place, so ranks are not told here.
 */
final class RoundEffects {
  private final RoundResult result;
  private final Map<String, List<Reason>> reasons = new HashMap<>();

  /** The reasons are one tree for each outcome, in the outcomes' order. */
  RoundEffects(Decided<RoundResult> decided) {
    result = decided.result();
    for (int i = 0; i < result.outcomes().size(); i++) {
      reasons.put(result.outcomes().get(i).provider(), List.of(decided.reasons().get(i)));
    }
  }

  List<Effect> list() {
    List<Effect> effects = new ArrayList<>();
    result.placements().forEach(placement -> effects.add(place(placement)));
    result.outcomes().forEach(outcome -> effects.add(outcome(outcome)));
    result.transitionCases().forEach(moving -> effects.add(transition(moving)));
    return effects;
  }

  private Effect place(Placement placement) {
    return new Effect(
        "place/" + placement.zone() + "/" + placement.provider(),
        Effect.Kind.OUTCOME,
        placement.provider(),
        "Place in " + placement.zone(),
        placement.tier(),
        null,
        null,
        reasonsOf(placement.provider()));
  }

  private Effect outcome(ProviderOutcome outcome) {
    return new Effect(
        "outcome/" + outcome.provider(),
        Effect.Kind.OUTCOME,
        outcome.provider(),
        "Outcome",
        outcome.outcome(),
        null,
        null,
        reasonsOf(outcome.provider()));
  }

  private Effect transition(TransitionCase moving) {
    return new Effect(
        "transition/" + moving.location(),
        Effect.Kind.OBLIGATION,
        moving.provider(),
        "Move of location " + moving.location(),
        moving.exemption() == null ? "moves" : "exempt: " + moving.exemption(),
        moving.yearlyValue(),
        moving.due(),
        reasonsOf(moving.provider()));
  }

  private List<Reason> reasonsOf(String provider) {
    return reasons.getOrDefault(provider, List.of());
  }
}
