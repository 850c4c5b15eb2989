package council.framework.api;

import council.platform.identity.Actor;

/**
 * Hears of every call-off in the transaction that awards or ends it, after it is kept.
 * Implementations are singletons found on the class path. One that throws prevents the award.
 */
public interface CallOffListener {
  void awarded(Actor actor, CallOffAwarded event);

  void ended(Actor actor, CallOffEnded event);
}
