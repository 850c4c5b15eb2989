package council.platform.audit;

import council.platform.identity.Actor;
import java.util.List;

/** Append-only record of every change, written in the transaction of the change itself. */
public interface Audit {
  void record(Actor actor, Change change);

  /** Several changes in their order, at the price of one round trip. */
  void recordAll(Actor actor, List<Change> changes);
}
