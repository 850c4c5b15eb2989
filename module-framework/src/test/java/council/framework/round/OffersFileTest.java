package council.framework.round;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.RoundFacts.OfferFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionScope;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.CriterionSource.Formula;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and shares of the market in applied_zones.csv. */
class OffersFileTest {
  private static final Criterion QUALITY =
      new Criterion("QUALITY", "Quality", 50, BigDecimal.TEN, null, CriterionScope.FRAMEWORK);
  private static final Criterion COST =
      new Criterion(
          "COST",
          "Price",
          50,
          new BigDecimal(50),
          null,
          CriterionScope.ZONE,
          new CriterionSource.Price(Formula.LOWEST_OVER_PRICE));
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Problems problems = new Problems();
  private List<Criterion> criteria = List.of(QUALITY, COST);
  private @Nullable BigDecimal rate;

  OffersFileTest() {
    texts.put(
        RoundFolder.PROVIDERS,
        "reference,name,companies_house_number,cqc_provider_id,cqc_rating,not_for_profit,existing\n"
            + "P1,One,,,,N,N\nP2,Two,,,,N,N\n");
    texts.put(
        RoundFolder.APPLICATIONS,
        "provider,submitted_at,area_preference\n"
            + "P1,2015-02-01T09:00:00Z,\n"
            + "P2,2015-02-01T09:00:00Z,\n");
    zones("P1,Z,16.5000,40", "P2,Z,,");
    texts.put(RoundFolder.SCORES, "provider,criterion,zone,score\nP1,QUALITY,,5\nP2,QUALITY,,6\n");
    texts.put(RoundFolder.LOCATIONS, "location,provider,zone,people,weekly_hours\n");
  }

  private void zones(String... rows) {
    texts.put(
        RoundFolder.APPLIED_ZONES,
        "provider,zone,price,market_share_percent\n" + String.join("\n", rows) + "\n");
  }

  private Vehicle vehicle() {
    return new Vehicle(
        "Framework",
        LocalDate.of(2015, 6, 1),
        null,
        List.of(),
        criteria,
        BigDecimal.ZERO,
        List.of(new Tier.RankedPlaces("PLACE", "Place", 4, Map.of(), false)),
        null,
        null,
        CapPolicy.HIGHEST_SCORE_FIRST,
        List.of(),
        false,
        null,
        Map.of(),
        new Award(10),
        new Admission.Round(),
        rate);
  }

  private Submission read() {
    return RoundReader.read("V", vehicle(), List.of(new ZoneFact("Z", "A")), texts, problems);
  }

  private List<String> found() {
    read();
    return problems.list().stream().map(OffersFileTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path();
  }

  @Test
  void whatWasOfferedStandsWithTheApplicationAndAZoneWithoutAnOfferHasNone() {
    Submission submission = read();

    assertThat(problems.list()).isEmpty();
    assertThat(submission.facts().applications().getFirst().offers())
        .containsExactly(new OfferFact("Z", new BigDecimal("16.5"), new BigDecimal("4E+1")));
    assertThat(submission.facts().applications().getLast().offers()).isNull();
  }

  @Test
  void bothColumnsMayBeLeftOut() {
    texts.put(RoundFolder.APPLIED_ZONES, "provider,zone\nP1,Z\nP2,Z\n");

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'P1,Z,0,', PRICE_NOT_POSITIVE applied_zones.csv:2:price",
    "'P1,Z,-1,', PRICE_NOT_POSITIVE applied_zones.csv:2:price",
    "'P1,Z,16.12345,', NOT_A_NUMBER applied_zones.csv:2:price",
    "'P1,Z,£16,', NOT_A_NUMBER applied_zones.csv:2:price",
    "'P1,Z,,100.1', SHARE_OUT_OF_RANGE applied_zones.csv:2:market_share_percent",
    "'P1,Z,,-1', SHARE_OUT_OF_RANGE applied_zones.csv:2:market_share_percent",
  })
  void whatCannotBeOfferedIsToldWithRowAndColumn(String row, String problem) {
    zones(row, "P2,Z,16,0");

    assertThat(found()).containsExactly(problem);
  }

  @Test
  void aFixedPriceIsNotDepartedFrom() {
    criteria =
        List.of(
            new Criterion(
                "QUALITY", "Quality", 100, BigDecimal.TEN, null, CriterionScope.FRAMEWORK));
    rate = new BigDecimal("14.50");
    zones("P1,Z,14.5,", "P2,Z,14.51,");

    assertThat(found()).containsExactly("PRICE_IS_FIXED applied_zones.csv:3:price");
  }

  @Test
  void nobodyScoresWhatIsWorkedOut() {
    texts.computeIfPresent(RoundFolder.SCORES, (_, csv) -> csv + "P1,COST,Z,5\n");

    assertThat(found()).containsExactly("SCORE_IS_WORKED_OUT scores.csv:4:criterion");
  }

  @Test
  void whereEvaluatorsScoreTheFileHasItsHeadingAlone() {
    List<ZoneFact> zones = List.of(new ZoneFact("Z", "A"));
    RoundReader.readUnscored("V", vehicle(), zones, texts, problems);
    assertThat(problems.list())
        .extracting(OffersFileTest::told)
        .containsExactly("SCORED_BY_PEOPLE scores.csv");

    texts.put(RoundFolder.SCORES, "provider,criterion,zone,score\n");
    Problems none = new Problems();
    Submission unscored = RoundReader.readUnscored("V", vehicle(), zones, texts, none);
    assertThat(none.list()).isEmpty();
    assertThat(unscored.facts().applications())
        .allSatisfy(application -> assertThat(application.scores()).isEmpty());
  }
}
