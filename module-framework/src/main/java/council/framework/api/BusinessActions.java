package council.framework.api;

import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import java.util.List;

/** What can be done next with requests, offers and call-offs, and why not where it cannot. */
public interface BusinessActions {
  /**
   * @param method how the scheme chooses a provider for it
   */
  List<AllowedStep> ofRequest(String status, String method, Actor actor);

  /**
   * @param kind OFFER or INVITATION
   */
  List<AllowedStep> ofOffer(String status, String kind, Actor actor);

  List<AllowedStep> ofCallOff(boolean ended, Actor actor);
}
