package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Steps and exemptions of a framework with the tiers TIER1 and TIER2. */
class PlaceStepChecksTest {
  private static final Transition TRANSITION = new Transition(18, List.of("NHS"));

  private static List<String> told(
      Map<String, PlaceStep> steps,
      Map<String, ExemptionKind> exemptions,
      @Nullable Transition transition) {
    Vehicle vehicle =
        new Vehicle(
            "Framework",
            LocalDate.of(2015, 6, 1),
            null,
            List.of(),
            List.of(),
            BigDecimal.ZERO,
            List.of(
                new Tier.RankedPlaces("TIER1", "Tier 1", 4, Map.of(), true),
                new Tier.ExistingLocations("TIER2", "Tier 2")),
            null,
            null,
            CapPolicy.HIGHEST_SCORE_FIRST,
            List.of(),
            false,
            transition,
            Map.of(),
            new Award(10),
            new Admission.Round(),
            null,
            new Lots.ByZone(),
            null,
            null,
            null,
            null,
            Map.of(),
            steps,
            exemptions,
            Map.of(),
            List.of(),
            null);
    var problems = new Problems();
    PlaceStepChecks.check("V", vehicle, problems);
    ExemptionChecks.check("V", vehicle, problems);
    return problems.list().stream().map(PlaceStepChecksTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path().replace("framework.vehicles.V.", "");
  }

  @Test
  void everythingWrongWithAMoveIsTold() {
    assertThat(
            told(
                Map.of(
                    "M",
                    new PlaceStep.Move(
                        " ",
                        List.of("TIER2", "TIER3", "TIER2"),
                        "TIER2",
                        false,
                        List.of(""),
                        true)),
                Map.of(),
                TRANSITION))
        .containsExactlyInAnyOrder(
            "BLANK_TITLE placeSteps.M.title",
            "BAD_GROUND placeSteps.M.grounds[0]",
            "UNKNOWN_TIER placeSteps.M.from[1]",
            "DUPLICATE_TIER placeSteps.M.from[2]",
            "MOVE_TO_ITSELF placeSteps.M.to");
  }

  @Test
  void locationsMoveOnlyWhereThereIsATransition() {
    Map<String, PlaceStep> steps =
        Map.of(
            "A", new PlaceStep.Remove("A", List.of("TIER1"), true, List.of(), true),
            "B", new PlaceStep.Resign("B", List.of("TIER1"), true, List.of(), true),
            "C", new PlaceStep.Recommission("C", List.of(), true),
            "D", new PlaceStep.Remove("D", List.of("TIER1"), false, List.of(), true));

    assertThat(told(steps, Map.of(), TRANSITION)).isEmpty();
    assertThat(told(steps, Map.of(), null))
        .containsExactlyInAnyOrder(
            "NO_TRANSITION placeSteps.A.locationsMove",
            "NO_TRANSITION placeSteps.B.locationsMove",
            "NO_TRANSITION placeSteps.C");
  }

  @Test
  void aSiteIsNoRankedPlaceAndChecksAreThoseThatThereAre() {
    assertThat(
            told(
                Map.of(
                    "A", new PlaceStep.AdmitAtSite("A", "TIER1", List.of("CQC"), List.of(), true),
                    "N", new PlaceStep.Novate("N", List.of("CQC"), List.of(), true),
                    "R", new PlaceStep.Remove("R", List.of(), false, List.of(), true)),
                Map.of(),
                TRANSITION))
        .containsExactlyInAnyOrder(
            "UNKNOWN_CHECK placeSteps.A.checks[0]",
            "SITE_IN_RANKED_TIER placeSteps.A.tier",
            "UNKNOWN_CHECK placeSteps.N.checks[0]",
            "NO_TIER placeSteps.R.from");
  }

  @Test
  void exemptionsAreThoseOfTheTransition() {
    Map<String, ExemptionKind> kinds =
        Map.of("NHSS", new ExemptionKind("Former NHS scheme", 12, List.of(30, 30, -1)));

    assertThat(told(Map.of(), kinds, TRANSITION))
        .containsExactlyInAnyOrder(
            "UNKNOWN_EXEMPTION_KIND exemptions.NHSS",
            "BAD_REMIND_DAYS exemptions.NHSS.remindDays[1]",
            "BAD_REMIND_DAYS exemptions.NHSS.remindDays[2]");
    assertThat(told(Map.of(), kinds, null)).contains("NO_TRANSITION exemptions.NHSS");
  }
}
