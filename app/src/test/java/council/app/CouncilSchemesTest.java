package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.config.document.SchemeReader;
import council.framework.scheme.CallOff;
import council.framework.scheme.DueDiligence;
import council.framework.scheme.Lot;
import council.framework.scheme.Lots;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.attribute.AttributesSection;
import council.platform.calendar.CalendarFacts;
import council.platform.calendar.CalendarSection;
import council.platform.calendar.DetermineDueDays;
import council.platform.calendar.WorkingDays;
import council.platform.problem.Problem;
import council.platform.scheme.CodesSection;
import council.platform.scheme.GeographySection;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemes that ship with the product say what the councils' papers say. */
class CouncilSchemesTest {
  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void readsWithoutAProblem(String council) throws IOException {
    var reading = SchemeReader.ofInstalledModules().readFile(ShippedCouncils.schemeFile(council));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.getScheme().council()).isEqualTo(council);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lancashire", "hampshire", "somerset"})
  void namesOnlyRulesOfTheCoverageSheet(String council) throws IOException {
    var known =
        Files.readAllLines(
            ShippedCouncils.ROOT.resolve("app/src/test/resources/coverage/rule-ids.txt"));
    Set<String> named = new TreeSet<>();
    Pattern.compile("\\b[A-Z]{3}-[A-Z]{2,3}-\\d{2}\\b")
        .matcher(Files.readString(ShippedCouncils.schemeFile(council)))
        .results()
        .forEach(match -> named.add(match.group()));

    assertThat(known).containsAll(named);
  }

  @Test
  void everythingWrongWithASchemeIsToldAtOnce() throws IOException {
    var broken =
        Files.readString(ShippedCouncils.schemeFile("lancashire"))
            .replace("      award:", "      areaCap: 0\n      award:")
            .replace("weightPercent: 30", "weightPercent: 31")
            .replace("      tiers:", "      capPolcy: MAX_TOTAL_SCORE\n      tiers:")
            .replace("PRE: 5", "PRX: 5");

    assertThat(SchemeReader.ofInstalledModules().read(broken).problems())
        .extracting(Problem::code)
        .contains("OUT_OF_RANGE", "WEIGHTS_NOT_100", "UNKNOWN_KEY", "UNKNOWN_ZONE");
  }

  @Test
  void lancashireHasTwelveZonesInThreeAreas() {
    var geography =
        ShippedCouncils.scheme("lancashire").findSection(GeographySection.class).orElseThrow();

    assertThat(geography.areas().keySet()).containsExactlyInAnyOrder("North", "Central", "East");
    assertThat(geography.zoneCodes()).hasSize(12);
  }

  @Test
  void lancashiresProcurementWindowOpensBeforeItsFrameworkStarts() {
    assertThat(ShippedCouncils.scheme("lancashire").effectiveFrom())
        .isEqualTo(LocalDate.of(2015, 1, 1));
    assertThat(ShippedCouncils.vehicle("lancashire", "SUPPORTED_LIVING").frameworkStart())
        .isEqualTo(LocalDate.of(2015, 6, 1));
  }

  @Test
  void hampshiresCareAtHomeLastsFourYearsInEveryZone() {
    var careAtHome = ShippedCouncils.vehicle("hampshire", "CARE_AT_HOME");

    assertThat(careAtHome.frameworkEnd())
        .isEqualTo(careAtHome.frameworkStart().plusYears(4).minusDays(1));
    assertThat(careAtHome.zones()).containsExactly("Z1", "Z2", "Z3", "Z4");
    assertThat(careAtHome.areaCap()).isNull();
  }

  @Test
  void somersetBuysHomeCareByDynamicPurchasingAndByAgreement() {
    var purchasing = ShippedCouncils.vehicle("somerset", "HOME_CARE_PURCHASING");
    var agreement = ShippedCouncils.vehicle("somerset", "HOME_CARE_AGREEMENT");

    assertThat(purchasing.isOpenList()).isTrue();
    assertThat(purchasing.callOff().values())
        .hasSize(2)
        .allMatch(CallOff.MiniCompetition.class::isInstance);
    assertThat(lots("somerset", purchasing)).containsExactly("COMPLEX_NEEDS", "PERSONAL_CARE");
    assertThat(agreement.isOpenList()).isFalse();
  }

  private static List<String> lots(String council, Vehicle vehicle) {
    var geography =
        ShippedCouncils.scheme(council).findSection(GeographySection.class).orElseThrow();
    return Lots.of(vehicle, geography).stream().map(Lot::code).toList();
  }

  @Test
  void hampshiresSharedLivingIsCutByZoneAndServiceAndLastsFourYears() {
    var sharedLiving = ShippedCouncils.vehicle("hampshire", "SHARED_LIVING");

    assertThat(lots("hampshire", sharedLiving))
        .hasSize(8)
        .startsWith("Z1:COMPLEX", "Z1:SHARED", "Z2:COMPLEX");
    assertThat(sharedLiving.frameworkEnd())
        .isEqualTo(sharedLiving.frameworkStart().plusYears(4).minusDays(1));
    assertThat(sharedLiving.criteria().getFirst().code()).isEqualTo("CAPABILITY");
    assertThat(sharedLiving.tiers())
        .singleElement()
        .isInstanceOfSatisfying(
            Tier.RankedPlaces.class,
            tier ->
                assertThat(tier.placesIn("Z4:SHARED")).isGreaterThan(tier.placesIn("Z1:SHARED")));
  }

  @Test
  void hampshiresSharedLivingKeepsItsLimitsApart() {
    var limits =
        Objects.requireNonNull(ShippedCouncils.vehicle("hampshire", "SHARED_LIVING").spend())
            .limits();

    assertThat(limits)
        .extracting(limit -> limit.amount().toPlainString())
        .containsExactly("355000000", "300000000", "20000000", "35000000");
  }

  @Test
  void hampshiresSharedLivingRebalancesByTurns() {
    assertThat(ShippedCouncils.vehicle("hampshire", "SHARED_LIVING").callOff().values())
        .hasSize(2)
        .allSatisfy(method ->
            assertThat(method)
                .isInstanceOfSatisfying(
                    CallOff.Rotation.class,
                    rotation -> assertThat(rotation.turn()).isEqualTo(CallOff.Turn.FEWEST_HOURS)));
  }

  @Test
  void hampshiresContractsMayOutlastTheirFramework() {
    for (String code : List.of("CARE_AT_HOME", "SHARED_LIVING")) {
      var vehicle = ShippedCouncils.vehicle("hampshire", code);
      var term = Objects.requireNonNull(vehicle.term());
      var start = LocalDate.of(2018, 4, 1);

      assertThat(term.firstCallOffEnd(start, vehicle.frameworkEnd())).isEqualTo("2021-03-31");
      assertThat(term.lastCallOffEnd(start, vehicle.frameworkEnd())).isEqualTo("2025-03-31");
      assertThat(term.callOffsMayOutlastIt()).isTrue();
    }
  }

  @Test
  void lancashiresFrameworkLastsThreeYearsAndTwoByOption() {
    var term =
        Objects.requireNonNull(ShippedCouncils.vehicle("lancashire", "SUPPORTED_LIVING").term());

    assertThat(term.callOffMonths()).isEqualTo(36);
    assertThat(term.longestCallOffMonths()).isEqualTo(60);
    assertThat(term.options())
        .singleElement()
        .satisfies(option -> {
          assertThat(option.months()).isEqualTo(24);
          assertThat(option.condition()).contains("performance");
        });
  }

  @Test
  void lancashiresApprovedListIsOpenAndThePersonChooses() {
    var list = ShippedCouncils.vehicle("lancashire", "APPROVED_LIST");

    assertThat(list.isOpenList()).isTrue();
    assertThat(Objects.requireNonNull(list.term()).longestCallOffMonths()).isEqualTo(120);
    assertThat(list.callOff().values()).hasSize(2).allMatch(CallOff.Choice.class::isInstance);
  }

  @Test
  void lancashiresReturnsAreDueOnTheDaysOfItsPapers() {
    assertThat(dueDays("KPI_QUARTERLY"))
        .containsExactly("2020-07-15", "2020-10-15", "2021-01-18", "2021-04-15");
    assertThat(dueDays("KPI_SIX_MONTHLY")).containsExactly("2020-10-15", "2021-04-15");
    assertThat(dueDays("KPI_ANNUAL")).containsExactly("2021-04-15");
  }

  /** Facts: kpi_periods.csv. */
  private static List<String> dueDays(String calendar) {
    var section =
        ShippedCouncils.scheme("lancashire").findSection(CalendarSection.class).orElseThrow();
    return new DetermineDueDays(WorkingDays.ofEnglandAndWales())
        .decide(section, new CalendarFacts(calendar, 2020)).result().periods().stream()
            .map(period -> String.valueOf(period.due()))
            .toList();
  }

  @Test
  void figuresOfProvidersAreKeptByTheCouncilsOwnFields() {
    assertThat(fields("lancashire")).contains("ZERO_HOURS", "LIVING_WAGE");
    assertThat(fields("hampshire")).contains("ZERO_HOURS", "PAY_ABOVE_MINIMUM");
  }

  /** LAN-FW-42, LAN-FW-44, LAN-FW-60 to LAN-FW-66, LAN-FW-89, HAM-FW-34, HAM-FW-36. */
  @Test
  void whatProvidersSignUpToIsCheckedAndTheYearlyCommitmentsAreRestated() {
    Map<String, DueDiligence> lancashire =
        ShippedCouncils.framework("lancashire").getVehicle("SUPPORTED_LIVING").dueDiligence();
    assertThat(lancashire)
        .containsOnlyKeys(
            "QUALITY_CODE",
            "LANCASHIRE_VALUES",
            "HEALTH_CHARTER",
            "CARE_CHARTER",
            "COMMITMENTS",
            "MINIMUM_WAGE",
            "QUALITY_CHECK",
            "SELF_MONITORING",
            "PEER_MONITORING",
            "ADVOCATE_MONITORING");
    assertThat(lancashire)
        .hasEntrySatisfying(
            "COMMITMENTS",
            check -> {
              assertThat(check.validMonths()).isEqualTo(12);
              assertThat(check.remindDays()).containsExactly(60, 14);
            });
    assertThat(lancashire.values()).noneMatch(DueDiligence::gate);
    assertThat(ShippedCouncils.framework("hampshire").getVehicle("CARE_AT_HOME").dueDiligence())
        .containsOnlyKeys("MINIMUM_WAGE", "TRAINING");
  }

  @Test
  void lancashiresValuesAreFive() {
    var codes = ShippedCouncils.scheme("lancashire").findSection(CodesSection.class).orElseThrow();

    assertThat(Objects.requireNonNull(codes.lists().get("VALUES")).values())
        .containsOnlyKeys("HEALTHY", "LOVED", "CHOICES", "SAFE", "RELATIONSHIPS");
  }

  private static Set<String> fields(String council) {
    return ShippedCouncils.scheme(council)
        .findSection(AttributesSection.class)
        .orElseThrow()
        .provider()
        .keySet();
  }
}
