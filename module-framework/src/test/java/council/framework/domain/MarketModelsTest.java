package council.framework.domain;

import static council.framework.scheme.AVehicle.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.EligibilityFacts.MemberFact;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.Request;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.HeldPlace;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.domain.RoundResult.Placement;
import council.framework.domain.RoundResult.ProviderOutcome;
import council.framework.scheme.AVehicle;
import council.framework.scheme.Admission;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lots;
import council.framework.scheme.MarketModel;
import council.framework.scheme.MemberRole;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import council.framework.scheme.Tier;
import council.framework.solver.CpSatPlacement;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.scheme.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a market model does to a round and to new business. */
class MarketModelsTest {
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private final AVehicle vehicle = aVehicle();

  private static ApplicationFact application(String provider, int score, String... lots) {
    return new ApplicationFact(
        provider,
        Instant.parse("2015-02-01T00:00:00Z"),
        List.of(),
        List.of(lots),
        List.of(new ScoreFact("QUALITY", null, BigDecimal.valueOf(score))));
  }

  private Decided<RoundResult> allocate(
      List<ProviderFact> providers, @Nullable List<HeldPlace> held, ApplicationFact... all) {
    return new AllocateRound(new CpSatPlacement())
        .decide(
            vehicle.section(),
            new RoundFacts(
                "V",
                List.of(new ZoneFact("Z1", "A"), new ZoneFact("Z2", "A")),
                providers,
                List.of(all),
                List.of(),
                held));
  }

  private static List<ProviderFact> alone(String... references) {
    return Stream.of(references).map(r -> new ProviderFact(r, false, List.of())).toList();
  }

  private static List<String> placed(Decided<RoundResult> decided) {
    return decided.result().placements().stream().map(p -> p.zone() + " " + p.provider()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aLotTakesNoMoreThanTheModelSaysWhateverTheTiersAllow(CapPolicy policy) {
    vehicle
        .policy(policy)
        .market(new MarketModel.Providers(2))
        .tiers(
            new Tier.RankedPlaces("PLACE", "Place", 1, Map.of(), false),
            new Tier.AllWhoPass("MORE", "More", false));

    var decided =
        allocate(
            alone("P1", "P2", "P3"),
            null,
            application("P1", 9, "Z1", "Z2"),
            application("P2", 8, "Z1"),
            application("P3", 7, "Z1"));

    assertThat(placed(decided)).containsExactly("Z1 P1", "Z1 P2", "Z2 P1");
    assertThat(sentences(decided.reasons().getLast()))
        .contains("Z1 takes 2 provider(s) at most, and others hold its places.");
    assertThat(sentences(decided.reasons().getFirst()))
        .contains("Z1 takes 2 provider(s) at most, and one more could come in.");
  }

  private static List<String> sentences(Reason reason) {
    return Stream.concat(
            Stream.of(ReasonTexts.sentence(reason)),
            reason.because().stream().flatMap(finer -> sentences(finer).stream()))
        .toList();
  }

  @Test
  void whoHoldsAPlaceFromAnEarlierRoundIsCounted() {
    vehicle.admission(new Admission.Open()).market(new MarketModel.LeadProvider(false));

    var decided =
        allocate(
            alone("P1", "P2"),
            List.of(new HeldPlace("P2", "Z1", "A", "PLACE")),
            application("P1", 9, "Z1", "Z2"));

    assertThat(placed(decided)).containsExactly("Z2 P1");
  }

  /** Seeded: no lot ever has more than the model says, under any policy and whatever is held. */
  @ParameterizedTest
  @EnumSource
  void noLotEverHasMoreThanTheModelSays(CapPolicy policy) {
    for (int seed = 0; seed < 25; seed++) {
      RandomRound round = RandomRounds.of(seed, new Size(12, 2, 3, 4, 3));
      int most = 1 + seed % 3;
      AVehicle limited =
          aVehicle()
              .end(null)
              .policy(policy)
              .areaCap(2)
              .market(new MarketModel.Providers(most))
              .tiers(round.vehicle().tiers().getFirst());
      List<HeldPlace> held = held(new Random(seed), round.facts().zones(), most);
      RoundResult result =
          new AllocateRound(new CpSatPlacement())
              .decide(
                  new FrameworkSection(Map.of(RandomRounds.VEHICLE, limited.build())),
                  round.holding(held).facts())
              .result();
      Map<String, Long> byZone =
          Stream.concat(
                  result.placements().stream().map(Placement::zone),
                  held.stream().map(HeldPlace::zone))
              .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()));
      assertThat(byZone.values()).allMatch(count -> count <= most);
    }
  }

  private static List<HeldPlace> held(Random random, List<ZoneFact> zones, int most) {
    List<HeldPlace> held = new ArrayList<>();
    for (ZoneFact zone : zones) {
      IntStream.range(0, random.nextInt(most + 1))
          .forEach(i -> held.add(new HeldPlace("H" + i, zone.zone(), zone.area(), "TIER1")));
    }
    return held;
  }

  @Test
  void membersOfAnAllianceShareItsOutcomeAndSubContractorsDoNot() {
    List<ProviderFact> providers =
        List.of(new ProviderFact("A", false, List.of("M")), new ProviderFact("M", true, List.of()));

    vehicle.market(new MarketModel.Alliance(2));
    var alliance = allocate(providers, null, application("A", 9, "Z1"));
    assertThat(alliance.result().outcomes())
        .containsExactly(
            new ProviderOutcome("A", "PLACE", null), new ProviderOutcome("M", "PLACE", "A"));
    assertThat(sentences(alliance.reasons().getLast()))
        .contains("Applied as a member of A and shares its outcome.");

    vehicle.market(new MarketModel.LeadProvider(true));
    assertThat(allocate(providers, null, application("A", 9, "Z1")).result().outcomes())
        .containsExactly(
            new ProviderOutcome("A", "PLACE", null),
            new ProviderOutcome("M", RoundResult.UNSUCCESSFUL, null));
  }

  private Reason ask(String lot, List<PlaceFact> places, MemberRole role) {
    return ask(
        lot, places, List.of(new MemberFact("A", "M1", role), new MemberFact("A", "M2", role)));
  }

  private Reason ask(String lot, List<PlaceFact> places, List<MemberFact> members) {
    var decided =
        new AnswerEligibility()
            .decide(
                vehicle.section(),
                new EligibilityFacts(
                    "V",
                    new Request(lot, "A", RequestKind.NEW, DAY, null),
                    List.of("A"),
                    places,
                    List.of(new SuspensionFact("M1", SuspensionScope.NEW_BUSINESS, DAY, null)),
                    List.of(),
                    null,
                    members,
                    null,
                    null));
    return decided.reasons().getFirst();
  }

  private static PlaceFact place(String lot) {
    return new PlaceFact("A", "PLACE", lot, "A", AVehicle.START, null);
  }

  @Test
  void aSuspensionOfOneMemberStopsAnAllianceAndNobodyElse() {
    vehicle.newBusiness(
        new NewBusinessRule.HoldsPlace(List.of("PLACE")),
        new NewBusinessRule.NotSuspended(SuspensionScope.NEW_BUSINESS));
    List<PlaceFact> places = List.of(place("Z1"));

    vehicle.market(new MarketModel.Alliance(2));
    Reason alliance = ask("Z1", places, MemberRole.ALLIANCE_MEMBER);
    assertThat(alliance.failed()).isTrue();
    assertThat(sentences(alliance))
        .contains("A suspension of one member stops them all: M1 on 2016-03-01.");
    assertThat(alliance.because().getLast().schemePath()).isEqualTo("framework.vehicles.V.market");

    for (MarketModel model :
        List.of(new MarketModel.LeadProvider(true), new MarketModel.Providers(null))) {
      vehicle.market(model);
      Reason lead = ask("Z1", places, model.memberRole());
      assertThat(lead.failed()).isFalse();
      assertThat(sentences(lead))
          .contains(
              "Answers for its 2 member(s) by itself: a suspension of one of them does not count.");
    }
  }

  @Test
  void whoHasLeftTheAllianceStopsItNoLonger() {
    vehicle
        .market(new MarketModel.Alliance(2))
        .newBusiness(new NewBusinessRule.NotSuspended(SuspensionScope.NEW_BUSINESS));
    MemberFact now = new MemberFact("A", "M2", MemberRole.ALLIANCE_MEMBER);

    for (LocalDate until : List.of(DAY, DAY.plusDays(1))) {
      MemberFact before = new MemberFact("A", "M1", MemberRole.ALLIANCE_MEMBER, null, until);
      assertThat(ask("Z1", List.of(place("Z1")), List.of(before, now)).failed())
          .isEqualTo(until.isAfter(DAY));
    }
  }

  @Test
  void anotherScopeOfSuspensionLeavesTheAllianceFree() {
    vehicle
        .market(new MarketModel.Alliance(2))
        .newBusiness(
            new NewBusinessRule.HoldsPlace(List.of("PLACE")),
            new NewBusinessRule.NotSuspended(SuspensionScope.FILLING_VOIDS));

    Reason tree = ask("Z1", List.of(place("Z1")), MemberRole.ALLIANCE_MEMBER);

    assertThat(tree.failed()).isFalse();
    assertThat(sentences(tree))
        .contains("None of its 2 member(s) is suspended from FILLING_VOIDS on 2016-03-01.");
  }

  @Test
  void theLotsOfItsCappedPlacesStayWithinTheCap() {
    vehicle
        .zoneCap(2)
        .newBusiness(
            new NewBusinessRule.HoldsPlace(List.of("PLACE")), new NewBusinessRule.WithinZoneCap());

    Reason within = ask("Z1", List.of(place("Z1"), place("Z2")), MemberRole.CONSORTIUM_MEMBER);
    Reason above =
        ask("Z1", List.of(place("Z1"), place("Z2"), place("Z3")), MemberRole.CONSORTIUM_MEMBER);

    assertThat(within.failed()).isFalse();
    assertThat(above.failed()).isTrue();
    assertThat(sentences(above))
        .contains("Its zones with this one (Z1, Z2, Z3) exceed the cap of 2.");
  }

  @Test
  void aConditionSpeaksOfZoneAndCategoryOfTheLot() {
    vehicle
        .lots(new Lots.ByZoneAndCategory(Map.of("CARE", "Care")))
        .newBusiness(
            new NewBusinessRule.MeetsCondition(
                "Care in Z1",
                new Condition("request.zone == \"Z1\" && request.category == \"CARE\"")));

    assertThat(ask("Z1:CARE", List.of(place("Z1:CARE")), MemberRole.CONSORTIUM_MEMBER).failed())
        .isFalse();
    assertThat(ask("Z2:CARE", List.of(place("Z2:CARE")), MemberRole.CONSORTIUM_MEMBER).failed())
        .isTrue();
    vehicle.lots(new Lots.ByZone());
    assertThat(sentences(ask("Z1", List.of(place("Z1")), MemberRole.CONSORTIUM_MEMBER)))
        .contains("Care in Z1: not known to be so, since request.category has no value.");
  }
}
