package council.config.api;

import council.platform.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done next with a draft. */
public interface DraftActions {
  /** Every step there is, whether it can be taken in that status by that actor, and why not. */
  List<Action> list(String status, Actor actor);

  /**
   * @param action name of the mutation
   * @param because why it cannot be done, absent where it can
   */
  record Action(String action, boolean allowed, @Nullable String because) {}
}
