package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.attribute.AttributeDefinition;
import council.platform.attribute.AttributeType;
import council.platform.attribute.AttributesSection;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.scheme.Condition;
import council.platform.scheme.GeographySection;
import council.platform.scheme.GeographySection.Area;
import council.platform.scheme.GeographySection.Zone;
import council.platform.scheme.SchemeView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameworkChecksTest {
  private static final GeographySection GEOGRAPHY =
      new GeographySection(
          Map.of(
              "North", new Area("North", Map.of("LAN", new Zone("Lancaster"))),
              "East", new Area("East", Map.of("BUR", new Zone("Burnley")))));

  private static final AttributesSection ATTRIBUTES =
      new AttributesSection(
          Map.of(
              "LIVING_WAGE",
              new AttributeDefinition(
                  "Pays the Living Wage", new AttributeType.TrueOrFalse(), false)),
          Map.of(),
          Map.of(),
          Map.of());

  private List<String> zones = List.of();
  private List<Criterion> criteria =
      List.of(criterion("QUALITY", 70, 7, 3), criterion("LOCAL", 30, 6, null));
  private List<Tier> tiers =
      List.of(
          new Tier.RankedPlaces("TIER1", "Tier 1", 4, Map.of("LAN", 5), true),
          new Tier.ExistingLocations("TIER2", "Tier 2"));
  private @Nullable Integer cap = 2;
  private @Nullable Integer zoneCap;
  private Admission admission = new Admission.Round();
  private @Nullable BigDecimal rate;
  private @Nullable Transition transition;
  private List<String> tieBreakers = List.of("criterion:LOCAL", "submittedAt", "reference");
  private @Nullable LocalDate end = LocalDate.of(2018, 5, 31);
  private Map<RequestKind, List<NewBusinessRule>> newBusiness =
      Map.of(RequestKind.NEW, List.of(new NewBusinessRule.HoldsPlace(List.of("TIER1"))));

  private static Criterion criterion(
      String code, int weight, int maximum, @Nullable Integer passMark) {
    return new Criterion(
        code,
        code,
        weight,
        BigDecimal.valueOf(maximum),
        passMark == null ? null : BigDecimal.valueOf(passMark),
        CriterionScope.FRAMEWORK);
  }

  private List<String> found() {
    return check().list().stream().map(FrameworkChecksTest::told).toList();
  }

  private Vehicle vehicle() {
    return new Vehicle(
        "Framework",
        LocalDate.of(2015, 6, 1),
        end,
        zones,
        criteria,
        BigDecimal.valueOf(55),
        tiers,
        cap,
        zoneCap,
        CapPolicy.HIGHEST_SCORE_FIRST,
        tieBreakers,
        false,
        transition,
        newBusiness,
        new Award(10),
        admission,
        rate);
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path();
  }

  /** A document with the geography of this test. */
  private record View() implements SchemeView {
    @Override
    public String council() {
      return "test";
    }

    @Override
    public LocalDate effectiveFrom() {
      return LocalDate.of(2015, 1, 1);
    }

    @Override
    public Set<String> names(String kind) {
      return Set.of();
    }

    @Override
    public <S> Optional<S> findSection(Class<S> type) {
      return Stream.of(GEOGRAPHY, ATTRIBUTES).filter(type::isInstance).map(type::cast).findFirst();
    }
  }

  @Test
  void aSoundFrameworkHasNoProblems() {
    assertThat(found()).isEmpty();
  }

  @Test
  void weightsMustAddUpToExactly100() {
    criteria = List.of(criterion("QUALITY", 70, 7, 3), criterion("LOCAL", 31, 6, null));

    assertThat(found()).containsExactly("WEIGHTS_NOT_100 framework.vehicles.X.criteria");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    zones = List.of("LAN", "LAX");
    criteria = List.of(criterion("QUALITY", 50, 7, 8), criterion("QUALITY", 50, 0, null));
    tieBreakers = List.of("criterion:LOCL", "criterion:QUALITY", "luck");
    tiers =
        List.of(
            new Tier.ExistingLocations("TIER2", "Tier 2"),
            new Tier.RankedPlaces("TIER2", "Tier 1", 4, Map.of("BURR", -1), true));
    cap = 3;
    end = LocalDate.of(2015, 6, 1);
    newBusiness =
        Map.of(RequestKind.NEW, List.of(new NewBusinessRule.HoldsPlace(List.of("TIER1"))));

    assertThat(found())
        .containsExactlyInAnyOrder(
            "END_BEFORE_START framework.vehicles.X.frameworkEnd",
            "UNKNOWN_ZONE framework.vehicles.X.zones[1]",
            "PASS_MARK_ABOVE_MAXIMUM framework.vehicles.X.criteria[0].passMark",
            "DUPLICATE_CRITERION framework.vehicles.X.criteria[1].code",
            "MAXIMUM_NOT_POSITIVE framework.vehicles.X.criteria[1].maximumScore",
            "UNKNOWN_CRITERION framework.vehicles.X.tieBreakers[0]",
            "UNKNOWN_TIE_BREAKER framework.vehicles.X.tieBreakers[2]",
            "EXISTING_LOCATIONS_NOT_LAST framework.vehicles.X.tiers",
            "DUPLICATE_TIER framework.vehicles.X.tiers[1].code",
            "UNKNOWN_ZONE framework.vehicles.X.tiers[1].placesByZone.BURR",
            "NEGATIVE_PLACES framework.vehicles.X.tiers[1].placesByZone.BURR",
            "UNKNOWN_TIER framework.vehicles.X.newBusiness.NEW[0].tiers[0]",
            "CAP_TOO_LARGE framework.vehicles.X.areaCap");
  }

  @Test
  void aCapOfNothingIsRefused() {
    cap = 0;

    assertThat(found()).containsExactly("CAP_TOO_SMALL framework.vehicles.X.areaCap");
  }

  private Problems check() {
    Problems problems = new Problems();
    FrameworkChecks.SECTION
        .check()
        .check(new FrameworkSection(Map.of("X", vehicle())), new View(), problems);
    return problems;
  }

  @Test
  void everybodyWhoPassesCanBeListedBeforeThoseWhoKeepTheirLocations() {
    tiers =
        List.of(
            new Tier.AllWhoPass("TIER1", "Listed", false),
            new Tier.ExistingLocations("TIER2", "Tier 2"));
    cap = null;
    admission = new Admission.Open();
    rate = new BigDecimal("14.3333");
    tieBreakers = List.of("existing", "existingLocations");

    assertThat(found()).isEmpty();
    assertThat(check().warnings()).isEmpty();
  }

  @Test
  void nobodyIsLeftAfterATierThatTakesEverybody() {
    tiers =
        List.of(
            new Tier.AllWhoPass("TIER1", "Listed", false),
            new Tier.RankedPlaces("TIER2", "Tier 2", 4, Map.of(), true));

    assertThat(found()).containsExactly("NOBODY_LEFT_FOR_TIER framework.vehicles.X.tiers[1]");
  }

  @Test
  void aCapOnZonesMustBeReachable() {
    zoneCap = 3;
    assertThat(found()).containsExactly("CAP_TOO_LARGE framework.vehicles.X.zoneCap");
    zoneCap = 0;
    assertThat(found()).containsExactly("CAP_TOO_SMALL framework.vehicles.X.zoneCap");
    zoneCap = 2;
    assertThat(found()).isEmpty();
  }

  @Test
  void aRateHasAtMostFourDecimals() {
    rate = new BigDecimal("14.33333");

    assertThat(found()).containsExactly("TOO_MANY_DECIMALS framework.vehicles.X.hourlyRate");
  }

  @Test
  void whatIsAllowedButProbablyNotMeantIsAWarning() {
    tiers = List.of(new Tier.AllWhoPass("TIER1", "Listed", false));
    admission = new Admission.Open();
    transition = new Transition(18, List.of());
    zoneCap = 1;

    Problems problems = check();

    assertThat(problems.list()).isEmpty();
    assertThat(problems.warnings().stream().map(FrameworkChecksTest::told))
        .containsExactly(
            "CAP_ON_NOTHING framework.vehicles.X.areaCap",
            "CAP_ON_NOTHING framework.vehicles.X.zoneCap",
            "TRANSITION_OF_OPEN_LIST framework.vehicles.X.transition");
  }

  private void condition(String title, String when) {
    newBusiness =
        Map.of(
            RequestKind.NEW,
            List.of(new NewBusinessRule.MeetsCondition(title, new Condition(when))));
  }

  @Test
  void aConditionSpeaksOfAttributesAndOfTheRequest() {
    condition("Fair", "provider.LIVING_WAGE && request.zone != 'LAN' && request.kind == 'NEW'");

    assertThat(found()).isEmpty();
  }

  @Test
  void aConditionNamesWhatThereIsAndAnswersTrueOrFalse() {
    condition("Fair", "provider.LIVING_WAG == true");
    assertThat(found())
        .containsExactly("UNKNOWN_VARIABLE framework.vehicles.X.newBusiness.NEW[0].when");
    assertThat(check().list().getFirst().message()).contains("provider.LIVING_WAGE");
    condition("Fair", "provider.LIVING_WAGE > 5");
    assertThat(found()).containsExactly("WRONG_TYPE framework.vehicles.X.newBusiness.NEW[0].when");
    condition(" ", "provider.LIVING_WAGE");
    assertThat(found())
        .containsExactly("BLANK_TITLE framework.vehicles.X.newBusiness.NEW[0].title");
  }
}
