package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reviews of the places of a tier (LAN-FW-21, LAN-FW-22, LAN-FW-28). */
public interface TierReviews {
  /**
   * Records what a review found. Where its recommendation is that services move, a case is opened
   * for each location of the provider in the zone that has none yet.
   *
   * @return references of the locations for which a case was opened, in order
   */
  List<String> record(Actor actor, RecordTierReview command);

  /**
   * @param recommendation code of the scheme
   * @param evidence what the finding rests on
   */
  record RecordTierReview(
      UUID tierReview,
      int revision,
      LocalDate on,
      String recommendation,
      String finding,
      String evidence) {}
}
