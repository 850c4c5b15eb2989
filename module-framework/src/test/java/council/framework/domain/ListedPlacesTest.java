package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Effect;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places without a number, caps on zones, further tie-breakers, places held before, and money. */
class ListedPlacesTest {
  private static final List<ZoneFact> ZONES =
      List.of(new ZoneFact("Z1", "A"), new ZoneFact("Z2", "A"), new ZoneFact("Z3", "B"));
  private final List<ProviderFact> providers = new ArrayList<>();
  private final List<ApplicationFact> applications = new ArrayList<>();
  private final List<LocationFact> locations = new ArrayList<>();
  private @Nullable List<HeldPlace> held;
  private Vehicle vehicle = RandomRounds.of(1, new Size(1, 1, 1, 1, 3)).vehicle();

  /** A provider with the same score everywhere it applies. */
  private ListedPlacesTest applies(String provider, int score, String... zones) {
    providers.add(new ProviderFact(provider, false, List.of()));
    List<ScoreFact> scores = new ArrayList<>();
    scores.add(new ScoreFact("QUALITY", null, BigDecimal.valueOf(score)));
    scores.add(new ScoreFact("PRICE", null, BigDecimal.valueOf(score)));
    Stream.of(zones)
        .forEach(zone -> scores.add(new ScoreFact("LOCAL", zone, BigDecimal.valueOf(score))));
    applications.add(
        new ApplicationFact(provider, Instant.EPOCH, List.of("B", "A"), List.of(zones), scores));
    return this;
  }

  private void hasLocation(String location, String provider, String zone, String hours) {
    locations.add(new LocationFact(location, provider, zone, null, new BigDecimal(hours)));
  }

  private RandomRound round() {
    RoundFacts facts =
        new RoundFacts(RandomRounds.VEHICLE, ZONES, providers, applications, locations, held);
    String kept = CanonicalJson.text(facts);
    assertThat(CanonicalJson.text(CanonicalJson.read(kept, RoundFacts.class))).isEqualTo(kept);
    return new RandomRound(RandomRounds.of(1, new Size(1, 1, 1, 1, 3)).section(), facts)
        .with(vehicle);
  }

  private Decided<RoundResult> decide() {
    return FrameworkModule.ALLOCATE_ROUND.decide(round().section(), round().facts());
  }

  private List<String> placed() {
    return decide().result().placements().stream()
        .map((Placement p) -> p.zone() + " " + p.tier() + " " + p.provider())
        .toList();
  }

  private static List<String> sentences(Reason reason) {
    List<String> told = new ArrayList<>();
    told.add(ReasonTexts.sentence(reason));
    reason.because().forEach(finer -> told.addAll(sentences(finer)));
    return told;
  }

  @Test
  void everybodyWhoPassesTheGateIsListed() {
    vehicle = Vehicles.with(vehicle, List.of(new Tier.AllWhoPass("LISTED", "Listed", false)));
    applies("P1", 6, "Z1", "Z2", "Z3").applies("P2", 5, "Z1").applies("P3", 1, "Z1");
    applies("P4", 4, "Z1");

    assertThat(placed())
        .containsExactly(
            "Z1 LISTED P1", "Z1 LISTED P2", "Z1 LISTED P4", "Z2 LISTED P1", "Z3 LISTED P1");
    assertThat(sentences(decide().reasons().getFirst()))
        .contains("LISTED takes everybody who passes the quality gate in Z1.");
  }

  @ParameterizedTest
  @EnumSource(CapPolicy.class)
  void nobodyHoldsMoreZonesThanTheCapAndTheReasonsSaySo(CapPolicy policy) {
    List<Tier> one = List.of(new Tier.RankedPlaces("TIER1", "Tier 1", 1, Map.of(), true));
    vehicle = Vehicles.with(Vehicles.withCaps(Vehicles.with(vehicle, one), null, 2), policy);
    applies("P1", 6, "Z1", "Z2", "Z3").applies("P2", 5, "Z1", "Z2", "Z3");

    assertThat(placed()).hasSize(3).filteredOn(place -> place.endsWith("P1")).hasSize(2);
    String cap =
        policy == CapPolicy.PROVIDER_PREFERENCE
            ? "Would have won in more than 2 zone(s), kept the best of the areas it prefers (B, A)"
                + " and withdrew from Z2."
            : "It holds places in Z1, Z2, and with Z3 it would exceed the cap of 2 zone(s).";
    assertThat(sentences(decide().reasons().getFirst())).contains(cap);
  }

  @Test
  void existingProvidersComeFirstWhereTheSchemeSaysSo() {
    applies("P1", 5, "Z1").applies("P2", 5, "Z1").applies("P3", 5, "Z1");
    hasLocation("L1", "P2", "Z2", "10");
    hasLocation("L2", "P3", "Z1", "10");
    List<Tier> one = List.of(new Tier.RankedPlaces("TIER1", "Tier 1", 1, Map.of(), true));
    vehicle = Vehicles.with(vehicle, one);

    vehicle = Vehicles.withTieBreakers(vehicle, List.of());
    assertThat(placed()).containsExactly("Z1 TIER1 P1");
    vehicle = Vehicles.withTieBreakers(vehicle, List.of("existing"));
    assertThat(placed()).containsExactly("Z1 TIER1 P2");
    vehicle = Vehicles.withTieBreakers(vehicle, List.of("existingLocations"));
    assertThat(placed()).containsExactly("Z1 TIER1 P3");
  }

  @Test
  void threeTiersOfRankedPlacesAreFilledOneAfterTheOther() {
    vehicle =
        Vehicles.with(
            vehicle,
            List.of(
                new Tier.RankedPlaces("GOLD", "Gold", 1, Map.of(), true),
                new Tier.RankedPlaces("SILVER", "Silver", 1, Map.of(), true),
                new Tier.RankedPlaces("BRONZE", "Bronze", 2, Map.of("Z1", 1), false)));
    applies("P4", 3, "Z1").applies("P3", 4, "Z1").applies("P2", 5, "Z1").applies("P1", 6, "Z1");

    assertThat(placed()).containsExactly("Z1 GOLD P1", "Z1 SILVER P2", "Z1 BRONZE P3");
  }

  @Test
  void aPlaceHeldFromAnEarlierRoundIsKeptNotGivenAgainAndCounts() {
    List<Tier> one = List.of(new Tier.RankedPlaces("TIER1", "Tier 1", 2, Map.of(), true));
    vehicle = Vehicles.withCaps(Vehicles.with(vehicle, one), 1, null);
    held =
        List.of(new HeldPlace("P1", "Z1", "A", "TIER1"), new HeldPlace("P3", "Z1", "A", "TIER1"));
    applies("P1", 6, "Z1", "Z2", "Z3").applies("P2", 5, "Z1", "Z3").applies("P3", 0, "Z3");
    hasLocation("L1", "P3", "Z1", "10");

    assertThat(placed()).containsExactlyInAnyOrder("Z2 TIER1 P1", placedOnceOf("P2"));
    assertThat(decide().result().outcomes())
        .extracting(RoundResult.ProviderOutcome::provider, RoundResult.ProviderOutcome::outcome)
        .containsExactly(tuple("P1", "TIER1"), tuple("P2", "TIER1"), tuple("P3", "TIER1"));
    assertThat(decide().result().transitionCases()).isEmpty();
    assertThat(sentences(decide().reasons().getFirst()))
        .contains(
            "Holds a place of TIER1 in Z1 already, from an earlier round.",
            "It holds places in A, and with B it would exceed the cap of 1 area(s).");
  }

  private String placedOnceOf(String provider) {
    return placed().stream().filter(place -> place.endsWith(provider)).findFirst().orElse("none");
  }

  @Test
  void aLocationThatMovesIsWorthItsHoursOfAYearAtTheHourlyRate() {
    vehicle = Vehicles.withRate(vehicle, "14.3333");
    applies("P1", 6, "Z1");
    hasLocation("L1", "P9", "Z1", "37.25");
    locations.add(new LocationFact("L2", "P9", "Z1", "Complex needs", BigDecimal.TEN));
    locations.add(new LocationFact("L3", "P9", "Z1", null, null));

    Decided<RoundResult> decided = decide();

    assertThat(decided.result().transitionCases())
        .extracting(TransitionCase::location, TransitionCase::yearlyValue)
        .containsExactly(
            tuple("L1", new BigDecimal("27763.60")), tuple("L2", null), tuple("L3", null));
    assertThat(FrameworkModule.ALLOCATE_ROUND.effects(round().facts(), decided))
        .filteredOn(effect -> effect.kind() == Effect.Kind.OBLIGATION)
        .extracting(Effect::key, Effect::amount)
        .contains(tuple("transition/L1", new BigDecimal("27763.60")));
    vehicle = RandomRounds.of(1, new Size(1, 1, 1, 1, 3)).vehicle();
    assertThat(decide().result().transitionCases())
        .extracting(TransitionCase::yearlyValue)
        .containsOnlyNulls();
  }

  @Test
  void halfAPennyIsRoundedUp() {
    vehicle = Vehicles.withRate(vehicle, "0.0025");
    applies("P1", 6, "Z1");
    hasLocation("L1", "P9", "Z1", "0.5");

    assertThat(decide().result().transitionCases())
        .extracting(TransitionCase::yearlyValue)
        .containsExactly(new BigDecimal("0.07"));
  }

  @Test
  void factsKeptBeforeHoursAndOpenListsAreWrittenAsTheyWere() {
    locations.add(new LocationFact("L1", "P9", "Z1", null, null));

    assertThat(CanonicalJson.text(round().facts()))
        .contains("{\"location\":\"L1\",\"provider\":\"P9\",\"zone\":\"Z1\"}")
        .doesNotContain("held", "weeklyHours");
    assertThat(CanonicalJson.text(decide().result())).doesNotContain("yearlyValue");
  }
}
