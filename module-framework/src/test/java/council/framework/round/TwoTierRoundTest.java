package council.framework.round;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.RoundResult;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.domain.RoundResult.ZoneRanking;
import council.framework.scheme.CapPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lancashire's round of 55 applicants in 12 zones. */
class TwoTierRoundTest {

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void moves239LocationsBeforeDecember2016(CapPolicy policy) {
    List<TransitionCase> cases = Lancashire.calculate(policy).decided().result().transitionCases();

    assertThat(cases).hasSize(239);
    assertThat(cases).extracting(TransitionCase::due).containsOnly(LocalDate.of(2016, 12, 1));
  }

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void nobodyHoldsAThirdArea(CapPolicy policy) {
    Map<String, Set<String>> areas =
        tierOne(Lancashire.calculate(policy)).stream()
            .collect(
                Collectors.groupingBy(
                    Placement::provider, Collectors.mapping(Placement::area, Collectors.toSet())));

    assertThat(areas.values()).allSatisfy(held -> assertThat(held).hasSizeLessThanOrEqualTo(2));
    assertThat(areas.values()).anySatisfy(held -> assertThat(held).hasSize(2));
  }

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void zonesAreFullWhereCandidatesSuffice(CapPolicy policy) {
    Calculation calculation = Lancashire.calculate(policy);
    Map<String, Long> placed =
        tierOne(calculation).stream()
            .collect(Collectors.groupingBy(Placement::zone, Collectors.counting()));

    for (ZoneRanking ranking : calculation.decided().result().rankings()) {
      long places =
          switch (ranking.zone()) {
            case "PRE" -> 5;
            case "RIB" -> 3;
            default -> 4;
          };
      assertThat(placed).as(ranking.zone()).containsEntry(ranking.zone(), places);
    }
  }

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void theSameRoundAlwaysGivesTheSameText(CapPolicy policy) {
    assertThat(Lancashire.calculate(policy).json()).isEqualTo(Lancashire.calculate(policy).json());
  }

  @Test
  void theGreatestTotalIsAtLeastThatOfTheOtherPolicies() {
    long greatest = total(Lancashire.calculate(CapPolicy.MAX_TOTAL_SCORE));

    assertThat(greatest)
        .isGreaterThanOrEqualTo(total(Lancashire.calculate(CapPolicy.HIGHEST_SCORE_FIRST)))
        .isGreaterThanOrEqualTo(total(Lancashire.calculate(CapPolicy.PROVIDER_PREFERENCE)));
  }

  @Test
  void theTableTellsEveryProviderOnceOrByItsPlaces() {
    Calculation calculation = Lancashire.calculate(CapPolicy.HIGHEST_SCORE_FIRST);
    List<String> lines = calculation.csv().lines().toList();

    assertThat(lines.getFirst()).isEqualTo("zone,provider,tier,rank,score");
    assertThat(lines).hasSameSizeAs(Set.copyOf(lines));
    assertThat(lines.stream().filter(line -> line.startsWith(",")))
        .allMatch(line -> line.matches(",P\\d{3},(NOT_PLACED|UNSUCCESSFUL),,"));
    assertThat(lines.stream().filter(line -> line.contains(",TIER1,")))
        .hasSize(48)
        .allMatch(line -> line.matches("[A-Z]{3},P\\d{3},TIER1,\\d+,\\d+\\.\\d{4}"));
    assertThat(calculation.decided().result().outcomes()).hasSize(58);
  }

  @Test
  void aProviderIsToldWhyWithFiguresAndWithoutTheNamesOfOthers() {
    Calculation calculation = Lancashire.calculate(CapPolicy.HIGHEST_SCORE_FIRST);

    for (var outcome : calculation.decided().result().outcomes()) {
      String text = calculation.text(outcome.provider());
      assertThat(text).contains("Outcome for " + outcome.provider() + ": " + outcome.outcome());
      assertThat(text.replace(outcome.provider(), "")).doesNotContainPattern("P\\d{3}");
      assertThat(text).doesNotContain("{");
    }
    assertThat(calculation.text()).contains("Locations in transition: 239, due 2016-12-01");
  }

  private static List<Placement> tierOne(Calculation calculation) {
    RoundResult result = calculation.decided().result();
    return result.placements().stream().filter(p -> p.tier().equals("TIER1")).toList();
  }

  private static long total(Calculation calculation) {
    return tierOne(calculation).stream()
        .mapToLong(p -> p.score() == null ? 0 : p.score().unscaledValue().longValueExact())
        .sum();
  }
}
