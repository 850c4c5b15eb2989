package council.framework.scheme;

import static council.framework.scheme.AVehicle.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.scheme.Admission.Window;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lots, market models, terms and windows that contradict themselves or something else. */
class VehicleChecksTest {
  private static final Map<String, String> AREA_BY_ZONE = areas();
  private static final Map<String, String> CARE = Map.of("CARE", "Care");

  private static Map<String, String> areas() {
    Map<String, String> areas = new LinkedHashMap<>();
    areas.put("LAN", "North");
    areas.put("BUR", "East");
    return areas;
  }

  private static List<String> found(AVehicle vehicle) {
    Problems problems = new Problems();
    FrameworkChecks.checkVehicle("V", vehicle.build(), AREA_BY_ZONE, problems);
    CapChecks.checkEffect("V", vehicle.build(), AREA_BY_ZONE, problems);
    return problems.list().stream().map(VehicleChecksTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path().replace("framework.vehicles.V.", "");
  }

  @Test
  void eachWayToCutIsInOrderByItself() {
    assertThat(found(aVehicle())).isEmpty();
    assertThat(found(aVehicle().lots(new Lots.ByCategory(CARE)))).isEmpty();
    assertThat(found(aVehicle().lots(new Lots.ByZoneAndCategory(CARE)).areaCap(1))).isEmpty();
  }

  @Test
  void lotsHaveCategoriesWithNamesThatNoZoneHas() {
    assertThat(found(aVehicle().lots(new Lots.ByCategory(Map.of()))))
        .containsExactly("NO_CATEGORY lots.categories");
    assertThat(found(aVehicle().lots(new Lots.ByCategory(Map.of("LAN", " ")))))
        .containsExactly("BLANK_TITLE lots.categories.LAN", "CATEGORY_IS_ZONE lots.categories.LAN");
    assertThat(found(aVehicle().lots(new Lots.ByZoneAndCategory(Map.of("A:B", "Both")))))
        .containsExactly("BAD_CODE lots.categories.A:B");
  }

  @Test
  void placesByLotNameLots() {
    Tier tier = new Tier.RankedPlaces("PLACE", "Place", 1, Map.of("LAN:CARE", 2), true);
    Lots lots = new Lots.ByZoneAndCategory(CARE);

    assertThat(found(aVehicle().lots(lots).tiers(tier))).isEmpty();
    assertThat(found(aVehicle().lots(lots).tiers(tier).zones("BUR")))
        .containsExactly("UNKNOWN_LOT tiers[0].placesByZone.LAN:CARE");
    assertThat(found(aVehicle().tiers(tier)))
        .containsExactly("UNKNOWN_ZONE tiers[0].placesByZone.LAN:CARE");
  }

  @Test
  void nothingGoesByLocationsWhereLotsHaveCategories() {
    for (Lots lots : List.of(new Lots.ByCategory(CARE), new Lots.ByZoneAndCategory(CARE))) {
      assertThat(
              found(
                  aVehicle()
                      .lots(lots)
                      .tiers(new Tier.ExistingLocations("PLACE", "Stays"))
                      .tieBreakers("existingLocations", "reference")
                      .newBusiness(new NewBusinessRule.HoldsLocation(List.of("PLACE")))))
          .containsExactly(
              "LOCATION_HAS_NO_CATEGORY tiers[0]",
              "LOCATION_HAS_NO_CATEGORY tieBreakers[0]",
              "LOCATION_HAS_NO_CATEGORY newBusiness.NEW[0]");
    }
  }

  @Test
  void lotsByCategoryLieInNoAreaThatCouldBeCounted() {
    assertThat(
            found(
                aVehicle()
                    .lots(new Lots.ByCategory(CARE))
                    .areaCap(1)
                    .newBusiness(new NewBusinessRule.WithinAreaCap())))
        .containsExactly("NO_AREAS_TO_CAP areaCap", "NO_AREAS_TO_CAP newBusiness.NEW[0]");
  }

  @Test
  void aCapOnZonesCountsLots() {
    Lots lots = new Lots.ByZoneAndCategory(Map.of("CARE", "Care", "NIGHT", "Nights"));

    assertThat(found(aVehicle().lots(lots).zoneCap(4))).isEmpty();
    assertThat(found(aVehicle().lots(lots).zoneCap(5))).containsExactly("CAP_TOO_LARGE zoneCap");
    assertThat(found(aVehicle().zoneCap(3))).containsExactly("CAP_TOO_LARGE zoneCap");
  }

  @Test
  void oneContractorHasOnePlaceInALot() {
    for (MarketModel model :
        List.of(
            new MarketModel.LeadProvider(true),
            new MarketModel.Alliance(2),
            new MarketModel.JointUndertaking("community interest company", true))) {
      assertThat(found(aVehicle().market(model))).isEmpty();
      assertThat(
              found(
                  aVehicle()
                      .market(model)
                      .admittingConsortia()
                      .tiers(new Tier.AllWhoPass("PLACE", "All", false))))
          .containsExactly(
              "CONSORTIA_OF_ONE_CONTRACTOR admitsConsortia", "ONE_CONTRACTOR tiers[0]");
      assertThat(
              found(
                  aVehicle()
                      .market(model)
                      .tiers(new Tier.RankedPlaces("PLACE", "P", 1, Map.of("LAN", 2), true))))
          .containsExactly("ONE_CONTRACTOR tiers");
    }
    assertThat(found(aVehicle().market(new MarketModel.JointUndertaking(" ", false))))
        .containsExactly("BLANK_FORM market.form");
  }

  @Test
  void optionsNeedAnEndAndCodesOfTheirOwn() {
    Term.Option option = new Term.Option("MORE", 12, " ");

    assertThat(found(aVehicle().options(option, option).end(null)))
        .containsExactly(
            "OPTION_WITHOUT_END term.options",
            "BLANK_CONDITION term.options[0].condition",
            "DUPLICATE_OPTION term.options[1].code",
            "BLANK_CONDITION term.options[1].condition");
    assertThat(found(aVehicle().term(new Term(List.of(), 48, 36))))
        .containsExactly("FIRST_TERM_TOO_LONG term.callOffMonths");
  }

  @Test
  void windowsFollowEachOtherWithinTheFramework() {
    LocalDate day = AVehicle.START;

    assertThat(found(aVehicle().admission(new Admission.Windows(List.of()))))
        .containsExactly("NO_WINDOW admission.windows");
    assertThat(
            found(
                aVehicle()
                    .admission(
                        new Admission.Windows(
                            List.of(
                                new Window(day, day.plusDays(9)),
                                new Window(day.plusDays(9), day.plusDays(20)),
                                new Window(day.plusDays(40), day.plusDays(30)),
                                new Window(AVehicle.END.plusDays(1), AVehicle.END.plusDays(2)))))))
        .containsExactly(
            "WINDOWS_OVERLAP admission.windows[1].from",
            "END_BEFORE_START admission.windows[2].until",
            "WINDOW_AFTER_END admission.windows[3].from");
  }

  @Test
  void aCallOffEndsWithTheFrameworkUnlessItMayOutlastIt() {
    LocalDate start = LocalDate.of(2017, 6, 1);

    Term bound = new Term(List.of(), 36, null);
    assertThat(bound.firstCallOffEnd(start, AVehicle.END)).isEqualTo(AVehicle.END);
    assertThat(bound.lastCallOffEnd(start, AVehicle.END)).isEqualTo(AVehicle.END);
    Term free = new Term(List.of(), 36, 84);
    assertThat(free.firstCallOffEnd(start, AVehicle.END)).isEqualTo("2020-05-31");
    assertThat(free.lastCallOffEnd(start, AVehicle.END)).isEqualTo("2024-05-31");
    assertThat(bound.firstCallOffEnd(start, null)).isEqualTo("2020-05-31");
  }
}
