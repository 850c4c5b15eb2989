package council.framework.market.domain;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.market.domain.MarketFacts.CallOffSpan;
import council.framework.market.domain.MarketFacts.Capacity;
import council.framework.market.domain.MarketFacts.LocationPeriod;
import council.framework.market.domain.MarketFacts.PlaceSpan;
import council.framework.market.domain.MarketFacts.Stop;
import council.framework.market.domain.MarketPart.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketTest {
  private static final LocalDate START = LocalDate.of(2015, 6, 1);
  private static final LocalDate DAY = LocalDate.of(2016, 1, 1);

  private final List<LocationPeriod> locations = new ArrayList<>();
  private final List<PlaceSpan> places = new ArrayList<>();
  private final List<Stop> suspensions = new ArrayList<>();
  private final List<Capacity> capacities = new ArrayList<>();
  private final List<CallOffSpan> callOffs = new ArrayList<>();
  private @Nullable BigDecimal rate = new BigDecimal("15.25");

  private void location(
      String name, String provider, String zone, @Nullable Integer people, String hours) {
    locations.add(
        new LocationPeriod(name, provider, zone, people, new BigDecimal(hours), START, null));
  }

  private void place(String provider, String zone, String tier, @Nullable LocalDate until) {
    places.add(new PlaceSpan(provider, zone, tier, START, until));
  }

  private Market market() {
    return Market.on(
        DAY,
        new MarketFacts(
            Map.of("LAN", "North", "WYR", "North", "PRE", "Central"),
            rate,
            locations,
            places,
            suspensions,
            capacities,
            callOffs));
  }

  private static Line line(MarketPart part, String provider) {
    return part.providers().stream()
        .filter(each -> each.provider().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sharesAreOfAllAndOfThoseOnTheFramework() {
    location("L1", "P1", "LAN", 2, "100");
    location("L2", "P2", "LAN", 1, "50");
    location("L3", "P3", "LAN", 3, "150");
    place("P1", "LAN", "TIER1", null);
    place("P2", "PRE", "TIER1", null);

    MarketPart lan = market().zones().getFirst();

    assertThat(lan.code()).isEqualTo("LAN");
    assertThat(line(lan, "P1").ofAll())
        .containsEntry(Measure.PEOPLE, new BigDecimal("33.33"))
        .containsEntry(Measure.WEEKLY_HOURS, new BigDecimal("33.33"));
    assertThat(line(lan, "P2").ofAll()).containsEntry(Measure.PEOPLE, new BigDecimal("16.67"));
    assertThat(line(lan, "P1").ofFramework())
        .containsEntry(Measure.PEOPLE, new BigDecimal("66.67"));
    assertThat(line(lan, "P2").onFramework()).isTrue();
    assertThat(line(lan, "P3").onFramework()).isFalse();
    assertThat(line(lan, "P3").ofFramework()).isEmpty();
    // (1/3)^2 + (1/6)^2 + (1/2)^2 of 10000
    assertThat(lan.all().concentration()).containsEntry(Measure.PEOPLE, new BigDecimal("3888.89"));
    assertThat(lan.framework().concentration())
        .containsEntry(Measure.PEOPLE, new BigDecimal("5555.56"));
  }

  @Test
  void valueIsHoursOfAYearAtTheRateThatHoldsThere() {
    location("L1", "P1", "LAN", 2, "10.5");
    location("L2", "P1", "LAN", null, "10");
    callOffs.add(calledOff("L2", "P1", "8", "20", DAY.plusDays(1)));
    callOffs.add(calledOff("L2", "P1", "8", "30", DAY.plusDays(1)));
    callOffs.add(calledOff("L2", "P2", "8", "40", DAY.plusDays(1)));
    callOffs.add(calledOff("L1", "P1", "1", "50", DAY));
    // 10.5 x 52 x 15.25 = 8326.50, and of L2's 10 hours 8 x 52 x 20 = 8320 and 2 x 52 x 30 = 3120
    assertThat(market().all().all().yearlyValue()).isEqualByComparingTo("19766.50");
    assertThat(market().all().all().unknownPeople()).isEqualTo(1);
    rate = null;
    assertThat(market().all().all().yearlyValue()).isEqualByComparingTo("11440.00");
  }

  private static CallOffSpan calledOff(
      String location, String provider, String hours, String rate, LocalDate until) {
    return new CallOffSpan(
        location, provider, new BigDecimal(hours), new BigDecimal(rate), START, until);
  }

  @Test
  void nothingIsSharedWhereNobodyHasAnything() {
    MarketPart all = market().all();
    assertThat(all.providers()).isEmpty();
    assertThat(all.all().concentration()).isEmpty();
    assertThat(all.all().yearlyValue()).isNull();
  }

  @Test
  void aProviderAloneHasAConcentrationOfTenThousand() {
    location("L1", "P1", "LAN", 2, "10");
    assertThat(market().all().all().concentration().get(Measure.PEOPLE))
        .isEqualByComparingTo("10000");
  }

  @Test
  void voidsAreWhatIsFreeByTheLatestFigureOfTheDay() {
    location("L1", "P1", "LAN", 2, "10");
    location("L2", "P1", "LAN", 3, "10");
    location("L3", "P1", "LAN", 1, "10");
    capacities.add(new Capacity("L1", START, 9));
    capacities.add(new Capacity("L1", DAY, 4));
    capacities.add(new Capacity("L1", DAY.plusDays(1), 7));
    capacities.add(new Capacity("L2", START, 2));
    assertThat(market().all().housing()).isEqualTo(new MarketPart.Housing(6, 2, 1, 1));
  }

  @Test
  void standingCountsEachProviderWhereItHoldsAPlace() {
    place("P1", "LAN", "TIER1", null);
    place("P1", "PRE", "TIER2", null);
    place("P2", "LAN", "TIER1", DAY);
    place("P3", "LAN", "TIER2", DAY.plusDays(1));
    suspensions.add(new Stop("P1", START, DAY.plusDays(1)));
    suspensions.add(new Stop("P3", START, DAY));
    suspensions.add(new Stop("P2", START, null));

    MarketPart.Standing all = market().all().standing();

    assertThat(all.inForce()).containsExactly(Map.entry("TIER1", 1), Map.entry("TIER2", 2));
    assertThat(all.holders()).isEqualTo(2);
    assertThat(all.suspended()).isEqualTo(1);
    assertThat(all.ended()).isEqualTo(1);
    assertThat(market().areas().getFirst().standing().holders()).isEqualTo(1);
  }

  @Test
  void aPeriodCountsFromItsFirstDayToTheDayBeforeItsEnd() {
    locations.add(new LocationPeriod("L1", "P1", "LAN", 2, BigDecimal.TEN, START, DAY));
    locations.add(new LocationPeriod("L1", "P2", "LAN", 2, BigDecimal.TEN, DAY, null));
    assertThat(market().all().providers()).extracting(Line::provider).containsExactly("P2");
  }

  @Test
  void historiesDoNotDrift() {
    LocalDate from = LocalDate.of(2016, 1, 31);
    assertThat(Interval.MONTH.days(from, LocalDate.of(2016, 3, 31), 60))
        .containsExactly(from, LocalDate.of(2016, 2, 29), LocalDate.of(2016, 3, 31));
    assertThat(Interval.QUARTER.days(from, LocalDate.of(2016, 7, 30), 60)).hasSize(2);
    assertThat(Interval.YEAR.days(from, LocalDate.of(2116, 1, 31), 60)).hasSize(61);
  }

  @Test
  void holdsForWhateverThereIs() {
    Random random = new Random(20160101);
    for (int round = 0; round < 300; round++) {
      fill(random);
      Market market = market();
      List<MarketPart> parts = new ArrayList<>(market.zones());
      parts.addAll(market.areas());
      parts.add(market.all());
      parts.forEach(MarketTest::sharesAddUpAndConcentrationIsInRange);
      areasAreTheSumOfTheirZones(market);
    }
  }

  private void fill(Random random) {
    List.of(locations, places, suspensions, capacities, callOffs).forEach(List::clear);
    List<String> zones = List.of("LAN", "WYR", "PRE");
    for (int i = random.nextInt(40); i > 0; i--) {
      locations.add(
          new LocationPeriod(
              "L" + i,
              "P" + random.nextInt(9),
              zones.get(random.nextInt(3)),
              random.nextInt(6) == 0 ? null : random.nextInt(9),
              random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(20_000), 2),
              START,
              null));
      place("P" + random.nextInt(9), zones.get(random.nextInt(3)), "TIER1", null);
      String rate = String.valueOf(1 + random.nextInt(30));
      callOffs.add(calledOff("L" + i, "P" + random.nextInt(9), "7", rate, DAY.plusDays(1)));
    }
  }

  private static void sharesAddUpAndConcentrationIsInRange(MarketPart part) {
    for (Measure measure : Measure.values()) {
      List<BigDecimal> shares =
          part.providers().stream()
              .map(line -> line.ofAll().get(measure))
              .filter(java.util.Objects::nonNull)
              .toList();
      BigDecimal index = part.all().concentration().get(measure);
      if (index == null) {
        assertThat(shares).isEmpty();
        continue;
      }
      assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo("100");
      BigDecimal least =
          BigDecimal.valueOf(10_000)
              .divide(
                  BigDecimal.valueOf(part.all().providers()), 2, java.math.RoundingMode.HALF_UP);
      assertThat(index).isBetween(least, BigDecimal.valueOf(10_000));
    }
  }

  private static void areasAreTheSumOfTheirZones(Market market) {
    Map<String, List<String>> zones =
        new TreeMap<>(Map.of("North", List.of("LAN", "WYR"), "Central", List.of("PRE")));
    for (MarketPart area : market.areas()) {
      List<MarketPart> parts =
          market.zones().stream()
              .filter(zone ->
                  zones.getOrDefault(String.valueOf(area.code()), List.of()).contains(zone.code()))
              .toList();
      for (ToLongFunction<MarketPart.Totals> figure :
          List.<ToLongFunction<MarketPart.Totals>>of(
              MarketPart.Totals::people,
              MarketPart.Totals::locations,
              totals -> totals.weeklyHours().movePointRight(2).longValueExact(),
              totals ->
                  totals.yearlyValue() == null
                      ? 0
                      : totals.yearlyValue().movePointRight(2).longValueExact())) {
        assertThat(parts.stream().mapToLong(part -> figure.applyAsLong(part.all())).sum())
            .isEqualTo(figure.applyAsLong(area.all()));
        assertThat(parts.stream().mapToLong(part -> figure.applyAsLong(part.framework())).sum())
            .isEqualTo(figure.applyAsLong(area.framework()));
      }
    }
  }
}
