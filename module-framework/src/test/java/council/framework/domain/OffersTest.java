package council.framework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.RandomRounds.RandomRound;
import council.framework.domain.RandomRounds.Size;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.OfferFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.RoundChecks;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.CheckSource;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.CriterionSource.Formula;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commercial models (facts on Hampshire): what was offered gives a part of the score, or all. */
class OffersTest {
  private static final ZoneFact ZONE = new ZoneFact("Z", "A");
  private static final LocalDate DAY = LocalDate.of(2015, 3, 1);
  private static final Criterion QUALITY =
      new Criterion("QUALITY", "Quality", 50, BigDecimal.TEN, null, CriterionScope.FRAMEWORK);
  private Vehicle vehicle = RandomRounds.of(1, new Size(2, 1, 1, 4, 2)).vehicle();
  private @Nullable RoundChecks checks;

  private static Criterion price(int weight, int maximum, Formula formula) {
    return new Criterion(
        "COST",
        "Price",
        weight,
        BigDecimal.valueOf(maximum),
        null,
        CriterionScope.ZONE,
        new CriterionSource.Price(formula));
  }

  private static Criterion share(int weight, boolean greaterIsBetter) {
    return new Criterion(
        "SHARE",
        "Share of the market",
        weight,
        BigDecimal.TEN,
        null,
        CriterionScope.ZONE,
        new CriterionSource.MarketShare(greaterIsBetter));
  }

  private void scoredBy(Criterion... criteria) {
    vehicle = Vehicles.withCriteria(vehicle, List.of(criteria));
  }

  private static ApplicationFact bid(
      String provider, int quality, @Nullable String price, @Nullable String share) {
    return new ApplicationFact(
        provider,
        Instant.EPOCH,
        List.of(),
        List.of("Z"),
        List.of(new ScoreFact("QUALITY", null, BigDecimal.valueOf(quality))),
        price == null && share == null
            ? null
            : List.of(
                new OfferFact(
                    "Z",
                    price == null ? null : new BigDecimal(price),
                    share == null ? null : new BigDecimal(share))));
  }

  private Decided<RoundResult> decide(ApplicationFact... applications) {
    return FrameworkModule.ALLOCATE_ROUND.decide(
        new FrameworkSection(Map.of("V", vehicle)),
        new RoundFacts(
            "V",
            List.of(ZONE),
            Stream.of(applications)
                .map(a -> new ProviderFact(a.provider(), false, List.of()))
                .toList(),
            List.of(applications),
            List.of(),
            null,
            checks));
  }

  private static List<String> ranked(Decided<RoundResult> decided) {
    return decided.result().rankings().getFirst().candidates().stream()
        .map(c -> c.provider() + " " + c.rank() + " " + c.score())
        .toList();
  }

  private static List<String> sentences(Reason reason) {
    return Stream.concat(
            Stream.of(ReasonTexts.sentence(reason)),
            reason.because().stream().flatMap(r -> sentences(r).stream()))
        .toList();
  }

  private static List<String> sentences(Decided<RoundResult> decided, int outcome) {
    return sentences(decided.reasons().get(outcome));
  }

  @Test
  void asIsEnhancedWeighsQualityAndPriceEqually() {
    scoredBy(QUALITY, price(50, 50, Formula.LOWEST_OVER_PRICE));

    var decided = decide(bid("P1", 10, "20", null), bid("P2", 8, "15", null));

    // P1: 50 + 50 x 15 / 20 = 87.5; P2: 40 + 50
    assertThat(ranked(decided)).containsExactly("P2 1 90.0000", "P1 2 87.5000");
    assertThat(sentences(decided, 0))
        .contains("COST: 37.5000 is 50 x 15 / 20: the lowest price in the zone over the price.");
  }

  @Test
  void asIsWeighsPriceNinetyAndShareTen() {
    scoredBy(price(90, 100, Formula.LOWEST_OVER_PRICE), share(10, true));

    var decided = decide(bid("P1", 0, "14", "40"), bid("P2", 0, "13.30", "0"));

    // P1: 90 x 0.95 + 4 = 89.5; P2: 90 + 0
    assertThat(ranked(decided)).containsExactly("P2 1 90.0000", "P1 2 89.5000");
    assertThat(sentences(decided, 0))
        .contains(
            "SHARE: 4.0000 of 10, for a share of the market of 40 %; the greater share scores"
                + " more.");
  }

  @Test
  void aLinearPriceScoresNothingFromTwiceTheLowestOn() {
    scoredBy(QUALITY, price(50, 50, Formula.LINEAR));

    var decided =
        decide(bid("P1", 10, "10", null), bid("P2", 10, "12.50", null), bid("P3", 10, "31", null));

    assertThat(ranked(decided)).containsExactly("P1 1 100.0000", "P2 2 87.5000", "P3 3 50.0000");
  }

  @Test
  void aDerivedScoreIsRoundedOnceBeforeItIsWeighed() {
    scoredBy(QUALITY, price(50, 50, Formula.LOWEST_OVER_PRICE));

    var decided = decide(bid("P1", 0, "3", null), bid("P2", 10, "1", null));

    assertThat(ranked(decided)).contains("P1 null 16.6667");
  }

  @Test
  void nobodyIsRankedWithoutThePriceThatIsNeededAndTheOthersAreMeasuredByTheOffers() {
    scoredBy(QUALITY, price(50, 50, Formula.LOWEST_OVER_PRICE));

    var decided =
        decide(bid("P1", 10, null, null), bid("P2", 10, "0", null), bid("P3", 10, "16", null));

    assertThat(ranked(decided))
        .containsExactly("P3 1 100.0000", "P1 null 50.0000", "P2 null 50.0000");
    assertThat(sentences(decided, 0)).contains("COST: no price that can be used was told for Z.");
  }

  @Test
  void theLowestPriceCountsWhateverElseBecomesOfItsProvider() {
    scoredBy(QUALITY, price(50, 50, Formula.LOWEST_OVER_PRICE));

    var decided = decide(bid("P1", 0, "8", null), bid("P2", 10, "16", null));

    // P1 has 0 + 50; the threshold is 40 and P2 has 50 + 25
    assertThat(ranked(decided)).containsExactly("P2 1 75.0000", "P1 2 50.0000");
  }

  @Test
  void aPassMarkAndATieBreakerWorkOnADerivedScore() {
    Criterion marked =
        new Criterion(
            "COST",
            "Price",
            50,
            new BigDecimal(50),
            new BigDecimal(30),
            CriterionScope.ZONE,
            new CriterionSource.Price(Formula.LOWEST_OVER_PRICE));
    scoredBy(QUALITY, marked);
    vehicle = Vehicles.withTieBreakers(vehicle, List.of("criterion:COST"));

    var decided =
        decide(
            bid("P1", 10, "16", null), // 50 + 25: misses the mark
            bid("P2", 8, "10", null), // 40 + 40
            bid("P3", 6, "8", null)); // 30 + 50

    assertThat(ranked(decided)).containsExactly("P3 1 80.0000", "P2 2 80.0000", "P1 null 75.0000");
  }

  @Test
  void nobodyIsRankedWithoutAPassThatHoldsOnTheDayOfTheEvaluation() {
    scoredBy(QUALITY, price(50, 50, Formula.LOWEST_OVER_PRICE));
    vehicle =
        Vehicles.withDueDiligence(
            vehicle,
            Map.of(
                "CODE",
                new DueDiligence(
                    "Signed up to the code", 12, List.of(), true, List.of(), CheckSource.RECORD)));
    checks =
        new RoundChecks(
            DAY,
            List.of(
                new CheckFact("P1", "CODE", "Yes", true, DAY, DAY.plusMonths(12)),
                new CheckFact("P2", "CODE", "Yes", true, DAY.minusMonths(12), DAY),
                new CheckFact("P3", "CODE", "Yes", true, DAY.minusDays(9), null),
                new CheckFact("P3", "CODE", "No", false, DAY.minusDays(1), null),
                new CheckFact("P4", "CODE", "Yes", true, DAY.plusDays(1), null)));

    var decided =
        decide(
            bid("P1", 5, "10", null),
            bid("P2", 10, "10", null),
            bid("P3", 10, "10", null),
            bid("P4", 10, "10", null));

    assertThat(ranked(decided)).first().isEqualTo("P1 1 75.0000");
    assertThat(ranked(decided)).filteredOn(line -> line.contains(" null ")).hasSize(3);
    assertThat(sentences(decided, 0))
        .contains("Signed up to the code: Yes on 2015-03-01, holding until 2016-02-29.");
    assertThat(sentences(decided, 1))
        .contains(
            "Signed up to the code: Yes on 2014-03-01, holding until 2015-02-28 is no pass that"
                + " holds on 2015-03-01.");
    assertThat(sentences(decided, 3))
        .contains("Signed up to the code: nothing is recorded by 2015-03-01.");
    checks = null;
    assertThat(ranked(decide(bid("P1", 10, "10", null)))).containsExactly("P1 null 100.0000");
  }

  @Test
  void factsWithoutOffersAndChecksAreWrittenAsTheyWere() {
    RandomRound round = RandomRounds.of(7, new Size(4, 2, 2, 1, 3));

    assertThat(CanonicalJson.text(round.facts())).doesNotContain("offers", "checks");
    assertThat(
            CanonicalJson.text(
                FrameworkModule.ALLOCATE_ROUND.decide(round.section(), round.facts()).reasons()))
        .doesNotContain(Rules.PRICE_GIVES_SCORE, Rules.CHECK_HOLDS);
  }
}
