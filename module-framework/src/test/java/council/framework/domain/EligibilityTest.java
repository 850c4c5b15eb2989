package council.framework.domain;

import static council.framework.scheme.RequestKind.NEW;
import static council.framework.scheme.RequestKind.NEW_TENANT_AT_EXISTING_LOCATION;
import static council.framework.scheme.RequestKind.RE_PROCURED;
import static council.framework.scheme.SuspensionScope.BOTH;
import static council.framework.scheme.SuspensionScope.FILLING_VOIDS;
import static council.framework.scheme.SuspensionScope.NEW_BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.EligibilityFacts.AttributeFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.Request;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.domain.EligibilityResult.Answer;
import council.framework.scheme.Admission;
import council.framework.scheme.Award;
import council.framework.scheme.CapPolicy;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.NewBusinessRule;
import council.framework.scheme.NewBusinessRule.ChecksHold;
import council.framework.scheme.NewBusinessRule.HoldsLocation;
import council.framework.scheme.NewBusinessRule.HoldsPlace;
import council.framework.scheme.NewBusinessRule.MeetsCondition;
import council.framework.scheme.NewBusinessRule.NotSuspended;
import council.framework.scheme.NewBusinessRule.WithinAreaCap;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import council.platform.decision.Decided;
import council.platform.decision.Reason;
import council.platform.expression.ValueType;
import council.platform.json.CanonicalJson;
import council.platform.scheme.Condition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may take business in zone Z of area North on a day in force. */
class EligibilityTest {
  private static final LocalDate START = LocalDate.of(2015, 6, 1);
  private static final LocalDate DAY = LocalDate.of(2016, 3, 1);
  private static final List<NewBusinessRule> TIER_ONE_ONLY =
      List.of(
          new HoldsPlace(List.of("TIER1")), new NotSuspended(NEW_BUSINESS), new WithinAreaCap());

  private final List<PlaceFact> places = new ArrayList<>();
  private final List<SuspensionFact> suspensions = new ArrayList<>();
  private final List<HeldLocation> locations = new ArrayList<>();

  private List<NewBusinessRule> ruleOfNewBusiness = TIER_ONE_ONLY;
  private @Nullable AttributeFacts attributes;
  private @Nullable List<CheckFact> checks;

  private FrameworkSection section() {
    Vehicle vehicle =
        new Vehicle(
            "Framework",
            START,
            LocalDate.of(2018, 5, 31),
            List.of(),
            List.of(),
            BigDecimal.ZERO,
            List.of(
                new Tier.RankedPlaces("TIER1", "Tier 1", 4, Map.of(), true),
                new Tier.ExistingLocations("TIER2", "Tier 2")),
            2,
            null,
            CapPolicy.HIGHEST_SCORE_FIRST,
            List.of(),
            false,
            null,
            Map.of(
                NEW,
                ruleOfNewBusiness,
                NEW_TENANT_AT_EXISTING_LOCATION,
                List.of(
                    new HoldsLocation(List.of("TIER1", "TIER2")), new NotSuspended(FILLING_VOIDS))),
            new Award(10),
            new Admission.Round(),
            null);
    return new FrameworkSection(Map.of("V", vehicle));
  }

  private EligibilityTest holds(String provider, String tier, String zone, String area) {
    places.add(new PlaceFact(provider, tier, zone, area, START, null));
    return this;
  }

  private EligibilityTest suspended(String provider, SuspensionScope scope, int untilDay) {
    suspensions.add(
        new SuspensionFact(provider, scope, DAY.minusDays(9), DAY.withDayOfMonth(untilDay)));
    return this;
  }

  private Decided<EligibilityResult> ask(RequestKind kind, LocalDate date, @Nullable String where) {
    List<String> providers = places.stream().map(PlaceFact::provider).toList();
    EligibilityFacts facts =
        new EligibilityFacts(
            "V",
            new Request("Z", "North", kind, date, where),
            providers,
            places,
            suspensions,
            locations,
            attributes,
            null,
            null,
            checks);
    String kept = CanonicalJson.text(facts);
    assertThat(CanonicalJson.text(CanonicalJson.read(kept, EligibilityFacts.class)))
        .isEqualTo(kept);
    return new AnswerEligibility().decide(section(), facts);
  }

  private List<String> eligible(RequestKind kind, LocalDate date, @Nullable String where) {
    return ask(kind, date, where).result().answers().stream()
        .filter(Answer::eligible)
        .map(Answer::provider)
        .toList();
  }

  @Test
  void newBusinessIsForTierOneOfTheZone() {
    holds("P2", "TIER1", "Z", "North").holds("P1", "TIER2", "Z", "North");
    holds("P3", "TIER1", "ELSEWHERE", "North");

    assertThat(eligible(NEW, DAY, null)).containsExactly("P2");
    assertThat(ask(NEW, DAY, null).result().answers())
        .extracting(Answer::provider)
        .containsExactly("P1", "P2", "P3");
  }

  @Test
  void aPlaceCountsFromItsFirstDayToTheDayBeforeItEnds() {
    places.add(new PlaceFact("P1", "TIER1", "Z", "North", DAY, DAY.plusDays(1)));

    assertThat(eligible(NEW, DAY.minusDays(1), null)).isEmpty();
    assertThat(eligible(NEW, DAY, null)).containsExactly("P1");
    assertThat(eligible(NEW, DAY.plusDays(1), null)).isEmpty();
  }

  @Test
  void nobodyIsEligibleOutsideTheFrameworksTerm() {
    places.add(new PlaceFact("P1", "TIER1", "Z", "North", START.minusYears(1), null));

    assertThat(eligible(NEW, START.minusDays(1), null)).isEmpty();
    assertThat(eligible(NEW, LocalDate.of(2018, 5, 31), null)).containsExactly("P1");
    assertThat(eligible(NEW, LocalDate.of(2018, 6, 1), null)).isEmpty();
  }

  @Test
  void aSuspensionStopsWhatItCoversWhileItLasts() {
    holds("P1", "TIER1", "Z", "North").suspended("P1", NEW_BUSINESS, 2);
    holds("P2", "TIER1", "Z", "North").suspended("P2", BOTH, 2);
    holds("P3", "TIER1", "Z", "North").suspended("P3", FILLING_VOIDS, 2);
    holds("P4", "TIER1", "Z", "North").suspended("P4", NEW_BUSINESS, 1);

    assertThat(eligible(NEW, DAY, null)).containsExactly("P3", "P4");
  }

  @Test
  void aThirdAreaIsTooManyButTierTwoDoesNotCount() {
    holds("P1", "TIER1", "Z", "North").holds("P1", "TIER1", "C", "Central");
    holds("P1", "TIER1", "E", "East");
    holds("P2", "TIER1", "Z", "North").holds("P2", "TIER1", "C", "Central");
    holds("P2", "TIER2", "E", "East");

    assertThat(eligible(NEW, DAY, null)).containsExactly("P2");
  }

  @Test
  void aVacancyIsForWhoeverHoldsTheLocation() {
    holds("P1", "TIER1", "Z", "North").holds("P2", "TIER2", "Z", "North");
    locations.add(new HeldLocation("L2", "P2", "Z"));
    locations.add(new HeldLocation("L1", "P1", "Z"));

    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, DAY, "L2")).containsExactly("P2");
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, DAY, "L1")).containsExactly("P1");
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, DAY, null)).isEmpty();
    suspended("P2", FILLING_VOIDS, 9);
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, DAY, "L2")).isEmpty();
  }

  @Test
  void aKindThatTheSchemeLeavesOutIsGivenToNobody() {
    holds("P1", "TIER1", "Z", "North");

    Decided<EligibilityResult> decided = ask(RE_PROCURED, DAY, null);

    assertThat(decided.result().answers()).containsExactly(new Answer("P1", false));
    assertThat(decided.reasons().getFirst().because())
        .filteredOn(Reason::failed)
        .extracting(Reason::rule)
        .containsExactly(Rules.BUSINESS_IS_GIVEN);
  }

  @Test
  void everyRuleThatWasTriedIsToldInASentence() {
    holds("P1", "TIER2", "Z", "North").suspended("P1", BOTH, 9);

    Reason tree = ask(NEW, DAY, null).reasons().getFirst();

    assertThat(tree.because())
        .extracting(Reason::rule)
        .containsExactly(
            Rules.FRAMEWORK_IS_IN_FORCE,
            Rules.HOLDS_PLACE_IN_ZONE,
            Rules.IS_NOT_SUSPENDED,
            Rules.STAYS_WITHIN_AREA_CAP);
    assertThat(tree.because())
        .extracting(ReasonTexts::sentence)
        .containsExactly(
            "The framework is in force on 2016-03-01.",
            "Holds no place of TIER1 in Z on 2016-03-01.",
            "Suspended (BOTH) from 2016-02-21 on, and so on 2016-03-01.",
            "Its areas with this one (North) stay within the cap of 2.");
  }

  private void condition(String when) {
    ruleOfNewBusiness = List.of(new MeetsCondition("Pays fairly", new Condition(when)));
  }

  private static AttributeFacts known(Map<String, Map<String, String>> values) {
    return new AttributeFacts(
        Map.of(
            "provider.LIVING_WAGE",
            ValueType.TRUE_OR_FALSE,
            "provider.STAFF",
            ValueType.WHOLE_NUMBER),
        values);
  }

  @Test
  void aConditionIsTriedOnEachProvidersOwnAttributes() {
    holds("P1", "TIER1", "Z", "North").holds("P2", "TIER1", "Z", "North");
    holds("P3", "TIER1", "Z", "North");
    condition("provider.LIVING_WAGE == true && provider.STAFF >= 10 && request.zone == 'Z'");
    attributes =
        known(
            Map.of(
                "P1", Map.of("provider.LIVING_WAGE", "true", "provider.STAFF", "10"),
                "P2", Map.of("provider.LIVING_WAGE", "true", "provider.STAFF", "9"),
                "P3", Map.of("provider.STAFF", "90")));

    assertThat(eligible(NEW, DAY, null)).containsExactly("P1");
    assertThat(ask(NEW, DAY, null).reasons())
        .extracting(tree -> ReasonTexts.sentence(tree.because().getLast()))
        .containsExactly(
            "Pays fairly: provider.LIVING_WAGE == true && provider.STAFF >= 10 && request.zone =="
                + " 'Z' holds.",
            "Pays fairly: provider.LIVING_WAGE == true && provider.STAFF >= 10 && request.zone =="
                + " 'Z' does not hold.",
            "Pays fairly: not known to be so, since provider.LIVING_WAGE has no value.");
    assertThat(ask(NEW, DAY, null).reasons().getFirst().because().getLast().seen())
        .containsEntry("provider.STAFF", "10")
        .containsEntry("request.zone", "Z");
  }

  @Test
  void aConditionThatTheFactsDoNotFitIsMetByNobodyAndStopsNothing() {
    holds("P1", "TIER1", "Z", "North");
    condition("provider.LIVING_WAGE > 5");
    attributes = known(Map.of("P1", Map.of("provider.LIVING_WAGE", "true")));
    assertThat(eligible(NEW, DAY, null)).isEmpty();

    condition("provider.UNHEARD_OF == 'x'");
    attributes = null;
    assertThat(eligible(NEW, DAY, null)).isEmpty();
  }

  @Test
  void factsKeptBeforeConditionsAreWrittenAsTheyWere() {
    holds("P1", "TIER1", "Z", "North");
    EligibilityFacts facts =
        new EligibilityFacts(
            "V",
            new Request("Z", "North", NEW, DAY, null),
            List.of("P1"),
            places,
            suspensions,
            locations);

    assertThat(CanonicalJson.text(facts)).doesNotContain("attributes");
  }

  @Test
  void checksThatTheRuleNamesHoldOnTheDayOfTheRequest() {
    holds("P1", "TIER1", "Z", "North").holds("P2", "TIER1", "Z", "North");
    holds("P3", "TIER1", "Z", "North");
    ruleOfNewBusiness = List.of(new ChecksHold(List.of("WAGE", "CODE")));
    checks =
        List.of(
            new CheckFact("P1", "WAGE", "Yes", true, DAY.minusYears(1), DAY.plusDays(1)),
            new CheckFact("P1", "CODE", "Yes", true, null, null),
            new CheckFact("P2", "WAGE", "Yes", true, DAY.minusYears(1), DAY),
            new CheckFact("P2", "CODE", "Yes", true, DAY, null),
            new CheckFact("P3", "CODE", "No", false, DAY, null));

    assertThat(eligible(NEW, DAY, null)).containsExactly("P1");
    assertThat(eligible(NEW, DAY.plusDays(1), null)).isEmpty();
    Reason tried = ask(NEW, DAY, null).reasons().get(2).because().getLast();
    assertThat(ReasonTexts.sentence(tried))
        .isEqualTo("Not all of the checks WAGE, CODE hold on 2016-03-01.");
    assertThat(tried.because())
        .extracting(ReasonTexts::sentence)
        .containsExactly(
            "WAGE: nothing is recorded by 2016-03-01.",
            "CODE: No on 2016-03-01 is no pass that holds on 2016-03-01.");
    checks = null;
    assertThat(eligible(NEW, DAY, null)).isEmpty();
  }
}
