package council.framework.domain;

import static council.framework.domain.PlaceStepVehicles.DAY_AFTER;
import static council.framework.domain.PlaceStepVehicles.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.PlaceStepFacts.KnownPlace;
import council.framework.domain.PlaceStepFacts.Site;
import council.framework.domain.PlaceStepResult.Begin;
import council.framework.domain.PlaceStepResult.End;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.PlaceStep;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Steps of places in zones of two areas, P1 against the others. */
class PlaceStepTest {
  private static final LocalDate DAY = LocalDate.of(2016, 2, 1);
  private final List<KnownPlace> places = new ArrayList<>();
  private final List<HeldLocation> locations = new ArrayList<>();
  private final List<String> checks = new ArrayList<>();
  private Vehicle vehicle = PlaceStepVehicles.twoTiers();
  private @Nullable String ground = "QUALITY";
  private boolean evidence = true;
  private @Nullable String buyer;
  private @Nullable Site site;
  private String provider = "P1";
  private LocalDate on = DAY;

  private PlaceStepTest holds(String id, String provider, String tier, String zone) {
    return holds(id, provider, tier, zone, START, DAY_AFTER);
  }

  private PlaceStepTest holds(
      String id, String provider, String tier, String zone, LocalDate from, LocalDate until) {
    String area = zone.substring(0, 1);
    places.add(new KnownPlace(id, provider, tier, zone, area, from, until, null, null));
    return this;
  }

  private PlaceStepTest delivers(String location, String provider, String zone) {
    locations.add(new HeldLocation(location, provider, zone));
    return this;
  }

  private Decided<PlaceStepResult> decide(String step, String... chosen) {
    return new DecidePlaceStep()
        .decide(
            new FrameworkSection(Map.of("V", vehicle)),
            new PlaceStepFacts(
                "V",
                step,
                on,
                provider,
                buyer,
                site,
                ground,
                evidence,
                List.of(chosen),
                places,
                locations,
                checks,
                null));
  }

  private List<String> refused(String step, String... chosen) {
    Decided<PlaceStepResult> decided = decide(step, chosen);
    assertThat(decided.result().allowed()).isFalse();
    return decided.reasons().getFirst().because().stream()
        .filter(Reason::failed)
        .map(Reason::rule)
        .toList();
  }

  private PlaceStepResult allowed(String step, String... chosen) {
    Decided<PlaceStepResult> decided = decide(step, chosen);
    assertThat(decided.result().allowed()).as(decided.reasons().toString()).isTrue();
    return decided.result();
  }

  @Test
  void aMoveKeepsZoneAndSpanAndLosesTheRank() {
    holds("A", "P1", "TIER1", "N1").delivers("L1", "P1", "N1");

    PlaceStepResult result = allowed("DOWN", "A");

    assertThat(result.ends()).containsExactly(new End("A", "P1", "N1", DAY));
    assertThat(result.begins())
        .containsExactly(new Begin("P1", "TIER2", "N1", "N", DAY, DAY_AFTER, null, null, "A"));
    assertThat(result.casesDue()).isNull();
  }

  @Test
  void everyRuleThatStandsInTheWayIsTold() {
    holds("A", "P1", "TIER2", "N1", DAY.plusDays(1), DAY_AFTER);
    ground = "Dislike";
    evidence = false;

    assertThat(refused("DOWN", "A"))
        .containsExactly(
            Rules.GROUND_IS_KNOWN,
            Rules.EVIDENCE_IS_NAMED,
            Rules.PLACE_HOLDS_THEN,
            Rules.STEP_LEADS_FROM_TIER,
            Rules.DELIVERS_IN_ZONE);
  }

  /** The papers let a failing provider drop, and keep the tier for what is there (LAN-FW-15). */
  @Test
  void whetherALocationIsNeededIsTheSchemesToSay() {
    holds("A", "P1", "TIER1", "N1");
    assertThat(refused("DOWN", "A")).containsExactly(Rules.DELIVERS_IN_ZONE);

    vehicle =
        PlaceStepVehicles.twoTiers(
            Map.of(
                "DOWN",
                new PlaceStep.Move("Down", List.of("TIER1"), "TIER2", false, List.of(), true)));
    allowed("DOWN", "A");
  }

  @Test
  void aMoveUpNeedsAPlaceThatIsFreeOnEveryLaterDay() {
    holds("A", "P1", "TIER2", "N1")
        .holds("B", "P2", "TIER1", "N1")
        .holds("C", "P3", "TIER1", "N1", DAY.plusYears(1), DAY_AFTER);
    assertThat(refused("UP", "A")).containsExactly(Rules.ZONE_KEEPS_ITS_NUMBER);

    places.removeLast();
    allowed("UP", "A");
  }

  @Test
  void aMoveUpKeepsTheAreaCap() {
    holds("A", "P1", "TIER2", "E1").holds("B", "P1", "TIER1", "N1").holds("C", "P1", "TIER1", "C1");
    assertThat(refused("UP", "A")).containsExactly(Rules.STAYS_WITHIN_CAPS);

    holds("D", "P1", "TIER2", "N2");
    allowed("UP", "D");
  }

  @Test
  void whoIsRemovedLeavesLocationsThatMove() {
    holds("A", "P1", "TIER2", "N1")
        .delivers("L1", "P1", "N1")
        .delivers("L2", "P2", "N1")
        .delivers("L3", "P1", "N2");

    PlaceStepResult result = allowed("REMOVE", "A");

    assertThat(result.begins()).isEmpty();
    assertThat(result.locationsThatMove()).containsExactly("L1");
    assertThat(result.casesDue()).isEqualTo(DAY.plusMonths(18));
  }

  @Test
  void aLocationForWhichAPlaceIsLeftStays() {
    places.add(new KnownPlace("A", "P1", "TIER2", "N1", "N", START, DAY_AFTER, "L1", null));
    places.add(new KnownPlace("B", "P1", "TIER2", "N1", "N", START, DAY_AFTER, "L2", null));
    delivers("L1", "P1", "N1").delivers("L2", "P1", "N1").delivers("L3", "P1", "N1");

    assertThat(allowed("REMOVE", "A").locationsThatMove()).containsExactly("L1");
  }

  @Test
  void aStepCanGoBackToThePlacesFirstDayAndNoFurther() {
    holds("A", "P1", "TIER2", "N1", DAY, DAY_AFTER);
    allowed("RESIGN", "A");

    on = DAY.minusDays(1);
    assertThat(refused("RESIGN", "A")).containsExactly(Rules.PLACE_HOLDS_THEN);

    on = DAY_AFTER;
    assertThat(refused("RESIGN", "A"))
        .containsExactly(Rules.FRAMEWORK_IS_IN_FORCE, Rules.PLACE_HOLDS_THEN);
  }

  @Test
  void aSaleTakesEverythingAlong() {
    buyer = "P2";
    holds("A", "P1", "TIER1", "N1").holds("B", "P1", "TIER2", "E1");
    assertThat(refused("NOVATE", "A")).containsExactly(Rules.ALL_PLACES_ARE_NAMED);

    assertThat(allowed("NOVATE", "A", "B").begins())
        .extracting(Begin::provider, Begin::tier, Begin::zone)
        .containsExactlyInAnyOrder(tuple("P2", "TIER1", "N1"), tuple("P2", "TIER2", "E1"));
  }

  @Test
  void theBuyerKeepsTheBetterPlaceOfTwo() {
    buyer = "P2";
    holds("A", "P1", "TIER1", "N1")
        .holds("B", "P2", "TIER2", "N1")
        .holds("C", "P1", "TIER2", "C1")
        .holds("D", "P2", "TIER1", "C1");

    PlaceStepResult result = allowed("NOVATE", "A", "C");

    assertThat(result.ends()).extracting(End::place).containsExactlyInAnyOrder("A", "B", "C");
    assertThat(result.begins()).extracting(Begin::zone).containsExactly("N1");
  }

  @Test
  void aSaleToWhoWouldExceedTheCapIsRefused() {
    buyer = "P2";
    holds("A", "P1", "TIER1", "E1").holds("B", "P2", "TIER1", "N1").holds("C", "P2", "TIER1", "C1");
    assertThat(refused("NOVATE", "A")).containsExactly(Rules.STAYS_WITHIN_CAPS);
  }

  @Test
  void nobodyBuysItself() {
    buyer = "P1";
    holds("A", "P1", "TIER2", "N1");
    assertThat(refused("NOVATE", "A")).contains(Rules.BUYER_IS_ANOTHER);
  }

  @Test
  void theBuyerMustHavePassedTheChecks() {
    vehicle =
        PlaceStepVehicles.twoTiers(
            Map.of("NOVATE", new PlaceStep.Novate("Sold", List.of("CQC"), List.of(), true)));
    buyer = "P2";
    holds("A", "P1", "TIER2", "N1");
    assertThat(refused("NOVATE", "A")).containsExactly(Rules.HAS_PASSED_CHECK);

    checks.add("CQC");
    allowed("NOVATE", "A");
  }

  @Test
  void aSoldBusinessIsCommissionedAnewWhereverItDelivers() {
    holds("A", "P1", "TIER1", "N1")
        .holds("B", "P1", "TIER2", "E1")
        .delivers("L1", "P1", "E1")
        .delivers("L2", "P1", "N1");

    PlaceStepResult result = allowed("RECOMMISSION", "A", "B");

    assertThat(result.begins()).isEmpty();
    assertThat(result.locationsThatMove()).containsExactly("L1", "L2");
  }

  @Test
  void whoIsAdmittedAtASiteDeliversThereAndHoldsNothingElse() {
    site = new Site("L1", "N1", "N");
    assertThat(refused("ADMIT")).containsExactly(Rules.DELIVERS_AT_SITE);

    delivers("L1", "P1", "N1");
    assertThat(allowed("ADMIT").begins())
        .containsExactly(new Begin("P1", "TIER2", "N1", "N", DAY, DAY_AFTER, "L1", null, null));

    holds("A", "P1", "TIER2", "N1");
    assertThat(refused("ADMIT")).containsExactly(Rules.HOLDS_NOTHING_ELSE_THERE);
  }

  @Test
  void aPlaceAtASiteIsNotMoved() {
    places.add(new KnownPlace("A", "P1", "TIER2", "N1", "N", START, DAY_AFTER, "L1", null));
    assertThat(refused("UP", "A")).contains(Rules.HOLDS_IN_THE_WHOLE_ZONE);
  }
}
