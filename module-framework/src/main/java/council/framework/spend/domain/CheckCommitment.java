package council.framework.spend.domain;

import council.framework.scheme.DecisionKinds;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Spend;
import council.framework.scheme.Vehicle;
import council.framework.spend.domain.CommitmentResult.Verdict;
import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Reason;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts a commitment against every limit of its framework (HAM-FW-14, HAM-FW-22). */
public final class CheckCommitment
    implements DecisionEngine<FrameworkSection, CommitmentFacts, CommitmentResult> {
  @Override
  public String kind() {
    return DecisionKinds.COMMITMENT;
  }

  @Override
  public Class<FrameworkSection> sectionType() {
    return FrameworkSection.class;
  }

  @Override
  public Class<CommitmentFacts> factsType() {
    return CommitmentFacts.class;
  }

  @Override
  public Class<CommitmentResult> resultType() {
    return CommitmentResult.class;
  }

  /** One tree of reasons. */
  @Override
  public Decided<CommitmentResult> decide(FrameworkSection section, CommitmentFacts facts) {
    Vehicle vehicle = section.getVehicle(facts.vehicle());
    List<Ceiling> ceilings =
        Ceiling.forCommitment(vehicle.spend(), facts.openings(), facts.date()).stream()
            .filter(ceiling -> ceiling.kind().counts(facts.funder()))
            .toList();
    List<LimitUse> uses =
        ceilings.stream().map(ceiling -> use(ceiling, vehicle.spend(), facts)).toList();
    boolean allowed = facts.isWithin(vehicle) && !givesBackTooMuch(facts);
    Verdict verdict =
        uses.stream()
            .map(LimitUse::verdict)
            .max(Comparator.naturalOrder())
            .filter(_ -> allowed)
            .orElse(allowed ? Verdict.FREE : Verdict.STOPPED);
    CommitmentResult result = new CommitmentResult(verdict, uses);
    Reason reason = new CommitmentReasons(vehicle, facts).of(result, ceilings);
    return new Decided<>(result, List.of(reason));
  }

  private static LimitUse use(Ceiling ceiling, @Nullable Spend spend, CommitmentFacts facts) {
    BigDecimal before = facts.committed().countedBy(ceiling.kind());
    BigDecimal after = before.add(facts.amount());
    List<BigDecimal> reached =
        spend == null
            ? List.of()
            : spend.warnAtPercent().stream()
                .filter(percent -> ceiling.reaches(after, percent))
                .filter(percent -> !ceiling.reaches(before, percent))
                .toList();
    return new LimitUse(
        ceiling.kind(),
        ceiling.codes(),
        ceiling.amount(),
        before,
        after,
        ceiling.share(after),
        reached,
        verdict(ceiling, after, reached, facts));
  }

  /** What is given back never stands against a limit, even one that stays passed. */
  private static Verdict verdict(
      Ceiling ceiling, BigDecimal after, List<BigDecimal> reached, CommitmentFacts facts) {
    if (facts.amount().signum() > 0 && after.compareTo(ceiling.amount()) > 0) {
      return facts.override() == null ? Verdict.STOPPED : Verdict.PASSED;
    }
    return reached.isEmpty() ? Verdict.FREE : Verdict.WARNED;
  }

  static boolean givesBackTooMuch(CommitmentFacts facts) {
    var held = facts.held();
    if (held == null) {
      return facts.amount().signum() < 0;
    }
    BigDecimal bySource = held.bySource();
    return held.byProvider().add(facts.amount()).signum() < 0
        || (bySource != null && bySource.add(facts.amount()).signum() < 0);
  }
}
