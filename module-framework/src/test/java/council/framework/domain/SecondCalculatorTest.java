package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of small rounds full of ties, worked out twice. */
class SecondCalculatorTest {
  private static final List<Tier> MANY_TIERS =
      List.of(
          new Tier.RankedPlaces("GOLD", "Gold", 1, Map.of(), true),
          new Tier.RankedPlaces("SILVER", "Silver", 1, Map.of("Z001", 2), true),
          new Tier.RankedPlaces("RESERVE", "Reserve", 1, Map.of(), false),
          new Tier.AllWhoPass("CAPPED", "Capped", true),
          new Tier.AllWhoPass("LISTED", "Listed", false),
          new Tier.ExistingLocations("STAY", "Stay"));

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
      compare(RandomRounds.of(seed, size).with(policy), seed);
    }
    assertThat(contested).as("rounds in which the policy matters").isGreaterThan(rounds / 20);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHEST_SCORE_FIRST, 2000",
    "PROVIDER_PREFERENCE, 2000",
    "MAX_TOTAL_SCORE, 400",
  })
  void bothAgreeWhereZonesAreCappedAsWellOrInstead(CapPolicy policy, int rounds) {
    for (long seed = 0; seed < rounds; seed++) {
      int perArea = 1 + (int) (seed % 2);
      Size size = new Size(perArea == 1 ? 5 : 3, 3, perArea, 1 + (int) (seed % 2), 3);
      RandomRound round = RandomRounds.of(seed, size).with(policy);
      Integer areaCap = seed % 3 == 0 ? null : 2;
      compare(round.with(Vehicles.withCaps(round.vehicle(), areaCap, 1 + (int) (seed % 3))), seed);
    }
    assertThat(contested).as("rounds in which the caps matter").isGreaterThan(rounds / 20);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHEST_SCORE_FIRST, 1000",
    "PROVIDER_PREFERENCE, 1000",
    "MAX_TOTAL_SCORE, 200",
  })
  void bothAgreeOnManyTiersAndOnWhatIsHeldFromEarlierRounds(CapPolicy policy, int rounds) {
    for (long seed = 0; seed < rounds; seed++) {
      RandomRound round = RandomRounds.of(seed, new Size(5, 3, 1, 1, 3)).with(policy);
      Vehicle tiered = Vehicles.with(round.vehicle(), MANY_TIERS);
      compare(
          round.with(Vehicles.withCaps(tiered, 2, seed % 2 == 0 ? 2 : null)).holding(held(seed)),
          seed);
    }
    assertThat(contested).as("rounds in which the caps matter").isGreaterThan(rounds / 20);
  }

  @ParameterizedTest
  @CsvSource({
    "HIGHEST_SCORE_FIRST, 2000",
    "PROVIDER_PREFERENCE, 1000",
    "MAX_TOTAL_SCORE, 200",
  })
  void bothAgreeOnPricesSharesAndChecks(CapPolicy policy, int rounds) {
    for (long seed = 0; seed < rounds; seed++) {
      Size size = new Size(3 + (int) (seed % 4), 3, 1 + (int) (seed % 2), 1 + (int) (seed % 2), 3);
      RandomRound priced = RandomRounds.of(seed, size).with(policy).priced(seed);
      compare(seed % 3 == 0 ? priced.checked(seed) : priced, seed);
    }
    assertThat(contested).as("rounds in which the policy matters").isGreaterThan(rounds / 20);
  }

  private static List<HeldPlace> held(long seed) {
    Random random = new Random(seed);
    List<HeldPlace> held = new ArrayList<>();
    for (int zone = 0; zone < 3; zone++) {
      String provider = "P00" + random.nextInt(5);
      String tier = random.nextBoolean() ? "GOLD" : "RESERVE";
      held.add(new HeldPlace(provider, "Z00" + zone, "A" + zone, tier));
    }
    return held;
  }

  private void compare(RandomRound round, long seed) {
    RoundResult result =
        FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts()).result();
    SecondCalculator second = new SecondCalculator(round);
    Map<String, Set<String>> places = second.contested();
    places.forEach((tier, names) ->
        assertThat(placed(result, tier)).as("%s, %d", tier, seed).isEqualTo(names));
    assertThat(placed(result, round.vehicle().tiers().getLast().code()))
        .as("kept, seed %d", seed)
        .isEqualTo(second.kept());
    assertThat(scores(result)).as("scores, seed %d", seed).isEqualTo(second.scores());
    assertThat(moving(result)).as("transition, seed %d", seed).isEqualTo(second.moving());
    RandomRound uncapped = round.with(Vehicles.withCaps(round.vehicle(), null, null));
    contested += new SecondCalculator(uncapped).contested().equals(places) ? 0 : 1;
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
