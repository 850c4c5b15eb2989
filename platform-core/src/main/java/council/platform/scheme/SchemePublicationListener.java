package council.platform.scheme;

import council.platform.identity.Actor;

/**
 * Hears of every version that is published, in the transaction that publishes it. Implementations
 * are singletons found on the class path; one that throws prevents the publication.
 */
public interface SchemePublicationListener {
  void published(Actor actor, SchemeVersion version);
}
