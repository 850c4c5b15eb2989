package council.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.AllocateRound;
import council.framework.domain.RoundFacts;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundResult;
import council.framework.domain.RoundResult.Candidate;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.domain.RoundResult.ZoneRanking;
import council.framework.solver.CpSatPlacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The round that ships for Lancashire, by the scheme that ships for Lancashire. */
class LancashireRoundTest {
  private static final BigDecimal THRESHOLD = BigDecimal.valueOf(55);
  private static final RoundFacts FACTS =
      ShippedCouncils.round("lancashire", "SUPPORTED_LIVING", "supported-living-2015");
  private static final RoundResult RESULT = evaluate(FACTS);

  @Test
  void everyZoneFillsItsOwnNumberOfTierOnePlaces() {
    Map<String, Integer> places = Map.of("PRE", 5, "RIB", 3);

    for (ZoneRanking zone : RESULT.rankings()) {
      assertThat(placements("TIER1", zone.zone()))
          .as(zone.zone())
          .hasSize(places.getOrDefault(zone.zone(), 4));
    }
    assertThat(placements("TIER1")).hasSize(10 * 4 + 5 + 3);
  }

  @Test
  void placesGoFromTheTopOfTheRankingDownExceptWhereTheAreaCapStandsInTheWay() {
    Map<String, Set<String>> areas = areasOfTierOne();

    for (ZoneRanking zone : RESULT.rankings()) {
      var order = ranked(zone).stream().map(Candidate::provider).toList();
      var placed = placements("TIER1", zone.zone()).stream().map(Placement::provider).toList();
      int last = placed.stream().mapToInt(order::indexOf).max().orElseThrow();
      assertThat(order.subList(0, last))
          .filteredOn(provider -> !placed.contains(provider))
          .allSatisfy(
              provider -> assertThat(areas.get(provider)).hasSize(2).doesNotContain(zone.area()));
    }
  }

  @Test
  void nobodyHoldsTierOnePlacesInMoreThanTwoAreas() {
    assertThat(areasOfTierOne().values())
        .allMatch(areas -> areas.size() <= 2)
        .anyMatch(areas -> areas.size() == 2);
  }

  @Test
  void everybodyOnTheFrameworkReachesTheOneThresholdSomewhere() {
    var successful = ranked().keySet();

    assertThat(RESULT.placements()).extracting(Placement::provider).isSubsetOf(successful);
    assertThat(RESULT.rankings())
        .flatExtracting(ZoneRanking::candidates)
        .filteredOn(candidate -> candidate.rank() != null)
        .allMatch(candidate -> candidate.score().compareTo(THRESHOLD) >= 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REMODEL", "VALUES"})
  void nobodyIsRankedWithoutTheCommitmentAskedForHoweverGoodTheRest(String commitment) {
    String best = placements("TIER1", "PRE").getFirst().provider();

    var withoutIt = evaluate(withScore(best, commitment, BigDecimal.ONE));

    assertThat(withoutIt.rankings())
        .flatExtracting(ZoneRanking::candidates)
        .filteredOn(candidate -> candidate.provider().equals(best))
        .isNotEmpty()
        .allMatch(candidate -> candidate.rank() == null)
        .anyMatch(candidate -> candidate.score().compareTo(THRESHOLD) >= 0);
  }

  @Test
  void tierTwoIsForExistingProvidersWhoPassedButMissedTierOneInTheZone() {
    var existing =
        FACTS.providers().stream()
            .filter(ProviderFact::existing)
            .map(ProviderFact::reference)
            .collect(toSet());

    assertThat(placements("TIER2"))
        .isNotEmpty()
        .allMatch(place -> existing.contains(place.provider()))
        .allMatch(place -> ranked().containsKey(place.provider()))
        .noneMatch(place -> holds(placements("TIER1", place.zone()), place.provider()));
  }

  @Test
  void tierTwoPlacesAreWhereTheProviderAlreadyServesAndNowhereElse() {
    var expected = new HashSet<String>();
    FACTS.locations().stream()
        .filter(location -> ranked().containsKey(location.provider()))
        .filter(location -> !holds(placements("TIER1", location.zone()), location.provider()))
        .forEach(location -> expected.add(location.zone() + " " + location.provider()));

    assertThat(placements("TIER2"))
        .extracting(place -> place.zone() + " " + place.provider())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void providersNewToTheCountyWinTierOnePlaces() {
    var entrants =
        FACTS.providers().stream().filter(p -> !p.existing()).map(ProviderFact::reference).toList();

    assertThat(placements("TIER1")).extracting(Placement::provider).containsAnyElementsOf(entrants);
  }

  @Test
  void locationsOfUnsuccessfulProvidersMoveWithinEighteenMonths() {
    var unsuccessful =
        RESULT.outcomes().stream()
            .filter(outcome -> outcome.outcome().equals(RoundResult.UNSUCCESSFUL))
            .map(ProviderOutcome::provider)
            .collect(toSet());
    var theirs =
        FACTS.locations().stream()
            .filter(location -> unsuccessful.contains(location.provider()))
            .map(RoundFacts.LocationFact::location)
            .toList();

    assertThat(RESULT.transitionCases()).hasSize(239);
    assertThat(RESULT.transitionCases())
        .extracting(TransitionCase::location)
        .containsExactlyInAnyOrderElementsOf(theirs);
    assertThat(RESULT.transitionCases())
        .extracting(TransitionCase::due)
        .containsOnly(LocalDate.of(2016, 12, 1));
  }

  @Test
  void existingProvidersWhoPassNowhereOrDoNotApplyAreUnsuccessful() {
    var passed = ranked().keySet();
    var expected =
        FACTS.providers().stream()
            .map(ProviderFact::reference)
            .filter(provider -> !passed.contains(provider))
            .toList();

    assertThat(RESULT.outcomes())
        .filteredOn(outcome -> outcome.outcome().equals(RoundResult.UNSUCCESSFUL))
        .extracting(ProviderOutcome::provider)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static RoundResult evaluate(RoundFacts facts) {
    return new AllocateRound(new CpSatPlacement())
        .decide(ShippedCouncils.framework("lancashire"), facts)
        .result();
  }

  private static RoundFacts withScore(String provider, String criterion, BigDecimal score) {
    var applications =
        FACTS.applications().stream()
            .map(a -> a.provider().equals(provider) ? withScore(a, criterion, score) : a)
            .toList();
    return new RoundFacts(
        FACTS.vehicle(), FACTS.zones(), FACTS.providers(), applications, FACTS.locations());
  }

  private static ApplicationFact withScore(
      ApplicationFact was, String criterion, BigDecimal score) {
    var scores =
        was.scores().stream()
            .map(s ->
                s.criterion().equals(criterion) ? new ScoreFact(criterion, s.zone(), score) : s)
            .toList();
    return new ApplicationFact(
        was.provider(), was.submittedAt(), was.areaPreference(), was.zones(), scores);
  }

  private static Map<String, Set<String>> areasOfTierOne() {
    return placements("TIER1").stream()
        .collect(groupingBy(Placement::provider, mapping(Placement::area, toSet())));
  }

  /** Providers that pass the gate somewhere, with the zones where they do. */
  private static Map<String, Set<String>> ranked() {
    return RESULT.rankings().stream()
        .flatMap(zone -> ranked(zone).stream().map(c -> Map.entry(c.provider(), zone.zone())))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  private static List<Candidate> ranked(ZoneRanking zone) {
    return zone.candidates().stream().filter(candidate -> candidate.rank() != null).toList();
  }

  private static List<Placement> placements(String tier) {
    return RESULT.placements().stream().filter(place -> place.tier().equals(tier)).toList();
  }

  private static List<Placement> placements(String tier, String zone) {
    return placements(tier).stream().filter(place -> place.zone().equals(zone)).toList();
  }

  private static boolean holds(List<Placement> placements, String provider) {
    return placements.stream().anyMatch(place -> place.provider().equals(provider));
  }
}
