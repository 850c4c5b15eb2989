package council.framework.spend.domain;

import council.framework.domain.Rules;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.framework.spend.domain.CommitmentResult.Verdict;
import council.platform.decision.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a commitment may be made or not, limit by limit. */
final class CommitmentReasons {
  private final Vehicle vehicle;
  private final CommitmentFacts facts;

  CommitmentReasons(Vehicle vehicle, CommitmentFacts facts) {
    this.vehicle = vehicle;
    this.facts = facts;
  }

  /**
   * @param ceilings of the result's limits, in their order
   */
  Reason of(CommitmentResult result, List<Ceiling> ceilings) {
    List<Reason> because = new ArrayList<>(List.of(inForce()));
    if (facts.amount().signum() < 0) {
      because.add(givesBack());
    }
    for (int i = 0; i < ceilings.size(); i++) {
      because.add(within(ceilings.get(i), result.limits().get(i)));
    }
    if (ceilings.isEmpty()) {
      because.add(
          Reason.of(SpendRules.HAS_NO_LIMIT, path("spend"), Reason.Verdict.NOTED, Map.of()));
    }
    return new Reason(
        SpendRules.MAY_BE_COMMITTED,
        path("spend"),
        seen(
            "provider", facts.provider(),
            "lot", facts.lot(),
            "funder", facts.funder(),
            "amount", facts.amount(),
            "date", facts.date()),
        verdict(!result.isStopped()),
        because);
  }

  private Reason inForce() {
    return Reason.of(
        Rules.FRAMEWORK_IS_IN_FORCE,
        path("frameworkStart"),
        verdict(facts.isWithin(vehicle)),
        seen(
            "date", facts.date(),
            "frameworkStart", vehicle.frameworkStart(),
            "frameworkEnd", facts.lastDay(vehicle)));
  }

  private Reason givesBack() {
    var held = facts.held();
    return Reason.of(
        SpendRules.GIVES_BACK_WHAT_IS_THERE,
        "",
        verdict(!CheckCommitment.givesBackTooMuch(facts)),
        seen(
            "givenBack", facts.amount().negate(),
            "byProvider", held == null ? BigDecimal.ZERO : held.byProvider(),
            "bySource", held == null ? null : held.bySource()));
  }

  private Reason within(Ceiling ceiling, LimitUse use) {
    boolean above = use.verdict() == Verdict.PASSED || use.verdict() == Verdict.STOPPED;
    List<Reason> because = new ArrayList<>();
    for (BigDecimal percent : use.reached()) {
      because.add(
          Reason.of(
              SpendRules.REACHES_WARNING,
              path("spend.warnAtPercent"),
              Reason.Verdict.NOTED,
              seen("limit", ceiling.title(), "percent", percent, "share", use.sharePercent())));
    }
    if (use.verdict() == Verdict.PASSED) {
      because.add(
          Reason.of(
              SpendRules.IS_OVERRIDDEN,
              "",
              Reason.Verdict.NOTED,
              seen("limit", ceiling.title(), "why", facts.override())));
    }
    return new Reason(
        SpendRules.STAYS_WITHIN_LIMIT,
        path("spend.limits"),
        seen(
            "limit", ceiling.title(),
            "amount", use.amount(),
            "opened", ceiling.kind() == LimitKind.AUTHORITY ? ceiling.opened() : null,
            "usedBefore", use.usedBefore(),
            "usedAfter", use.usedAfter(),
            "share", use.sharePercent()),
        verdict(!above),
        because);
  }

  private String path(String rest) {
    return FrameworkSection.path(facts.vehicle(), rest);
  }

  private static Reason.Verdict verdict(boolean holds) {
    return holds ? Reason.Verdict.PASSED : Reason.Verdict.FAILED;
  }

  /** Names and figures in turn; a figure that there is none of is left out. */
  private static Map<String, String> seen(@Nullable Object... figures) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (int i = 0; i < figures.length; i += 2) {
      Object value = figures[i + 1];
      if (value != null) {
        String told =
            value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        seen.put(String.valueOf(figures[i]), told);
      }
    }
    return seen;
  }
}
