package council.framework.domain;

import static council.framework.scheme.RequestKind.NEW;
import static council.framework.scheme.RequestKind.NEW_TENANT_AT_EXISTING_LOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.FrameworkModule;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.domain.EligibilityResult.Answer;
import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepFacts.Site;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.json.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of a framework: an award, then steps, suspensions and sales on random days, in
 * any order, as officers record them. What the rules allow must leave every day in order.
 */
class PlaceHistoriesTest {
  private static final Vehicle VEHICLE = PlaceStepVehicles.twoTiers();
  private static final FrameworkSection SECTION = new FrameworkSection(Map.of("V", VEHICLE));
  private static final List<String> STEPS =
      List.copyOf(new TreeSet<>(VEHICLE.placeSteps().keySet()));
  private static final int DAYS = 3 * 365;
  private static final int ACTIONS = 40;
  private static final Map<String, String> AREAS =
      new TreeMap<>(Map.of("Z1", "N", "Z2", "N", "Z3", "C", "Z4", "C", "Z5", "E", "Z6", "E"));
  private static final List<String> ZONES = List.copyOf(AREAS.keySet());
  private static final List<String> PROVIDERS =
      IntStream.range(1, 9).mapToObj(i -> "P" + i).toList();

  static List<Integer> seeds() {
    return IntStream.range(0, 60).boxed().toList();
  }

  /** A location and who delivers there from a day on. */
  private record Held(String location, String provider, String zone, LocalDate from) {}

  /** What a council has recorded so far. */
  private static final class History {
    private final Random random;
    private final List<KnownPlace> places = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final List<SuspensionFact> suspensions = new ArrayList<>();
    private final List<Held> locations = new ArrayList<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private int ids;

    History(int seed) {
      this.random = new Random(seed);
      award();
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private LocalDate day() {
      return VEHICLE.frameworkStart().plusDays(random.nextInt(DAYS));
    }

    private String nextId() {
      ids++;
      return "p" + ids;
    }

    private void award() {
      for (String zone : ZONES) {
        for (int i = 0; i < 3; i++) {
          locations.add(new Held("L" + zone + i, any(PROVIDERS), zone, VEHICLE.frameworkStart()));
        }
        int rank = 0;
        for (String provider : PROVIDERS) {
          String tier = rank < PlaceStepVehicles.PLACES ? "TIER1" : "TIER2";
          boolean capped = tier.equals("TIER1") && areasOf(provider, zone).size() > 2;
          if (random.nextInt(3) == 0 && !capped) {
            rank++;
            add(provider, tier, zone, VEHICLE.frameworkStart(), null, rank);
          }
        }
      }
    }

    private Set<String> areasOf(String provider, String zone) {
      Set<String> areas = new HashSet<>(Set.of(String.valueOf(AREAS.get(zone))));
      places.stream()
          .filter(p -> p.provider().equals(provider) && p.tier().equals("TIER1"))
          .forEach(p -> areas.add(p.area()));
      return areas;
    }

    private void add(
        String provider,
        String tier,
        String zone,
        LocalDate from,
        @Nullable String site,
        @Nullable Integer rank) {
      places.add(
          new KnownPlace(
              nextId(),
              provider,
              tier,
              zone,
              String.valueOf(AREAS.get(zone)),
              from,
              PlaceStepVehicles.DAY_AFTER,
              site,
              rank));
    }

    void act() {
      switch (random.nextInt(5)) {
        case 0 -> suspend();
        case 1 -> lift();
        default -> step(any(STEPS));
      }
    }

    private void suspend() {
      LocalDate from = day();
      suspensions.add(
          new SuspensionFact(
              any(PROVIDERS),
              any(List.of(SuspensionScope.values())),
              from,
              random.nextBoolean() ? null : from.plusDays(random.nextInt(200))));
    }

    private void lift() {
      if (!suspensions.isEmpty()) {
        SuspensionFact one = suspensions.removeFirst();
        LocalDate until = one.from().plusDays(random.nextInt(100));
        suspensions.add(new SuspensionFact(one.provider(), one.scope(), one.from(), until));
      }
    }

    private void step(String step) {
      LocalDate on = day();
      String provider = any(PROVIDERS);
      List<String> open =
          places.stream()
              .filter(p -> p.provider().equals(provider) && !ended.contains(p.place()))
              .filter(p -> p.holdsAfter(on))
              .map(KnownPlace::place)
              .toList();
      boolean admits = step.equals("ADMIT");
      if (open.isEmpty() && !admits) {
        return;
      }
      Held at = any(locations);
      boolean all = step.equals("NOVATE") || step.equals("RECOMMISSION");
      PlaceStepFacts facts =
          new PlaceStepFacts(
              "V",
              step,
              on,
              admits ? at.provider() : provider,
              step.equals("NOVATE") ? any(PROVIDERS) : null,
              admits
                  ? new Site(at.location(), at.zone(), String.valueOf(AREAS.get(at.zone())))
                  : null,
              "QUALITY",
              true,
              admits ? List.of() : all ? open : List.of(any(open)),
              places,
              deliveredOn(on),
              List.of(),
              null);
      decide(facts);
    }

    private List<HeldLocation> deliveredOn(LocalDate day) {
      Map<String, HeldLocation> last = new TreeMap<>();
      locations.stream()
          .filter(l -> !l.from().isAfter(day))
          .forEach(
              l -> last.put(l.location(), new HeldLocation(l.location(), l.provider(), l.zone())));
      return List.copyOf(last.values());
    }

    private void decide(PlaceStepFacts facts) {
      Decided<PlaceStepResult> decided = FrameworkModule.DECIDE_PLACE_STEP.decide(SECTION, facts);
      sameBytesAgain(facts, decided);
      PlaceStepResult result = decided.result();
      if (!result.allowed()) {
        assertThat(result.ends()).isEmpty();
        assertThat(result.begins()).isEmpty();
        return;
      }
      taken.merge(facts.step(), 1, Integer::sum);
      for (PlaceStepResult.End end : result.ends()) {
        places.replaceAll(p -> p.place().equals(end.place()) ? p.endedOn(end.until()) : p);
        ended.add(end.place());
      }
      result
          .begins()
          .forEach(b ->
              places.add(
                  new KnownPlace(
                      nextId(),
                      b.provider(),
                      b.tier(),
                      b.zone(),
                      b.area(),
                      b.from(),
                      b.until(),
                      b.site(),
                      b.rank())));
      if (facts.buyer() != null) {
        passLocations(facts, facts.buyer());
      }
    }

    private void passLocations(PlaceStepFacts facts, String buyer) {
      deliveredOn(facts.on()).stream()
          .filter(l -> l.provider().equals(facts.provider()))
          .forEach(l -> locations.add(new Held(l.location(), buyer, l.zone(), facts.on())));
    }

    List<KnownPlace> on(LocalDate day) {
      return places.stream().filter(p -> p.inForceOn(day)).toList();
    }
  }

  private static void sameBytesAgain(PlaceStepFacts facts, Decided<PlaceStepResult> decided) {
    PlaceStepFacts kept = CanonicalJson.read(CanonicalJson.text(facts), PlaceStepFacts.class);
    assertThat(kept).isEqualTo(facts);
    assertThat(CanonicalJson.text(FrameworkModule.DECIDE_PLACE_STEP.decide(SECTION, kept)))
        .isEqualTo(CanonicalJson.text(decided));
  }

  private static History history(int seed) {
    History history = new History(seed);
    for (int i = 0; i < ACTIONS; i++) {
      history.act();
    }
    return history;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDayOfAHistoryIsInOrder(int seed) {
    History history = history(seed);
    for (int i = 0; i < DAYS; i++) {
      List<KnownPlace> held = history.on(VEHICLE.frameworkStart().plusDays(i));
      noZoneHasMoreThanItsPlaces(held);
      nobodyIsAboveTheAreaCap(held);
      nobodyHoldsTwoPlacesInOne(held);
    }
  }

  private static void noZoneHasMoreThanItsPlaces(List<KnownPlace> held) {
    Map<String, Long> byZone =
        held.stream()
            .filter(p -> p.tier().equals("TIER1"))
            .collect(Collectors.groupingBy(KnownPlace::zone, Collectors.counting()));
    assertThat(byZone.values())
        .allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(PlaceStepVehicles.PLACES));
  }

  private static void nobodyIsAboveTheAreaCap(List<KnownPlace> held) {
    Map<String, Set<String>> areas =
        held.stream()
            .filter(p -> p.tier().equals("TIER1"))
            .collect(
                Collectors.groupingBy(
                    KnownPlace::provider,
                    Collectors.mapping(KnownPlace::area, Collectors.toSet())));
    assertThat(areas.values()).allSatisfy(a -> assertThat(a.size()).isLessThanOrEqualTo(2));
  }

  private static void nobodyHoldsTwoPlacesInOne(List<KnownPlace> held) {
    Function<KnownPlace, String> spot = p -> p.provider() + "/" + p.zone();
    Map<String, List<KnownPlace>> bySpot = held.stream().collect(Collectors.groupingBy(spot));
    bySpot.values().stream()
        .filter(several -> several.size() > 1)
        .forEach(several -> {
          assertThat(several).allMatch(p -> p.site() != null);
          assertThat(several).extracting(KnownPlace::site).doesNotHaveDuplicates();
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyTakesBusinessWithoutAPlaceThereOrWhileSuspended(int seed) {
    History history = history(seed);
    for (int i = 0; i < 12; i++) {
      LocalDate day = history.day();
      String zone = history.any(ZONES);
      for (String provider : eligible(history, NEW, zone, day, null)) {
        assertThat(history.on(day))
            .anyMatch(p ->
                p.provider().equals(provider)
                    && p.zone().equals(zone)
                    && p.tier().equals("TIER1")
                    && p.site() == null);
        assertThat(stopped(history, provider, day, SuspensionScope.NEW_BUSINESS)).isFalse();
      }
      HeldLocation at = history.any(history.deliveredOn(day));
      for (String provider :
          eligible(history, NEW_TENANT_AT_EXISTING_LOCATION, at.zone(), day, at.location())) {
        assertThat(provider).isEqualTo(at.provider());
        assertThat(history.on(day))
            .anyMatch(p ->
                p.provider().equals(provider)
                    && p.zone().equals(at.zone())
                    && (p.site() == null || p.site().equals(at.location())));
        assertThat(stopped(history, provider, day, SuspensionScope.FILLING_VOIDS)).isFalse();
      }
    }
  }

  private static boolean stopped(
      History history, String provider, LocalDate day, SuspensionScope scope) {
    return history.suspensions.stream()
        .anyMatch(s ->
            s.provider().equals(provider)
                && (s.scope() == scope || s.scope() == SuspensionScope.BOTH)
                && !day.isBefore(s.from())
                && (s.until() == null || day.isBefore(s.until())));
  }

  private static List<String> eligible(
      History history, RequestKind kind, String zone, LocalDate day, @Nullable String location) {
    EligibilityFacts facts =
        new EligibilityFacts(
            "V",
            new EligibilityFacts.Request(
                zone, String.valueOf(AREAS.get(zone)), kind, day, location),
            PROVIDERS,
            history.places.stream()
                .map(p ->
                    new PlaceFact(
                        p.provider(), p.tier(), p.zone(), p.area(), p.from(), p.until(), p.site()))
                .toList(),
            history.suspensions,
            history.deliveredOn(day));
    return FrameworkModule.ANSWER_ELIGIBILITY.decide(SECTION, facts).result().answers().stream()
        .filter(Answer::eligible)
        .map(Answer::provider)
        .toList();
  }

  /** The histories would show nothing if no step were ever allowed, or none ever refused. */
  @Test
  void everyStepIsTakenInSomeHistory() {
    Map<String, Integer> taken = new TreeMap<>();
    seeds()
        .forEach(
            seed -> history(seed).taken.forEach((step, n) -> taken.merge(step, n, Integer::sum)));
    assertThat(taken.keySet()).containsExactlyElementsOf(STEPS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anExemptionKeepsItsLengthAndNobodyIsGivenAnEarlierDay(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      LocalDate from = VEHICLE.frameworkStart().plusDays(random.nextInt(DAYS));
      LocalDate due = random.nextBoolean() ? null : from.plusDays(random.nextInt(400) - 100);
      LocalDate until = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(600));
      ExemptionFacts facts = new ExemptionFacts("V", "L1", "NHS", from, until, due);
      Decided<ExemptionResult> decided = FrameworkModule.DECIDE_EXEMPTION.decide(SECTION, facts);
      ExemptionResult result = decided.result();
      boolean tooLong = until != null && !until.isBefore(from.plusMonths(12));
      assertThat(result.allowed()).isEqualTo(!tooLong);
      if (result.allowed()) {
        assertThat(result.until()).isBefore(from.plusMonths(12));
        assertThat(result.dueAfter()).isAfter(result.until());
        if (due != null) {
          assertThat(result.dueAfter()).isAfterOrEqualTo(due);
        }
        assertThat(result.remindOn()).allMatch(day -> !day.isBefore(from)).isSorted();
      }
      assertThat(decided.reasons()).extracting(Reason::failed).containsExactly(tooLong);
    }
  }
}
