package council.config.api;

import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import java.util.List;

/** What can be done next with a draft. */
public interface DraftActions {
  /** Every step there is, whether it can be taken in that status by that actor, and why not. */
  List<AllowedStep> list(String status, Actor actor);
}
