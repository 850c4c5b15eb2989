package council.platform.scheme;

import council.platform.identity.Actor;

/**
 * Hears of every version whose day for new business has come, in the order of the days: at its
 * publication if the day is there already, else on the day, late if no server ran. Implementations
 * are singletons found on the class path. One that throws at a publication prevents it.
 */
public interface SchemeForceListener {
  void tookForce(Actor actor, SchemeVersion version);
}
