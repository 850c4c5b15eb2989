package council.framework.api;

import council.framework.transition.domain.CaseStanding;
import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import java.util.List;

/** What can be done next with a case of a location that moves. */
public interface TransitionActions {
  /**
   * Every step there is, whether it can be taken by that actor, and why not. A provider is told
   * none: they speak of what the council knows.
   *
   * @param working the part of the scheme by which the case is worked, as it is kept with it
   */
  List<AllowedStep> list(String working, CaseStanding standing, Actor actor);
}
