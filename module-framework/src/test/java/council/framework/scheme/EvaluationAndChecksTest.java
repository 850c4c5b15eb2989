package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.CriterionSource.Formula;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How people score, what is worked out instead, and which checks providers pass. */
class EvaluationAndChecksTest {
  private List<Criterion> criteria = List.of(scored("QUALITY", 100));
  private @Nullable Evaluation evaluation;
  private Map<String, DueDiligence> checks = Map.of();
  private List<NewBusinessRule> rules = List.of(new NewBusinessRule.HoldsPlace(List.of("PLACE")));

  private static Criterion scored(String code, int weight) {
    return new Criterion(code, code, weight, BigDecimal.TEN, null, CriterionScope.FRAMEWORK);
  }

  private static Criterion priced(int weight, CriterionScope scope) {
    return new Criterion(
        "COST",
        "Price",
        weight,
        BigDecimal.TEN,
        null,
        scope,
        new CriterionSource.Price(Formula.LOWEST_OVER_PRICE));
  }

  private static DueDiligence check(
      @Nullable Integer months, List<String> passes, List<Integer> reminders, CheckSource source) {
    return new DueDiligence("A check", months, passes, false, reminders, source);
  }

  private List<String> found() {
    Vehicle vehicle =
        new Vehicle(
            "Framework",
            LocalDate.of(2015, 6, 1),
            null,
            List.of(),
            criteria,
            BigDecimal.ZERO,
            List.of(new Tier.RankedPlaces("PLACE", "Place", 4, Map.of(), false)),
            null,
            null,
            CapPolicy.HIGHEST_SCORE_FIRST,
            List.of(),
            false,
            null,
            Map.of(RequestKind.NEW, rules),
            new Award(10),
            new Admission.Round(),
            null,
            new Lots.ByZone(),
            null,
            null,
            null,
            evaluation,
            checks,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            null);
    Problems problems = new Problems();
    FrameworkChecks.checkVehicle("X", vehicle, Map.of(), problems);
    return problems.list().stream().map(EvaluationAndChecksTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path().replace("framework.vehicles.X.", "");
  }

  @Test
  void aPriceIsOfferedForAZone() {
    criteria = List.of(scored("QUALITY", 50), priced(50, CriterionScope.ZONE));
    assertThat(found()).isEmpty();
    criteria = List.of(scored("QUALITY", 50), priced(50, CriterionScope.FRAMEWORK));
    assertThat(found()).containsExactly("OFFER_IS_BY_ZONE criteria[1].scope");
  }

  @Test
  void somebodyScoresSomething() {
    evaluation = new Evaluation(0, true, true);
    criteria = List.of(priced(100, CriterionScope.ZONE));

    assertThat(found())
        .containsExactly(
            "EVALUATORS_OUT_OF_RANGE evaluation.evaluatorsPerAnswer",
            "NOTHING_TO_SCORE evaluation");
  }

  @Test
  void soundChecksHaveNoProblems() {
    checks =
        Map.of(
            "CODE", check(null, List.of(), List.of(), CheckSource.RECORD),
            "COMMITMENTS", check(12, List.of(), List.of(60, 30), CheckSource.RECORD),
            "CQC", check(null, List.of("Good", "Outstanding"), List.of(), CheckSource.CQC_RATING));
    rules = List.of(new NewBusinessRule.ChecksHold(List.of("CODE", "CQC")));

    assertThat(found()).isEmpty();
  }

  @Test
  void everythingThatIsWrongWithChecksIsToldAtOnce() {
    checks = new LinkedHashMap<>();
    checks.put("A B", check(0, List.of("x", "x", " "), List.of(-1, 5, 5), CheckSource.RECORD));
    checks.put("CQC", check(null, List.of("Godo"), List.of(30), CheckSource.CQC_RATING));
    checks.put("RATED", check(null, List.of(), List.of(), CheckSource.CQC_RATING));
    rules =
        List.of(
            new NewBusinessRule.ChecksHold(List.of()),
            new NewBusinessRule.ChecksHold(List.of("CQC", "CQD")));

    assertThat(found())
        .containsExactlyInAnyOrder(
            "BAD_CODE dueDiligence.A B",
            "MONTHS_OUT_OF_RANGE dueDiligence.A B.validMonths",
            "DUPLICATE_ANSWER dueDiligence.A B.passes[1]",
            "BAD_ANSWER dueDiligence.A B.passes[2]",
            "DAYS_OUT_OF_RANGE dueDiligence.A B.remindDays[0]",
            "DUPLICATE_REMINDER dueDiligence.A B.remindDays[2]",
            "UNKNOWN_RATING dueDiligence.CQC.passes[0]",
            "REMINDER_WITHOUT_END dueDiligence.CQC.remindDays",
            "NO_RATING_PASSES dueDiligence.RATED.passes",
            "NO_CHECK newBusiness.NEW[0].checks",
            "UNKNOWN_CHECK newBusiness.NEW[1].checks[1]");
  }

  @Test
  void aRuleAsksForNoCheckOfAFrameworkWithoutAny() {
    rules = List.of(new NewBusinessRule.ChecksHold(List.of("CODE")));

    assertThat(found()).containsExactly("NO_DUE_DILIGENCE newBusiness.NEW[0].checks");
  }

  @Test
  void aPassHoldsForItsMonthsAndAPlainYesIsOneWhereNoAnswerIsNamed() {
    DueDiligence yearly = check(12, List.of(), List.of(), CheckSource.RECORD);

    assertThat(yearly.endOf(LocalDate.of(2016, 2, 29))).isEqualTo(LocalDate.of(2017, 2, 28));
    assertThat(yearly.passedBy("Yes")).isTrue();
    assertThat(yearly.passedBy("yes, mostly")).isFalse();
    assertThat(check(null, List.of("Good"), List.of(), CheckSource.CQC_RATING).passedBy("Good"))
        .isTrue();
    assertThat(check(null, List.of("Good"), List.of(), CheckSource.CQC_RATING).passedBy("Yes"))
        .isFalse();
  }
}
