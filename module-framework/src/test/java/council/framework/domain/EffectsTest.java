package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import council.framework.FrameworkModule;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.Request;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundResult.TransitionCase;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.NewBusinessRule.HoldsPlace;
import council.framework.scheme.RequestKind;
import council.platform.decision.Decided;
import council.platform.decision.Effect;
import council.platform.json.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What decisions bring about, one by one. */
class EffectsTest {
  private static final Size SIZE = new Size(14, 3, 3, 2, 3);

  static Stream<RandomRound> rounds() {
    return LongStream.range(0, 30)
        .boxed()
        .flatMap(
            seed -> Stream.of(CapPolicy.values()).map(p -> RandomRounds.of(seed, SIZE).with(p)));
  }

  private static Decided<RoundResult> decide(RandomRound round) {
    return FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts());
  }

  private static List<Effect> effects(RandomRound round, Decided<RoundResult> decided) {
    return FrameworkModule.ALLOCATE_ROUND.effects(round.facts(), decided);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void noTwoEffectsOfADecisionHaveTheSameKeyAndNothingIsLeftOut(RandomRound round) {
    Decided<RoundResult> decided = decide(round);
    RoundResult result = decided.result();

    List<Effect> effects = effects(round, decided);

    assertThat(effects).extracting(Effect::key).doesNotHaveDuplicates();
    assertThat(effects)
        .hasSize(
            result.placements().size()
                + result.outcomes().size()
                + result.transitionCases().size());
    assertThat(effects).allSatisfy(effect -> assertThat(effect.reasons()).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void equalDecisionsHaveEqualEffects(RandomRound round) {
    RoundFacts kept = CanonicalJson.read(CanonicalJson.text(round.facts()), RoundFacts.class);

    assertThat(effects(round, decide(new RandomRound(round.section(), kept))))
        .isEqualTo(effects(round, decide(round)));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everyEffectTellsTheReasonsOfItsOwnProvider(RandomRound round) {
    assertThat(effects(round, decide(round)))
        .allSatisfy(effect ->
            assertThat(effect.reasons().getFirst().seen())
                .containsEntry("provider", effect.provider()));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void aPlaceIsTheSameWhateverItsRank(RandomRound round) {
    Decided<RoundResult> decided = decide(round);
    List<RoundResult.Placement> moved = new ArrayList<>();
    decided
        .result()
        .placements()
        .forEach(p ->
            moved.add(
                new RoundResult.Placement(
                    p.zone(), p.area(), p.tier(), p.provider(), 99, p.score())));
    RoundResult result = decided.result();
    RoundResult otherRanks =
        new RoundResult(
            result.vehicle(),
            result.rankings(),
            moved,
            result.outcomes(),
            result.transitionCases());

    assertThat(effects(round, new Decided<>(otherRanks, decided.reasons())))
        .isEqualTo(effects(round, decided));
  }

  @Test
  void aLocationThatMovesFallsDueAndAnExemptOneDoesNot() {
    RandomRound round = RandomRounds.of(3, new Size(80, 3, 3, 2, 3));
    Decided<RoundResult> decided = decide(round);

    List<Effect> obligations =
        effects(round, decided).stream().filter(e -> e.kind() == Effect.Kind.OBLIGATION).toList();

    assertThat(obligations)
        .extracting(Effect::key, Effect::value, Effect::due)
        .containsExactlyElementsOf(
            decided.result().transitionCases().stream().map(EffectsTest::expected).toList());
    assertThat(obligations).extracting(Effect::value).contains("moves", "exempt: Complex needs");
  }

  private static org.assertj.core.groups.Tuple expected(TransitionCase moving) {
    return moving.exemption() == null
        ? tuple("transition/" + moving.location(), "moves", LocalDate.of(2016, 12, 1))
        : tuple("transition/" + moving.location(), "exempt: Complex needs", null);
  }

  @Test
  void eachProviderMayTakeTheBusinessOrMayNot() {
    var vehicle =
        Vehicles.withNewBusiness(
            RandomRounds.of(1, SIZE).vehicle(),
            Map.of(RequestKind.NEW, List.of(new HoldsPlace(List.of("TIER1")))));
    var section = new council.framework.scheme.FrameworkSection(Map.of("V", vehicle));
    LocalDate day = LocalDate.of(2016, 3, 1);
    var facts =
        new EligibilityFacts(
            "V",
            new Request("Z000", "A0", RequestKind.NEW, day, null),
            List.of("P2", "P1"),
            List.of(
                new PlaceFact("P1", "TIER1", "Z000", "A0", day, null),
                new PlaceFact("P2", "TIER2", "Z000", "A0", day, null)),
            List.of(),
            List.of());
    AnswerEligibility engine = FrameworkModule.ANSWER_ELIGIBILITY;

    assertThat(engine.effects(facts, engine.decide(section, facts)))
        .extracting(Effect::key, Effect::provider, Effect::value)
        .containsExactly(
            tuple("eligible/P1", "P1", "may take it"), tuple("eligible/P2", "P2", "may not"));
  }
}
