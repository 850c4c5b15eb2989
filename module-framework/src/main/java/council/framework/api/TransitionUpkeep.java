package council.framework.api;

import council.platform.identity.Actor;

/** What is to be there by itself: first stages of cases, and reviews of places that need one. */
public interface TransitionUpkeep {
  /** Adds what is missing under the scheme in force today; adds nothing the second time. */
  void keepUp(Actor actor);
}
