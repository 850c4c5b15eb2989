package council.framework.scheme;

import council.platform.lifecycle.Lifecycle;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a case of a location that moves is worked. */
@Doc(
    value = "How the case of a location that moves is worked",
    rules = {"LAN-FW-26", "LAN-FW-27", "LAN-FW-28", "LAN-APL-03", "LAN-APL-04"})
public record TransitionCases(
    @Doc(
            value =
                "Its stages and the steps between them. Guards that a step may name:"
                    + " reviewRecorded, choiceRecorded, staffTransferRecorded,"
                    + " receiverChosen, nobodyMovesHome, noOpenBlocker, stayApproved. A step"
                    + " into a stage in which the service has moved needs receiverChosen")
        Lifecycle stages,
    @Doc(value = "Kinds of review by code", rules = "LAN-APL-04") Map<String, String> reviewTypes,
    @Doc(value = "What people may choose, by code", rules = "LAN-APL-03")
        Map<String, Choice> choices,
    @Doc("Stages in which the service has moved") List<String> movedStages) {
  /** A review of the location was recorded. */
  public static final String REVIEW_RECORDED = "reviewRecorded";

  /** What the people chose was recorded. */
  public static final String CHOICE_RECORDED = "choiceRecorded";

  /** Whether staff transfer is known. */
  public static final String STAFF_TRANSFER_RECORDED = "staffTransferRecorded";

  /** A provider was found that takes the service over. */
  public static final String RECEIVER_CHOSEN = "receiverChosen";

  /** It was checked that nobody has to move house. */
  public static final String NOBODY_MOVES_HOME = "nobodyMovesHome";

  /** Nothing holds the case up. */
  public static final String NO_OPEN_BLOCKER = "noOpenBlocker";

  /** The people chose to stay, and the review found that appropriate. */
  public static final String STAY_APPROVED = "stayApproved";

  /** Permission to record what is known of a case. */
  public static final String MANAGE = "framework.transition.manage";

  /** Permission to decide what becomes of a case. */
  public static final String DECIDE = "framework.transition.decide";

  static final Set<String> GUARDS =
      Set.of(
          REVIEW_RECORDED,
          CHOICE_RECORDED,
          STAFF_TRANSFER_RECORDED,
          RECEIVER_CHOSEN,
          NOBODY_MOVES_HOME,
          NO_OPEN_BLOCKER,
          STAY_APPROVED);

  static final Set<String> PERMISSIONS = Set.of(MANAGE, DECIDE);

  public TransitionCases {
    reviewTypes = Collections.unmodifiableMap(new LinkedHashMap<>(reviewTypes));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    movedStages = List.copyOf(movedStages);
  }

  /** What people may choose. */
  @Doc(value = "What the people of a location may choose", rules = "LAN-APL-03")
  public record Choice(
      @Doc("What people call it") String title,
      @Doc("Whether they stay with the present provider") @Default("false") boolean stays) {}
}
