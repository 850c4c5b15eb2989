package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.CallOff.MiniCompetition;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallOffChecksTest {
  private static Vehicle vehicle(Map<RequestKind, CallOff> callOff) {
    List<NewBusinessRule> holds = List.of(new NewBusinessRule.HoldsPlace(List.of("LISTED")));
    return new Vehicle(
        "Framework",
        LocalDate.of(2015, 6, 1),
        null,
        List.of(),
        List.of(criterion("QUALITY", 100, new CriterionSource.Scored())),
        BigDecimal.ZERO,
        List.of(new Tier.AllWhoPass("LISTED", "Listed", false)),
        null,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        List.of(),
        false,
        null,
        Map.of(RequestKind.NEW, holds, RequestKind.VOID, holds),
        new Award(0),
        new Admission.Open(),
        null,
        new Lots.ByZone(),
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        callOff,
        List.of(),
        null);
  }

  private static Criterion criterion(String code, int weight, CriterionSource source) {
    return new Criterion(
        code, code, weight, BigDecimal.TEN, null, CriterionScope.FRAMEWORK, source);
  }

  private static List<String> found(Map<RequestKind, CallOff> callOff) {
    Problems problems = new Problems();
    FrameworkChecks.checkVehicle("F", vehicle(callOff), Map.of(), problems);
    return problems.list().stream().map(p -> p.code() + " " + p.path()).toList();
  }

  private static MiniCompetition competition(Criterion... criteria) {
    return new MiniCompetition(List.of(criteria), BigDecimal.ZERO, 72, null);
  }

  @Test
  void aSoundWayOfChoosingHasNoProblems() {
    assertThat(
            found(
                Map.of(
                    RequestKind.NEW,
                    competition(
                        criterion("PLAN", 60, new CriterionSource.Scored()),
                        criterion(
                            "PRICE",
                            40,
                            new CriterionSource.Price(CriterionSource.Formula.LINEAR))),
                    RequestKind.VOID,
                    new CallOff.RankedOffer(48))))
        .isEmpty();
  }

  @Test
  void nobodyIsChosenForAKindThatNobodyMayTake() {
    assertThat(
            found(
                Map.of(
                    RequestKind.RE_PROCURED,
                    new CallOff.RankedOffer(48),
                    RequestKind.NEW_TENANT_AT_EXISTING_LOCATION,
                    new CallOff.Choice())))
        .containsExactlyInAnyOrder(
            "CALL_OFF_OF_NOTHING framework.vehicles.F.callOff.RE_PROCURED",
            "CALL_OFF_OF_NOTHING framework.vehicles.F.callOff.NEW_TENANT_AT_EXISTING_LOCATION");
  }

  @Test
  void aCompetitionHasCriteriaThatAddUpAndThatResponsesCanBeScoredOn() {
    assertThat(
            found(
                Map.of(
                    RequestKind.NEW,
                    competition(
                        criterion("PLAN", 60, new CriterionSource.Scored()),
                        criterion("PLAN", 30, new CriterionSource.MarketShare(false))))))
        .containsExactlyInAnyOrder(
            "WEIGHTS_NOT_100 framework.vehicles.F.callOff.NEW.criteria",
            "DUPLICATE_CRITERION framework.vehicles.F.callOff.NEW.criteria[1].code",
            "MARKET_SHARE_IN_COMPETITION framework.vehicles.F.callOff.NEW.criteria[1].source");
    assertThat(found(Map.of(RequestKind.NEW, competition())))
        .containsExactly("NO_CRITERION framework.vehicles.F.callOff.NEW.criteria");
  }

  @Test
  void nobodyChoosesForAVacancyWithoutAPerson() {
    assertThat(found(Map.of(RequestKind.VOID, new CallOff.Choice())))
        .containsExactly("CHOICE_WITHOUT_A_PERSON framework.vehicles.F.callOff.VOID");
  }
}
