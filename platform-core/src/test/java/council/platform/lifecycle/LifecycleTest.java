package council.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.calendar.WorkingDays;
import council.platform.json.CanonicalJson;
import council.platform.lifecycle.DueWithin.Unit;
import council.platform.lifecycle.Lifecycle.State;
import council.platform.lifecycle.Lifecycle.Transition;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final LocalDate SINCE = LocalDate.of(2022, 6, 1);
  private static final Lifecycle AWARD =
      new Lifecycle(
          "PROPOSED",
          states("PROPOSED", "STANDSTILL", "AWARDED!", "WITHDRAWN!"),
          List.of(
              new Transition(
                  "announce",
                  List.of("PROPOSED"),
                  "STANDSTILL",
                  "may.announce",
                  List.of(),
                  null,
                  false),
              new Transition(
                  "award",
                  List.of("STANDSTILL"),
                  "AWARDED",
                  "may.award",
                  List.of("standstillOver"),
                  new DueWithin(3, Unit.WORKING_DAYS),
                  false),
              new Transition(
                  "withdraw",
                  List.of("PROPOSED", "STANDSTILL"),
                  "WITHDRAWN",
                  "may.award",
                  List.of(),
                  new DueWithin(30, Unit.DAYS),
                  true)));

  private final LifecycleEngine engine = new LifecycleEngine(WorkingDays.ofEnglandAndWales());

  @Test
  void everyActionSaysWhetherItIsAllowedAndWhyNot() {
    List<Action> actions = engine.actions(AWARD, situation("STANDSTILL", true, "may.announce"));
    assertThat(actions).extracting(Action::name).containsExactly("announce", "award", "withdraw");
    assertThat(actions.get(0).obstacles())
        .containsExactly(
            new Obstacle(
                Obstacle.Kind.WRONG_STATE, "It is possible in PROPOSED only, not in STANDSTILL."));
    assertThat(actions.get(1).obstacles())
        .containsExactly(
            new Obstacle(Obstacle.Kind.NO_PERMISSION, "It takes the permission may.award."),
            new Obstacle(Obstacle.Kind.GUARD, "Ten days are not over."));
    assertThat(actions.get(1).allowed()).isFalse();
  }

  @Test
  void anActionIsAllowedWhereNothingStandsAgainstIt() {
    Action award = engine.actions(AWARD, situation("STANDSTILL", false, "may.award")).get(1);
    assertThat(award.allowed()).isTrue();
    assertThat(award.to()).isEqualTo("AWARDED");
  }

  @Test
  void deadlinesCountDaysOrWorkingDaysFromTheDayAfter() {
    List<Action> actions = engine.actions(AWARD, situation("STANDSTILL", false, "may.award"));
    assertThat(actions.get(1).dueBy()).isEqualTo("2022-06-08");
    assertThat(actions.get(2).dueBy()).isEqualTo("2022-07-01");
    assertThat(actions.get(0).dueBy()).isNull();
  }

  @Test
  void applyingMovesToTheNextState() {
    assertThat(engine.apply(AWARD, "award", situation("STANDSTILL", false, "may.award"), null))
        .isEqualTo(new Step.Moved("award", "STANDSTILL", "AWARDED"));
    assertThat(engine.apply(AWARD, "withdraw", situation("PROPOSED", true, "may.award"), "Error"))
        .isEqualTo(new Step.Moved("withdraw", "PROPOSED", "WITHDRAWN"));
  }

  @Test
  void applyingNamesEveryObstacle() {
    assertThat(engine.apply(AWARD, "withdraw", situation("PROPOSED", true), " "))
        .isInstanceOfSatisfying(
            Step.NotMoved.class,
            refused ->
                assertThat(refused.obstacles())
                    .extracting(Obstacle::kind)
                    .containsExactly(Obstacle.Kind.NO_PERMISSION, Obstacle.Kind.REASON_MISSING));
    assertThat(engine.apply(AWARD, "award", situation("WITHDRAWN", false, "may.award"), null))
        .isInstanceOf(Step.NotMoved.class);
  }

  @Test
  void anUnknownActionIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> engine.apply(AWARD, "sell", situation("PROPOSED", false), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sell");
  }

  @Test
  void aSoundLifecycleHasNoProblems() {
    assertThat(problemsOf(AWARD)).isEmpty();
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Lifecycle broken =
        new Lifecycle(
            "PROPOSED",
            states("PROPOSED", "STUCK", "ISLAND!", "END!"),
            List.of(
                new Transition(
                    "go", List.of("PROPOSED"), "STUCK", "may.award", List.of(), null, false),
                new Transition(
                    "go", List.of("PROPOSED"), "END", "may.fly", List.of("sunShines"), null, false),
                new Transition(
                    "reopen",
                    List.of("END", "NOWHERE"),
                    "ELSEWHERE",
                    "may.award",
                    List.of(),
                    null,
                    false),
                new Transition(
                    "wait", List.of(), "PROPOSED", "may.award", List.of(), null, false)));
    assertThat(problemsOf(broken))
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactlyInAnyOrder(
            "UNKNOWN_PERMISSION x.transitions[1].permission",
            "UNKNOWN_GUARD x.transitions[1].guards",
            "UNKNOWN_STATE x.transitions[2].from",
            "UNKNOWN_STATE x.transitions[2].to",
            "NO_STATE x.transitions[3].from",
            "DUPLICATE_TRANSITION x.transitions[1]",
            "UNREACHABLE_STATE x.states.ISLAND",
            "DEAD_END x.states.STUCK",
            "TERMINAL_STATE_LEFT x.states.END");
  }

  @Test
  void anUnknownInitialStateIsNamed() {
    Lifecycle lost = new Lifecycle("START", states("END!"), List.of());
    assertThat(problemsOf(lost))
        .extracting(Problem::code)
        .containsExactly("UNKNOWN_STATE", "UNREACHABLE_STATE");
  }

  @Test
  void isDataThatSurvivesCanonicalJson() {
    String json = CanonicalJson.text(AWARD);
    assertThat(CanonicalJson.text(CanonicalJson.read(json, Lifecycle.class))).isEqualTo(json);
  }

  private static List<Problem> problemsOf(Lifecycle lifecycle) {
    Problems problems = new Problems();
    LifecycleCheck.check(
        lifecycle, "x", Set.of("standstillOver"), Set.of("may.announce", "may.award"), problems);
    return problems.list();
  }

  private static Situation situation(String state, boolean standstill, String... permissions) {
    Guards guards = guard -> standstill ? Optional.of("Ten days are not over.") : Optional.empty();
    return new Situation(state, SINCE, Set.of(permissions), guards);
  }

  /** A name that ends in an exclamation mark is a terminal state. */
  private static Map<String, State> states(String... names) {
    Map<String, State> states = new LinkedHashMap<>();
    for (String name : names) {
      String code = name.replace("!", "");
      states.put(code, new State(code, name.endsWith("!")));
    }
    return states;
  }
}
