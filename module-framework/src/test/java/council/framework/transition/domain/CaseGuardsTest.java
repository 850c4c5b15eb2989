package council.framework.transition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.TransitionCases;
import council.platform.calendar.WorkingDays;
import council.platform.lifecycle.LifecycleEngine;
import council.platform.lifecycle.Obstacle;
import council.platform.lifecycle.Situation;
import council.platform.lifecycle.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseGuardsTest {
  private static final TransitionCases CASES = WorkedCases.cases();

  private boolean exempt;
  private @Nullable String reviewType = "DESKTOP";
  private @Nullable Boolean stayAppropriate = false;
  private @Nullable String choice = "GO";
  private @Nullable String staffTransfer = "YES";
  private boolean receiverChosen = true;
  private @Nullable Boolean nobodyMovesHome = true;
  private int openBlockers;

  private CaseStanding standing() {
    return new CaseStanding(
        "WAITING",
        WorkedCases.START,
        exempt,
        reviewType,
        stayAppropriate,
        choice,
        staffTransfer,
        receiverChosen,
        nobodyMovesHome,
        openBlockers);
  }

  private List<String> obstacles(String action) {
    Situation situation =
        new Situation(
            "WAITING",
            WorkedCases.START,
            Set.of("framework.transition.manage"),
            new CaseGuards(CASES, standing()));
    Step step =
        new LifecycleEngine(WorkingDays.ofEnglandAndWales())
            .apply(CaseGuards.lifecycle(CASES), action, situation, null);
    return switch (step) {
      case Step.Moved _ -> List.of();
      case Step.NotMoved stopped -> stopped.obstacles().stream().map(Obstacle::message).toList();
    };
  }

  @Test
  void movesWhenEverythingIsRecorded() {
    assertThat(obstacles("move")).isEmpty();
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    reviewType = null;
    stayAppropriate = null;
    choice = null;
    staffTransfer = null;
    receiverChosen = false;
    nobodyMovesHome = null;
    openBlockers = 2;
    exempt = true;
    assertThat(obstacles("move"))
        .containsExactly(
            "The case is exempt; it is not worked.",
            "No review of the location is recorded.",
            "It is not recorded what the people chose.",
            "It is not known whether staff transfer.",
            "No provider is chosen that takes the service over.",
            "It is not checked that nobody has to move house.",
            "2 blocker(s) are not resolved.");
  }

  /** LAN-FW-26. */
  @Test
  void nothingMovesWhereSomebodyWouldHaveToMoveHouse() {
    nobodyMovesHome = false;
    assertThat(obstacles("move"))
        .containsExactly("The check found that somebody would have to move house.");
  }

  @Test
  void notKnownIsNoAnswerOnStaffTransfer() {
    staffTransfer = "NOT_KNOWN";
    assertThat(obstacles("move")).containsExactly("It is not known whether staff transfer.");
    staffTransfer = "NO";
    assertThat(obstacles("move")).isEmpty();
  }

  /** LAN-APL-03: who may stay and wants to is not moved, though no guard of the scheme says so. */
  @Test
  void whoMayStayAndWantsToIsNotMoved() {
    choice = "STAY";
    stayAppropriate = true;
    assertThat(obstacles("move"))
        .containsExactly(
            "The people chose to stay with the present provider, and that is appropriate.");
    assertThat(obstacles("keep")).isEmpty();
  }

  /** LAN-APL-04. */
  @Test
  void whereStayingIsNotAppropriateTheServiceMovesAllTheSame() {
    choice = "STAY";
    assertThat(obstacles("move")).isEmpty();
    assertThat(obstacles("keep"))
        .containsExactly("No review has found it appropriate to stay with the present provider.");
  }

  @Test
  void nobodyIsKeptWhoChoseToGo() {
    stayAppropriate = true;
    assertThat(obstacles("keep"))
        .containsExactly("It is not recorded that the people chose to stay.");
  }
}
