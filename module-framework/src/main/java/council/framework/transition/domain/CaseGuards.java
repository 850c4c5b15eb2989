package council.framework.transition.domain;

import council.framework.scheme.TransitionCases;
import council.platform.lifecycle.Guards;
import council.platform.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the way of a case. */
public final class CaseGuards implements Guards {
  /** No case moves while it is exempt, whatever the scheme says. */
  static final String IS_NOT_EXEMPT = "isNotExempt";

  /** Who may stay and wants to is not moved, whatever the scheme says (LAN-APL-03). */
  static final String NOBODY_STAYS = "nobodyStays";

  private static final String NOT_KNOWN = "NOT_KNOWN";

  private final TransitionCases cases;
  private final CaseStanding standing;

  public CaseGuards(TransitionCases cases, CaseStanding standing) {
    this.cases = cases;
    this.standing = standing;
  }

  /** The scheme's lifecycle with what holds for every case. */
  public static Lifecycle lifecycle(TransitionCases cases) {
    Lifecycle stages = cases.stages();
    return new Lifecycle(
        stages.initial(),
        stages.states(),
        stages.transitions().stream().map(step -> withWhatAlwaysHolds(cases, step)).toList());
  }

  private static Lifecycle.Transition withWhatAlwaysHolds(
      TransitionCases cases, Lifecycle.Transition step) {
    List<String> guards = new ArrayList<>(List.of(IS_NOT_EXEMPT));
    guards.addAll(step.guards());
    if (moves(cases, step)) {
      guards.add(NOBODY_STAYS);
    }
    return new Lifecycle.Transition(
        step.name(),
        step.from(),
        step.to(),
        step.permission(),
        guards,
        step.dueWithin(),
        step.reasonRequired());
  }

  /** Whether a step is the one with which the service moves. */
  private static boolean moves(TransitionCases cases, Lifecycle.Transition step) {
    return cases.movedStages().contains(step.to())
        && step.from().stream().noneMatch(cases.movedStages()::contains);
  }

  /** Whether the people chose to stay, and the review found that appropriate (LAN-APL-04). */
  public boolean stayIsApproved() {
    return wantToStay() && Boolean.TRUE.equals(standing.stayAppropriate());
  }

  private boolean wantToStay() {
    TransitionCases.Choice choice =
        standing.choice() == null ? null : cases.choices().get(standing.choice());
    return choice != null && choice.stays();
  }

  @Override
  public Optional<String> findObstacle(String guard) {
    return switch (guard) {
      case IS_NOT_EXEMPT -> unless(!standing.exempt(), "The case is exempt; it is not worked.");
      case NOBODY_STAYS ->
          unless(
              !stayIsApproved(),
              "The people chose to stay with the present provider, and that is appropriate.");
      case TransitionCases.REVIEW_RECORDED ->
          unless(standing.reviewType() != null, "No review of the location is recorded.");
      case TransitionCases.CHOICE_RECORDED ->
          unless(standing.choice() != null, "It is not recorded what the people chose.");
      case TransitionCases.STAFF_TRANSFER_RECORDED -> staffTransfer();
      case TransitionCases.RECEIVER_CHOSEN ->
          unless(standing.receiverChosen(), "No provider is chosen that takes the service over.");
      case TransitionCases.NOBODY_MOVES_HOME -> nobodyMovesHome();
      case TransitionCases.NO_OPEN_BLOCKER ->
          unless(
              standing.openBlockers() == 0,
              "%d blocker(s) are not resolved.".formatted(standing.openBlockers()));
      case TransitionCases.STAY_APPROVED -> stayApproved();
      default -> throw new IllegalArgumentException("There is no guard " + guard);
    };
  }

  private Optional<String> staffTransfer() {
    String transfer = standing.staffTransfer();
    return unless(
        transfer != null && !transfer.equals(NOT_KNOWN), "It is not known whether staff transfer.");
  }

  private Optional<String> nobodyMovesHome() {
    Boolean kept = standing.nobodyMovesHome();
    if (kept == null) {
      return Optional.of("It is not checked that nobody has to move house.");
    }
    return unless(kept, "The check found that somebody would have to move house.");
  }

  private Optional<String> stayApproved() {
    if (!wantToStay()) {
      return Optional.of("It is not recorded that the people chose to stay.");
    }
    return unless(
        stayIsApproved(), "No review has found it appropriate to stay with the present provider.");
  }

  private static Optional<String> unless(boolean holds, String sentence) {
    return holds ? Optional.empty() : Optional.of(sentence);
  }
}
