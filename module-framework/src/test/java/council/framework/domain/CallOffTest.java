package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.CallOffFacts.Answered;
import council.framework.domain.CallOffFacts.Asked;
import council.framework.domain.CallOffFacts.Candidate;
import council.framework.domain.CallOffFacts.CriterionScore;
import council.framework.domain.CallOffFacts.Response;
import council.framework.scheme.CallOff;
import council.framework.scheme.CallOff.MiniCompetition;
import council.framework.scheme.CallOff.Turn;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.CriterionSource.Formula;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.RequestKind;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To whom a request in the lot Z goes, and in which order. */
class CallOffTest {
  private static final Asked REQUEST =
      new Asked(RequestKind.NEW, "Z", LocalDate.of(2016, 3, 1), new BigDecimal("20"));

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Answered> answered = new ArrayList<>();
  private @Nullable List<Response> responses;
  private @Nullable CallOff callOff = new CallOff.RankedOffer(48);

  private Vehicle vehicle() {
    Vehicle plain =
        new Vehicle(
            "Framework",
            LocalDate.of(2015, 6, 1),
            null,
            List.of(),
            List.of(),
            BigDecimal.ZERO,
            List.of(
                new Tier.RankedPlaces("FIRST", "First", 2, Map.of(), true),
                new Tier.RankedPlaces("SECOND", "Second", 2, Map.of(), false)),
            null,
            null,
            council.framework.scheme.CapPolicy.HIGHEST_SCORE_FIRST,
            List.of(),
            false,
            null,
            Map.of(),
            new council.framework.scheme.Award(0),
            new council.framework.scheme.Admission.Round(),
            null);
    return Vehicles.withCallOff(
        plain, callOff == null ? Map.of() : Map.of(RequestKind.NEW, callOff));
  }

  private CallOffTest candidate(String provider, @Nullable String tier, @Nullable Integer rank) {
    return given(provider, tier, rank, 0, "0", null);
  }

  private CallOffTest given(
      String provider,
      @Nullable String tier,
      @Nullable Integer rank,
      int callOffs,
      String hours,
      @Nullable LocalDate last) {
    candidates.add(
        new Candidate(provider, true, tier, rank, callOffs, new BigDecimal(hours), last));
    return this;
  }

  private CallOffTest notEligible(String provider) {
    candidates.add(new Candidate(provider, false, "FIRST", 1, 0, BigDecimal.ZERO, null));
    return this;
  }

  private CallOffTest response(String provider, @Nullable String quality, @Nullable String rate) {
    List<Response> all = new ArrayList<>(responses == null ? List.of() : responses);
    all.add(
        new Response(
            provider,
            quality == null
                ? List.of()
                : List.of(new CriterionScore("QUALITY", new BigDecimal(quality))),
            rate == null ? null : new BigDecimal(rate)));
    responses = all;
    return this;
  }

  private Decided<CallOffOrder> decided() {
    return new OrderCallOff()
        .decide(
            new FrameworkSection(Map.of("F", vehicle())),
            new CallOffFacts("F", REQUEST, candidates, answered, responses));
  }

  private List<String> order() {
    return decided().result().order().stream().map(CallOffOrder.Line::provider).toList();
  }

  private Map<String, String> scores() {
    Map<String, String> scores = new java.util.TreeMap<>();
    decided()
        .result()
        .order()
        .forEach(line -> scores.put(line.provider(), String.valueOf(line.score())));
    return scores;
  }

  private static MiniCompetition competition(
      Formula formula, String threshold, @Nullable Integer passMark, @Nullable Integer fewest) {
    return new MiniCompetition(
        List.of(
            new Criterion(
                "QUALITY",
                "Quality",
                50,
                BigDecimal.valueOf(10),
                passMark == null ? null : BigDecimal.valueOf(passMark),
                CriterionScope.FRAMEWORK),
            new Criterion(
                "PRICE",
                "Price",
                50,
                BigDecimal.valueOf(10),
                null,
                CriterionScope.FRAMEWORK,
                new CriterionSource.Price(formula))),
        new BigDecimal(threshold),
        72,
        fewest);
  }

  @Test
  void theBestRankedOfTheFirstTierComesFirstAndEqualsByReference() {
    candidate("P4", "SECOND", 1).candidate("P3", "FIRST", 2).candidate("P2", "FIRST", 2);
    candidate("P1", null, null).candidate("P5", "FIRST", null).candidate("P6", "FIRST", 1);

    assertThat(order()).containsExactly("P6", "P2", "P3", "P5", "P4", "P1");
    assertThat(decided().result().method()).isEqualTo("RANKED_OFFER");
  }

  @Test
  void whoMayNotTakeItOrHasAnsweredIsNotInTheOrder() {
    notEligible("P1").candidate("P2", "FIRST", 2).candidate("P3", "FIRST", 3);
    answered.add(new Answered("P2", "LAPSED"));

    assertThat(order()).containsExactly("P3");
    assertThat(sentences())
        .contains(
            "May not take the business in Z on 2016-03-01.",
            "Was offered this request already: LAPSED.",
            "P3 is number 1 for this request.",
            "This request does not go to P2.");
  }

  @Test
  void theTurnIsThatOfTheFewestHoursOrCallOffsOrOfTheLongestWithout() {
    given("P1", "FIRST", 1, 1, "30", LocalDate.of(2016, 2, 1));
    given("P2", "FIRST", 2, 2, "10.5", LocalDate.of(2016, 1, 1));
    given("P3", "FIRST", 3, 0, "0", null);
    given("P4", "FIRST", 4, 2, "10.50", LocalDate.of(2015, 12, 1));

    callOff = new CallOff.Rotation(Turn.FEWEST_HOURS, 48);
    assertThat(order()).containsExactly("P3", "P2", "P4", "P1");
    callOff = new CallOff.Rotation(Turn.FEWEST_CALL_OFFS, 48);
    assertThat(order()).containsExactly("P3", "P1", "P2", "P4");
    callOff = new CallOff.Rotation(Turn.LONGEST_WITHOUT, 48);
    assertThat(order()).containsExactly("P3", "P4", "P2", "P1");
  }

  @Test
  void aKindWithoutAMethodAndAChoiceNameAllWhoMayTakeIt() {
    candidate("P2", "FIRST", 2).notEligible("P1").candidate("P3", null, null);

    callOff = new CallOff.Choice();
    assertThat(order()).containsExactly("P2", "P3");
    callOff = null;
    assertThat(order()).containsExactly("P2", "P3");
    assertThat(decided().result().method()).isEqualTo("DIRECT");
  }

  @Test
  void beforeTheResponsesAllWhoAreEligibleAreInvited() {
    callOff = competition(Formula.LOWEST_OVER_PRICE, "60", null, 2);
    candidate("P2", "FIRST", 2).notEligible("P1").candidate("P3", "FIRST", 3);

    assertThat(order()).containsExactly("P2", "P3");
    assertThat(decided().result().stands()).isTrue();
  }

  /** 50 x 6 / 10 + 50 x (10 x 15 / 18 = 8.3333) / 10 = 71.6665; the lowest has 35 + 50. */
  @Test
  void aPriceIsScoredAgainstTheLowestOfThoseWhoMayTakeIt() {
    callOff = competition(Formula.LOWEST_OVER_PRICE, "0", null, null);
    candidate("P2", "FIRST", 2).candidate("P3", "FIRST", 3).notEligible("P1");
    response("P1", "10", "9").response("P2", "6", "18").response("P3", "7", "15");

    assertThat(order()).containsExactly("P3", "P2");
    assertThat(scores()).containsEntry("P2", "71.6665").containsEntry("P3", "85.0000");
  }

  /** 10 x (2 x 15 - 18) / 15 = 8; from twice the lowest on there is nothing. */
  @Test
  void aLinearPriceScoreNeverFallsBelowZero() {
    callOff = competition(Formula.LINEAR, "0", null, null);
    candidate("P2", "FIRST", 2).candidate("P3", "FIRST", 3).candidate("P4", "FIRST", 4);
    response("P2", "0", "18").response("P3", "0", "15").response("P4", "1", "40");

    assertThat(scores())
        .containsEntry("P2", "40.0000")
        .containsEntry("P3", "50.0000")
        .containsEntry("P4", "5.0000");
  }

  @Test
  void aResponseReachesThresholdAndPassMarksAndIsScoredOnEverything() {
    callOff = competition(Formula.LOWEST_OVER_PRICE, "60", 3, 4);
    candidate("P1", "FIRST", 1).candidate("P2", "FIRST", 2).candidate("P3", "FIRST", 3);
    candidate("P4", "FIRST", 4);
    response("P1", "2", "10").response("P2", "9", null).response("P3", "5", "10");

    assertThat(order()).containsExactly("P3");
    assertThat(decided().result().stands()).isFalse();
    assertThat(sentences())
        .contains(
            "QUALITY: 2 is below the pass mark of 3.",
            "PRICE: the response has no score.",
            "The score of 45.0000 % is below the threshold of 60 %.",
            "Did not respond to the invitation.",
            "3 response(s) came in, fewer than 4: an award needs a reason.");
  }

  private List<String> sentences() {
    return decided().reasons().stream().flatMap(CallOffTest::sentences).toList();
  }

  private static Stream<String> sentences(Reason reason) {
    return Stream.concat(
        Stream.of(ReasonTexts.sentence(reason)),
        reason.because().stream().flatMap(CallOffTest::sentences));
  }

  /** Whatever the order in which facts come, and whoever answers: seeded. */
  @Test
  void theSameFactsGiveTheSameBytesAndNobodyIsAskedTwice() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      randomFacts(random);
      String first = CanonicalJson.text(decided());
      Collections.shuffle(candidates, random);
      assertThat(CanonicalJson.text(decided())).as("seed %d", seed).isEqualTo(first);
      cascades(seed, random);
    }
  }

  private void randomFacts(Random random) {
    candidates.clear();
    answered.clear();
    callOff =
        switch (random.nextInt(3)) {
          case 0 -> new CallOff.RankedOffer(48);
          case 1 -> new CallOff.Rotation(Turn.values()[random.nextInt(Turn.values().length)], 48);
          default -> null;
        };
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      candidates.add(
          new Candidate(
              "P" + i,
              random.nextInt(4) > 0,
              List.of("FIRST", "SECOND").get(random.nextInt(2)),
              random.nextBoolean() ? null : 1 + random.nextInt(3),
              random.nextInt(3),
              BigDecimal.valueOf(random.nextInt(3)),
              random.nextBoolean() ? null : LocalDate.of(2016, 1, 1 + random.nextInt(3))));
    }
  }

  /** Each first in order declines; everybody eligible is asked once, and then nobody is left. */
  private void cascades(int seed, Random random) {
    List<String> asked = new ArrayList<>();
    for (var next = decided().result().findFirst();
        next.isPresent();
        next = decided().result().findFirst()) {
      asked.add(next.get().provider());
      answered.add(
          new Answered(next.get().provider(), random.nextBoolean() ? "DECLINED" : "LAPSED"));
    }
    assertThat(asked)
        .as("seed %d", seed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            candidates.stream().filter(Candidate::eligible).map(Candidate::provider).toList());
  }

  /** 20 hours x 10 days / 7 x 17.25 = 492.857..., and a whole week 345. */
  @Test
  void aPartOfAWeekCountsByTheDayAndTheValueIsRoundedOnce() {
    LocalDate from = LocalDate.of(2016, 3, 1);
    BigDecimal hours = new BigDecimal("20");
    BigDecimal rate = new BigDecimal("17.2500");

    assertThat(CallValue.of(hours, rate, from, from.plusDays(9))).isEqualByComparingTo("492.86");
    assertThat(CallValue.of(hours, rate, from, from.plusDays(6))).isEqualByComparingTo("345");
    assertThat(CallValue.of(hours, rate, from, from.minusDays(1))).isEqualByComparingTo("0");
  }
}
