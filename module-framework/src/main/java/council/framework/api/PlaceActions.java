package council.framework.api;

import council.platform.identity.Actor;
import council.platform.lifecycle.AllowedStep;
import java.util.List;

/** What can be done next with a place, a suspension or an exemption. */
public interface PlaceActions {
  /**
   * @param ended whether a step has ended the place
   */
  List<AllowedStep> listOfPlace(boolean ended, Actor actor);

  /**
   * @param lifted whether it was lifted
   */
  List<AllowedStep> listOfSuspension(boolean lifted, Actor actor);

  /**
   * @param status GRANTED or ENDED
   */
  List<AllowedStep> listOfExemption(String status, Actor actor);
}
