package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import council.app.demo.DemoCatalogue;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.framework.domain.EligibilityFacts;
import council.platform.data.Transactions;
import council.platform.decision.Effect;
import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.simulation.LiveFacts;
import council.platform.simulation.LiveFacts.Case;
import council.platform.simulation.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Drafts of Lancashire's scheme, tried on the round and the places that Lancashire has. */
final class FrameworkSimulationTest {
  private static final String VEHICLE = "framework.vehicles.SUPPORTED_LIVING.";
  private static final String ROUND = "LAN-SL-2015";
  private static final Span SPAN = new Span(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 12, 31));
  private static final Actor AUDITOR =
      new Actor("lancashire", new UUID(0, 1), "auditor", Set.of(Role.AUDITOR), Set.of(), Set.of());

  private final DemoServer demo = DemoServer.shared();
  private final String document =
      DemoCatalogue.load().councils().stream()
          .filter(council -> council.code().equals("lancashire"))
          .findFirst()
          .orElseThrow()
          .scheme();
  private final SchemeDocument scheme = draft(Map.of());

  private SchemeDocument draft(Map<String, String> changes) {
    return SchemeReader.ofInstalledModules().withOverrides(changes).read(document).getScheme();
  }

  private <T> T reading(Supplier<T> work) {
    return demo.instance().context().getBean(Transactions.class).read(AUDITOR, work);
  }

  private LiveFacts<?, ?, ?> facts(String kind) {
    return demo.instance().context().getBeansOfType(LiveFacts.class).stream()
        .map(found -> (LiveFacts<?, ?, ?>) found)
        .filter(found -> found.engine().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static <S, F, R> Map<String, Effect> effects(
      LiveFacts<S, F, R> live, Case which, SchemeDocument scheme) {
    Map<String, Effect> effects = new LinkedHashMap<>();
    live.findFacts(which, scheme)
        .ifPresent(facts -> {
          var section = scheme.findSection(live.engine().sectionType()).orElseThrow();
          live.engine()
              .effects(facts, live.engine().decide(section, facts))
              .forEach(effect -> effects.put(effect.key(), effect));
        });
    return effects;
  }

  /** Of all cases of a kind: key of the effect to "value before -> value after". */
  private Map<String, String> differences(String kind, SchemeDocument after, String caseKey) {
    return reading(() -> {
      LiveFacts<?, ?, ?> live = facts(kind);
      Map<String, String> differing = new TreeMap<>();
      for (Case which : live.listCases(SPAN, scheme, after, null, 1000)) {
        if (which.key().startsWith(caseKey)) {
          var was = effects(live, which, scheme);
          var is = effects(live, which, after);
          was.forEach((key, effect) -> tell(key, effect, is.get(key), differing));
          is.forEach((key, effect) -> tell(key, was.get(key), effect, differing));
        }
      }
      return differing;
    });
  }

  private static void tell(
      String key, @Nullable Effect was, @Nullable Effect is, Map<String, String> differing) {
    if (was == null || is == null || !was.comesOutAs(is)) {
      differing.put(key, value(was) + " -> " + value(is));
    }
  }

  private static String value(@Nullable Effect effect) {
    return effect == null ? "nothing" : effect.value();
  }

  @Test
  void aFurtherPlaceInOneZoneGoesToTheNextInItsRankingAndToNobodyElse() {
    var after = draft(Map.of(VEHICLE + "tiers[0].placesByZone.RIB", "4"));

    assertThat(differences("framework.allocation", after, ROUND))
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "outcome/P058", "NOT_PLACED -> TIER1", "place/RIB/P058", "nothing -> TIER1")));
  }

  @Test
  void theSameSchemeChangesNothing() {
    assertThat(differences("framework.allocation", scheme, ROUND)).isEmpty();
    assertThat(differences("framework.eligibility", scheme, "")).isEmpty();
  }

  @Test
  void aCriterionThatNobodyWasScoredOnIsToldAndStopsNothing() {
    var after =
        draft(
            Map.of(
                VEHICLE + "criteria[0].code",
                "NEW_ONE",
                VEHICLE + "tieBreakers[0]",
                "criterion:NEW_ONE"));

    var differing = differences("framework.allocation", after, ROUND);

    assertThat(differing).containsValue("TIER1 -> UNSUCCESSFUL").containsValue("TIER1 -> nothing");
    assertThat(reading(() -> effects(facts("framework.allocation"), round(), after)).values())
        .allMatch(effect -> !effect.key().startsWith("place/"))
        .extracting(effect -> effect.reasons().toString())
        .anyMatch(reasons -> reasons.contains("hasScoreOfCriterion"));
  }

  @Test
  void aScaleThatScoresDoNotFitIsToldAndStopsNothing() {
    var after = draft(Map.of(VEHICLE + "criteria[0].maximumScore", "5"));

    assertThat(differences("framework.allocation", after, ROUND)).isNotEmpty();
  }

  @Test
  void aZoneThatIsDroppedHasNoPlaces() {
    var after =
        draft(
            Map.of(VEHICLE + "zones", "[LAN, PRE, RIB]", VEHICLE + "tiers[0].placesByZone", "{}"));

    assertThat(differences("framework.allocation", after, ROUND))
        .containsEntry("place/WYR/" + holder("WYR"), "TIER1 -> nothing")
        .allSatisfy((key, value) ->
            assertThat(key.startsWith("place/WYR/") && value.startsWith("nothing")).isFalse());
  }

  private String holder(String zone) {
    return demo.ask(
            "lancashire",
            Role.AUDITOR,
            "{ places(first: 1, zone: \"%s\", tier: \"TIER1\") { nodes { provider { reference } } } }"
                .formatted(zone))
        .at("/places/nodes/0/provider/reference")
        .asText();
  }

  private Case round() {
    return new Case(ROUND, "");
  }

  @Test
  void aRoundCountsWhereItsFrameworkMeetsTheSpan() {
    LiveFacts<?, ?, ?> live = facts("framework.allocation");
    var afterwards = new Span(LocalDate.of(2018, 6, 1), LocalDate.of(2018, 12, 31));
    var lastDay = new Span(LocalDate.of(2018, 5, 31), LocalDate.of(2018, 12, 31));

    assertThat(reading(() -> live.listCases(lastDay, scheme, scheme, null, 1000)))
        .extracting(Case::key)
        .contains(ROUND);
    assertThat(reading(() -> live.listCases(afterwards, scheme, scheme, null, 1000)))
        .extracting(Case::key)
        .doesNotContain(ROUND);
  }

  @Test
  void casesArePagedByKeyAndCounted() {
    LiveFacts<?, ?, ?> live = facts("framework.eligibility");
    List<String> paged =
        reading(() -> {
          List<String> keys = new ArrayList<>();
          List<Case> page = live.listCases(SPAN, scheme, scheme, null, 5);
          while (!page.isEmpty()) {
            page.forEach(found -> keys.add(found.key()));
            page = live.listCases(SPAN, scheme, scheme, keys.getLast(), 5);
          }
          return keys;
        });

    assertThat(paged).isSorted().doesNotHaveDuplicates().hasSize(24);
    assertThat(paged).contains("SUPPORTED_LIVING/PRE/NEW/2015-06-01");
    assertThat(reading(() -> live.countCases(SPAN, scheme, scheme))).isEqualTo(24);
  }

  @Test
  void givingNewBusinessToTheSecondTierAsWellChangesNewBusinessOnly() {
    var after = draft(Map.of(VEHICLE + "newBusiness.NEW[0].tiers", "[TIER1, TIER2]"));

    var inWyre = differences("framework.eligibility", after, "SUPPORTED_LIVING/WYR/NEW/");

    assertThat(inWyre).isNotEmpty();
    assertThat(inWyre.values()).containsOnly("may not -> may take it");
    assertThat(differences("framework.eligibility", after, "SUPPORTED_LIVING/WYR/RE_PROCURED/"))
        .isEmpty();
  }

  @Test
  void thePlacesOfAVehicleAreReadOnceForAllItsQuestions() {
    LiveFacts<?, ?, ?> live = facts("framework.eligibility");

    List<EligibilityFacts> known =
        reading(() ->
            live.listCases(SPAN, scheme, scheme, null, 1000).stream()
                .flatMap(which -> live.findFacts(which, scheme).stream())
                .map(EligibilityFacts.class::cast)
                .toList());

    assertThat(known).hasSize(24);
    assertThat(known.getFirst().places()).isNotEmpty();
    assertThat(known)
        .allSatisfy(facts -> assertThat(facts.places()).isSameAs(known.getFirst().places()));
  }

  @Test
  void nothingComesAboutUnderASchemeThatDoesNotSpeakOfTheVehicle() {
    var other =
        SchemeReader.ofInstalledModules()
            .read(document.replace("SUPPORTED_LIVING", "SUPPORTED_HOUSING"))
            .getScheme();

    assertThat(reading(() -> facts("framework.allocation").findFacts(round(), other).isEmpty()))
        .isTrue();
    assertThat(
            reading(() ->
                facts("framework.eligibility")
                    .findFacts(new Case("SUPPORTED_LIVING/PRE/NEW/2015-06-01", ""), other)
                    .isEmpty()))
        .isTrue();
  }
}
