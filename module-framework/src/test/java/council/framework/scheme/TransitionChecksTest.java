package council.framework.scheme;

import static council.framework.transition.domain.WorkedCases.allGuards;
import static council.framework.transition.domain.WorkedCases.cases;
import static council.framework.transition.domain.WorkedCases.review;
import static council.framework.transition.domain.WorkedCases.step;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.TierReview.Effect;
import council.framework.scheme.TierReview.Recommendation;
import council.framework.transition.domain.WorkedCases;
import council.platform.lifecycle.Lifecycle;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransitionChecksTest {
  private static final String CASES = "framework.vehicles.V.transition.cases";
  private static final String REVIEW = "framework.vehicles.V.tierReviews[0]";
  private static final LocalDate END = LocalDate.of(2018, 5, 31);

  private List<TierReview> reviews = List.of(review(24));
  private @Nullable Transition transition = with(cases());

  private static Transition with(TransitionCases cases) {
    return new Transition(18, List.of(), cases);
  }

  private Problems check() {
    Problems problems = new Problems();
    FrameworkChecks.checkVehicle(
        "V", WorkedCases.vehicle(transition, reviews, END), Map.of("LAN", "North"), problems);
    return problems;
  }

  private List<String> found() {
    return check().list().stream().map(TransitionChecksTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path();
  }

  @Test
  void whatIsRightIsLeftAlone() {
    Problems problems = check();
    assertThat(problems.list()).isEmpty();
    assertThat(problems.warnings()).isEmpty();
  }

  @Test
  void guardsAndPermissionsAreKnown() {
    transition =
        with(
            cases(
                new Lifecycle.Transition(
                    "move",
                    List.of("WAITING"),
                    "MOVED",
                    "framework.transition.manag",
                    List.of("receiverChosen", "everybodyIsHappy"),
                    null,
                    false),
                step("keep", List.of("WAITING"), "STAYS", List.of("stayApproved"))));
    assertThat(found())
        .containsExactly(
            "UNKNOWN_PERMISSION " + CASES + ".stages.transitions[0].permission",
            "UNKNOWN_GUARD " + CASES + ".stages.transitions[0].guards");
  }

  @Test
  void noServiceMovesToNobodyOrBack() {
    transition =
        with(
            new TransitionCases(
                new Lifecycle(
                    "WAITING",
                    Map.of(
                        "WAITING", new Lifecycle.State("Waits", false),
                        "MOVED", new Lifecycle.State("Moved", false)),
                    List.of(
                        step("move", List.of("WAITING"), "MOVED", List.of()),
                        step("back", List.of("MOVED"), "WAITING", List.of()))),
                Map.of(),
                Map.of(),
                List.of("MOVED")));
    assertThat(found())
        .containsExactly(
            "MOVES_TO_NOBODY " + CASES + ".stages.transitions[0].guards",
            "MOVES_BACK " + CASES + ".stages.transitions[1].to");
  }

  @Test
  void movedStagesAreStages() {
    TransitionCases cases = cases();
    transition =
        with(
            new TransitionCases(
                cases.stages(),
                cases.reviewTypes(),
                cases.choices(),
                List.of("MOVD", "WAITING", "WAITING")));
    assertThat(found())
        .containsExactly(
            "UNKNOWN_STAGE " + CASES + ".movedStages[0]",
            "BEGINS_MOVED " + CASES + ".movedStages[1]",
            "DUPLICATE_STAGE " + CASES + ".movedStages[2]",
            "BEGINS_MOVED " + CASES + ".movedStages[2]",
            "MOVES_BACK " + CASES + ".stages.transitions[0].to",
            "MOVES_BACK " + CASES + ".stages.transitions[1].to");
    assertThat(check().list().getFirst().message()).contains("MOVED");
    transition =
        with(new TransitionCases(cases.stages(), cases.reviewTypes(), cases.choices(), List.of()));
    assertThat(found()).containsExactly("NO_MOVED_STAGE " + CASES + ".movedStages");
  }

  @Test
  void whatAStepAsksForCanBeRecorded() {
    TransitionCases cases = cases();
    transition = with(new TransitionCases(cases.stages(), Map.of(), Map.of(), cases.movedStages()));
    assertThat(allGuards()).contains("reviewRecorded", "choiceRecorded");
    assertThat(found())
        .containsExactly(
            "GUARD_NEVER_HOLDS " + CASES + ".stages.transitions[0].guards",
            "GUARD_NEVER_HOLDS " + CASES + ".stages.transitions[0].guards",
            "GUARD_NEVER_HOLDS " + CASES + ".stages.transitions[1].guards");
  }

  @Test
  void codesAndTitlesCanBeUsed() {
    TransitionCases cases = cases();
    transition =
        with(
            new TransitionCases(
                cases.stages(),
                Map.of("DESK TOP", " "),
                Map.of("STAY", new TransitionCases.Choice(" ", true)),
                cases.movedStages()));
    assertThat(found())
        .containsExactly(
            "BAD_CODE " + CASES + ".reviewTypes.DESK TOP",
            "BLANK_TITLE " + CASES + ".reviewTypes.DESK TOP",
            "BLANK_TITLE " + CASES + ".choices.STAY.title");
  }

  @Test
  void reviewsAreOfTiersThatThereAre() {
    reviews =
        List.of(
            new TierReview("TIER3", 24, Map.of()),
            review(24),
            new TierReview("TIER2", 0, Map.of("KEEP", new Recommendation("Keep", Effect.STAYS))));
    assertThat(found())
        .containsExactly(
            "UNKNOWN_TIER " + REVIEW + ".tier",
            "NO_RECOMMENDATION " + REVIEW + ".recommendations",
            "DUPLICATE_REVIEW framework.vehicles.V.tierReviews[2].tier",
            "BAD_MONTHS framework.vehicles.V.tierReviews[2].withinMonths");
  }

  @Test
  void locationsMoveOnlyWhereThereIsATransition() {
    transition = null;
    assertThat(found()).containsExactly("NO_TRANSITION " + REVIEW + ".recommendations.MOVE.effect");
  }

  @Test
  void servicesBelowStandardComeBeforeReviews() {
    reviews = List.of(review(17));
    assertThat(check().warnings()).extracting(Problem::code).contains("REVIEW_BEFORE_TRANSITION");
    reviews = List.of(review(37));
    assertThat(check().warnings()).extracting(Problem::code).contains("REVIEW_AFTER_END");
  }
}
