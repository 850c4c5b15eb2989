package council.framework.solver;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.PlacementSolver.Held;
import council.framework.domain.PlacementSolver.Option;
import council.framework.domain.PlacementSolver.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CpSatPlacementTest {
  private static final double NO_TIME = 1e-9;
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** More options than are decided at once, with values so few that very many totals are equal. */
  private static Problem problem(long seed) {
    Random random = new Random(seed);
    List<Option> options = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (int zone = 0; zone < 12; zone++) {
      places.put("Z" + zone, 2);
      for (int provider = 0; provider < 20; provider++) {
        if (random.nextInt(3) == 0) {
          options.add(
              new Option("P" + provider, "Z" + zone, "A" + zone % 3, 600_000 + random.nextInt(3)));
        }
      }
    }
    options.sort(Comparator.comparingLong(Option::value).reversed());
    return new Problem(options, places, Map.of("P0", new Held(Set.of("A1"), 1)), 2, ANY_NUMBER);
  }

  @Test
  void tiesAreDecidedAlikeWhetherTheyWereLookedForOrNot() {
    for (long seed = 0; seed < 25; seed++) {
      Problem problem = problem(seed);
      assertThat(problem.options()).hasSizeGreaterThan(45);

      assertThat(new CpSatPlacement(NO_TIME).solve(problem))
          .as("seed %d", seed)
          .isEqualTo(new CpSatPlacement().solve(problem));
    }
  }

  @Test
  void theEarlierOfTwoEqualOptionsIsTaken() {
    Problem problem =
        new Problem(
            List.of(
                new Option("P1", "Z", "A", 5),
                new Option("P2", "Z", "A", 5),
                new Option("P3", "Z", "A", 0)),
            Map.of("Z", 1),
            Map.of(),
            2,
            ANY_NUMBER);

    assertThat(new CpSatPlacement().solve(problem)).containsExactly(0);
  }

  @Test
  void aPlaceIsGivenEvenIfItAddsNothing() {
    Problem problem =
        new Problem(
            List.of(new Option("P1", "Z", "A", 0)), Map.of("Z", 1), Map.of(), 1, ANY_NUMBER);

    assertThat(new CpSatPlacement().solve(problem)).containsExactly(0);
  }

  @Test
  void noProviderTakesMoreZonesThanTheCapWithThoseItHolds() {
    for (long seed = 0; seed < 10; seed++) {
      Problem free = problem(seed);
      Problem capped = new Problem(free.options(), free.placesByZone(), free.held(), 2, 2);

      Map<String, Integer> zones = new HashMap<>(Map.of("P0", 1));
      new CpSatPlacement()
          .solve(capped)
          .forEach(i -> zones.merge(capped.options().get(i).provider(), 1, Integer::sum));

      assertThat(zones.values()).allMatch(n -> n <= 2).contains(2);
    }
  }

  @Test
  void manyVirtualThreadsCanAskAtOnce() {
    Problem problem = problem(1);
    Set<Integer> expected = new CpSatPlacement().solve(problem);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          java.util.stream.Stream.generate(() ->
                  CompletableFuture.supplyAsync(() -> new CpSatPlacement().solve(problem), threads))
              .limit(8)
              .toList();
      assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(expected));
    }
  }
}
