package council.framework.spend.domain;

import java.util.List;

/**
 * What came of a commitment.
 *
 * @param verdict the gravest of all; {@code STOPPED} also where no limit stops it but the framework
 *     is not in force or more is given back than there is
 * @param limits those that count it, in the order of {@link LimitKind}
 */
public record CommitmentResult(Verdict verdict, List<LimitUse> limits) {
  public CommitmentResult {
    limits = List.copyOf(limits);
  }

  /** From the lightest to the gravest. */
  public enum Verdict {
    /** Within the limit. */
    FREE,
    /** Within the limit, and a share at which people are warned is reached by it. */
    WARNED,
    /** Above the limit, by an override. */
    PASSED,
    /** Refused. */
    STOPPED
  }

  public boolean isStopped() {
    return verdict == Verdict.STOPPED;
  }
}
