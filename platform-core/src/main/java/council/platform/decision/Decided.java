package council.platform.decision;

import java.util.List;

/** What an engine says: a result and every rule that was tried on the way to it. */
public record Decided<R>(R result, List<Reason> reasons) {
  public Decided {
    reasons = List.copyOf(reasons);
  }
}
