package council.framework.api;

import council.framework.transition.domain.TransitionProgress;
import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cases of locations that move (LAN-FW-24 to LAN-FW-28, LAN-APL-01, LAN-APL-03 to LAN-APL-06).
 * Every method that changes something asks for the revision that the caller saw and refuses with
 * all problems at once. What is recorded again replaces what was recorded before; the audit keeps
 * both.
 */
public interface Transitions {
  /** Records a review of the location (LAN-APL-04). */
  void recordReview(Actor actor, RecordReview command);

  /** Records what the people chose (LAN-APL-03, LAN-APL-05). */
  void recordChoice(Actor actor, RecordChoice command);

  /** Records whether staff transfer under TUPE (LAN-FW-27). */
  void recordStaffTransfer(Actor actor, RecordStaffTransfer command);

  /**
   * Chooses the provider that takes the service over, if the rules for re-procured business let it
   * on that day (LAN-FW-24, LAN-APL-06); the decision is kept.
   *
   * @throws council.platform.problem.Refused {@code NOT_ELIGIBLE} for each rule that it fails
   */
  void chooseReceiver(Actor actor, ChooseReceiver command);

  /** Records the check that nobody has to move house (LAN-FW-26). */
  void recordHomeCheck(Actor actor, RecordHomeCheck command);

  /** Records what holds the case up; answers the blocker's id. */
  UUID openBlocker(Actor actor, OpenBlocker command);

  /** Records that a blocker is out of the way. */
  void resolveBlocker(Actor actor, ResolveBlocker command);

  /**
   * Takes a step of the lifecycle by which the case is worked. With the step into a stage in which
   * the service has moved, the location passes to the receiver from that day on.
   */
  void move(Actor actor, MoveCase command);

  /**
   * How far the cases are at the end of a day, for each framework that has some.
   *
   * @param vehicle code of the framework; all of them where it is absent
   */
  List<VehicleProgress> progress(Actor actor, @Nullable String vehicle, LocalDate on);

  /** Whether staff transfer under TUPE. */
  enum StaffTransfer {
    YES,
    NO,
    NOT_KNOWN
  }

  /**
   * @param on the day of the review
   * @param type code of the scheme
   * @param stayAppropriate whether it is right for the people to stay with the present provider
   */
  record RecordReview(
      UUID transitionCase,
      int revision,
      LocalDate on,
      String type,
      String finding,
      boolean stayAppropriate) {}

  /**
   * @param choice code of the scheme
   * @param how how it was recorded, without any person's name
   * @param support what help with deciding there was; absent where none was needed
   */
  record RecordChoice(
      UUID transitionCase,
      int revision,
      LocalDate on,
      String choice,
      String how,
      @Nullable String support) {}

  /**
   * @param note a few words; absent where there are none
   */
  record RecordStaffTransfer(
      UUID transitionCase,
      int revision,
      LocalDate on,
      StaffTransfer transfer,
      @Nullable String note) {}

  /**
   * @param receiver reference of the provider
   */
  record ChooseReceiver(UUID transitionCase, int revision, LocalDate on, String receiver) {}

  /**
   * @param nobodyMoves whether nobody has to move house
   * @param restsOn what the finding rests on
   */
  record RecordHomeCheck(
      UUID transitionCase, int revision, LocalDate on, boolean nobodyMoves, String restsOn) {}

  /**
   * @param what what holds the case up
   */
  record OpenBlocker(UUID transitionCase, int revision, LocalDate on, String what) {}

  /**
   * @param resolution how it was resolved
   */
  record ResolveBlocker(UUID blocker, int revision, LocalDate on, String resolution) {}

  /**
   * @param action name of a step of the lifecycle
   * @param on the day on which it was taken
   */
  record MoveCase(
      UUID transitionCase, int revision, String action, LocalDate on, @Nullable String reason) {}

  /** How far the cases of a framework are. */
  record VehicleProgress(String vehicle, LocalDate on, TransitionProgress progress) {}
}
