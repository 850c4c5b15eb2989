package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Tier;
import council.platform.decision.Decided;
import council.platform.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every round, whatever its figures. */
class AllocationPropertiesTest {
  private static final Size SIZE = new Size(14, 3, 3, 2, 3);

  static Stream<RandomRound> rounds() {
    return LongStream.range(0, 40)
        .boxed()
        .flatMap(
            seed -> Stream.of(CapPolicy.values()).map(p -> RandomRounds.of(seed, SIZE).with(p)));
  }

  private static Decided<RoundResult> decide(RandomRound round) {
    return FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts());
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void theOrderOfTheRowsDoesNotMatter(RandomRound round) {
    Random random = new Random(1);
    RoundFacts facts = round.facts();
    RoundFacts shuffled =
        new RoundFacts(
            facts.vehicle(),
            facts.zones(),
            shuffled(facts.providers(), random),
            shuffled(facts.applications().stream().map(a -> shuffled(a, random)).toList(), random),
            shuffled(facts.locations(), random));

    RoundResult again = decide(new RandomRound(round.section(), shuffled)).result();

    assertThat(again).isEqualTo(decide(round).result());
  }

  private static ApplicationFact shuffled(ApplicationFact a, Random random) {
    return new ApplicationFact(
        a.provider(),
        a.submittedAt(),
        a.areaPreference(),
        shuffled(a.zones(), random),
        shuffled(a.scores(), random));
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void factsAndOutcomeSurviveCanonicalJsonAndReplayGivesTheSameBytes(RandomRound round) {
    String facts = CanonicalJson.text(round.facts());
    RoundFacts kept = CanonicalJson.read(facts, RoundFacts.class);
    Decided<RoundResult> decided = decide(round);

    assertThat(CanonicalJson.text(kept)).isEqualTo(facts);
    assertThat(CanonicalJson.text(decide(new RandomRound(round.section(), kept))))
        .isEqualTo(CanonicalJson.text(decided));
    assertThat(CanonicalJson.read(CanonicalJson.text(decided.result()), RoundResult.class))
        .isEqualTo(decided.result());
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void noPlaceStaysEmptyThatSomebodyCouldHold(RandomRound round) {
    RoundResult result = decide(round).result();
    Tier.RankedPlaces tier = (Tier.RankedPlaces) round.vehicle().tiers().getFirst();
    Map<String, Set<String>> areas = new HashMap<>();
    Map<String, Set<String>> placed = new HashMap<>();
    for (Placement p : tierOne(result)) {
      areas.computeIfAbsent(p.provider(), x -> new HashSet<>()).add(p.area());
      placed.computeIfAbsent(p.zone(), x -> new HashSet<>()).add(p.provider());
    }
    if (round.vehicle().capPolicy() == CapPolicy.PROVIDER_PREFERENCE) {
      return; // who withdrew does not come back, so places can stay empty
    }
    for (var ranking : result.rankings()) {
      Set<String> holders = placed.getOrDefault(ranking.zone(), Set.of());
      assertThat(holders).hasSizeLessThanOrEqualTo(tier.placesIn(ranking.zone()));
      if (holders.size() < tier.placesIn(ranking.zone())) {
        assertThat(ranking.candidates())
            .filteredOn(c -> c.rank() != null && !holders.contains(c.provider()))
            .allSatisfy(c ->
                assertThat(areas.getOrDefault(c.provider(), Set.of()))
                    .hasSize(2)
                    .doesNotContain(ranking.area()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void nobodyHoldsMoreAreasThanTheCapOverAllCappedTiers(RandomRound round) {
    List<Tier> tiers =
        List.of(
            new Tier.RankedPlaces("GOLD", "Gold", 1, Map.of(), true),
            new Tier.RankedPlaces("SILVER", "Silver", 1, Map.of(), true),
            new Tier.RankedPlaces("RESERVE", "Reserve", 9, Map.of(), false),
            new Tier.ExistingLocations("STAY", "Stay"));
    var vehicle = Vehicles.with(round.vehicle(), tiers);
    RandomRound manyTiers =
        new RandomRound(new FrameworkSection(Map.of(RandomRounds.VEHICLE, vehicle)), round.facts());

    List<Placement> placements = decide(manyTiers).result().placements();

    Map<String, Set<String>> capped = new HashMap<>();
    placements.stream()
        .filter(p -> p.tier().equals("GOLD") || p.tier().equals("SILVER"))
        .forEach(p -> capped.computeIfAbsent(p.provider(), x -> new HashSet<>()).add(p.area()));
    assertThat(capped.values()).allSatisfy(areas -> assertThat(areas).hasSizeBetween(1, 2));
    assertThat(placements).extracting(p -> p.zone() + p.provider()).doesNotHaveDuplicates();
    assertThat(placements).extracting(Placement::tier).contains("GOLD", "SILVER", "RESERVE");
  }

  private static List<Placement> tierOne(RoundResult result) {
    return result.placements().stream().filter(p -> p.tier().equals("TIER1")).toList();
  }
}
