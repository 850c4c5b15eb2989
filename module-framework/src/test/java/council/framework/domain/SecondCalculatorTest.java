package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.CapPolicy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of small rounds full of ties, worked out twice. */
class SecondCalculatorTest {
  private int contested;

  @ParameterizedTest
  @CsvSource({
    "HIGHEST_SCORE_FIRST, 2000",
    "PROVIDER_PREFERENCE, 2000",
    "MAX_TOTAL_SCORE, 1000",
  })
  void bothCalculatorsAgree(CapPolicy policy, int rounds) {
    for (long seed = 0; seed < rounds; seed++) {
      Size size = new Size(3 + (int) (seed % 4), 3, 1 + (int) (seed % 3), 1 + (int) (seed % 2), 3);
      RandomRound round = RandomRounds.of(seed, size).with(policy);
      compare(round, seed);
    }
    assertThat(contested).as("rounds in which the policy matters").isGreaterThan(rounds / 20);
  }

  private void compare(RandomRound round, long seed) {
    RoundResult result =
        FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts()).result();
    SecondCalculator second = new SecondCalculator(round);
    Set<String> tierOne = second.tierOne();
    assertThat(placed(result, "TIER1")).as("tier 1, seed %d", seed).isEqualTo(tierOne);
    assertThat(placed(result, "TIER2"))
        .as("tier 2, seed %d", seed)
        .isEqualTo(second.tierTwo(tierOne));
    assertThat(scores(result)).as("scores, seed %d", seed).isEqualTo(second.scores());
    assertThat(moving(result)).as("transition, seed %d", seed).isEqualTo(second.moving());
    RandomRound uncapped =
        new RandomRound(
            new council.framework.scheme.FrameworkSection(
                Map.of(RandomRounds.VEHICLE, Vehicles.withCap(round.vehicle(), null))),
            round.facts());
    contested += new SecondCalculator(uncapped).tierOne().equals(tierOne) ? 0 : 1;
  }

  private static Set<String> placed(RoundResult result, String tier) {
    return result.placements().stream()
        .filter(p -> p.tier().equals(tier))
        .map((Placement p) -> p.zone() + "/" + p.provider())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Long> scores(RoundResult result) {
    Map<String, Long> scores = new TreeMap<>();
    result
        .rankings()
        .forEach(ranking ->
            ranking
                .candidates()
                .forEach(candidate ->
                    scores.put(
                        ranking.zone() + "/" + candidate.provider(),
                        candidate.score().unscaledValue().longValueExact())));
    return scores;
  }

  private static Set<String> moving(RoundResult result) {
    return result.transitionCases().stream()
        .filter(c -> c.due() != null)
        .map(TransitionCase::location)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
