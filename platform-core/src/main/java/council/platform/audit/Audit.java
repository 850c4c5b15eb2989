package council.platform.audit;

import council.platform.identity.Actor;

/** Append-only record of every change, written in the transaction of the change itself. */
public interface Audit {
  void record(Actor actor, Change change);
}
