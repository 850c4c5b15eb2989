package council.app;

import static council.framework.scheme.RequestKind.NEW;
import static council.framework.scheme.RequestKind.NEW_TENANT_AT_EXISTING_LOCATION;
import static council.framework.scheme.RequestKind.RE_PROCURED;
import static org.assertj.core.api.Assertions.assertThat;

import council.framework.domain.AnswerEligibility;
import council.framework.domain.EligibilityFacts;
import council.framework.domain.EligibilityFacts.HeldLocation;
import council.framework.domain.EligibilityFacts.PlaceFact;
import council.framework.domain.EligibilityFacts.Request;
import council.framework.domain.EligibilityFacts.SuspensionFact;
import council.framework.domain.EligibilityResult.Answer;
import council.framework.scheme.RequestKind;
import council.framework.scheme.SuspensionScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may take business in Lancaster, by the scheme that ships for Lancashire. */
class LancashireNewBusinessTest {
  private static final LocalDate START = LocalDate.of(2015, 6, 1);

  private final List<PlaceFact> places = new ArrayList<>();
  private final List<SuspensionFact> suspensions = new ArrayList<>();
  private final List<HeldLocation> locations = new ArrayList<>();
  private LocalDate date = LocalDate.of(2016, 1, 4);

  @ParameterizedTest
  @EnumSource(names = {"NEW", "RE_PROCURED"})
  void businessGoesToTierOneOfTheZoneOnly(RequestKind kind) {
    given("TIER1-HERE", "TIER1", "LAN", "North");
    given("TIER1-NEXT-DOOR", "TIER1", "WYR", "North");
    given("TIER2-HERE", "TIER2", "LAN", "North");

    assertThat(eligible(kind, null)).containsExactly("TIER1-HERE");
  }

  @ParameterizedTest
  @EnumSource(names = {"NEW", "RE_PROCURED"})
  void nobodyTakesBusinessInAThirdArea(RequestKind kind) {
    given("TWO-AREAS", "TIER1", "LAN", "North");
    given("TWO-AREAS", "TIER1", "PRE", "Central");
    given("THREE-AREAS", "TIER1", "LAN", "North");
    given("THREE-AREAS", "TIER1", "PRE", "Central");
    given("THREE-AREAS", "TIER1", "BUR", "East");

    assertThat(eligible(kind, null)).containsExactly("TWO-AREAS");
  }

  @Test
  void businessAlreadyHeldElsewhereDoesNotCountTowardsTheCap() {
    given("KEEPS-OLD-BUSINESS", "TIER1", "LAN", "North");
    given("KEEPS-OLD-BUSINESS", "TIER1", "PRE", "Central");
    given("KEEPS-OLD-BUSINESS", "TIER2", "BUR", "East");

    assertThat(eligible(NEW, null)).containsExactly("KEEPS-OLD-BUSINESS");
  }

  @Test
  void aVacancyGoesToTheProviderOfTheLocationWhateverItsTier() {
    given("TIER1-HERE", "TIER1", "LAN", "North");
    given("TIER2-HERE", "TIER2", "LAN", "North");
    given("TIER2-BESIDE", "TIER2", "LAN", "North");
    locations.add(new HeldLocation("L1", "TIER2-HERE", "LAN"));
    locations.add(new HeldLocation("L2", "TIER1-HERE", "LAN"));

    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, "L1")).containsExactly("TIER2-HERE");
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, "L2")).containsExactly("TIER1-HERE");
  }

  @Test
  void suspensionFromNewBusinessLeavesVacanciesOpen() {
    givenOneProviderSuspendedFrom(SuspensionScope.NEW_BUSINESS);

    assertThat(eligible(NEW, null)).isEmpty();
    assertThat(eligible(RE_PROCURED, null)).isEmpty();
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, "L1")).containsExactly("SUSPENDED");
  }

  @Test
  void suspensionFromVacanciesLeavesNewBusinessOpen() {
    givenOneProviderSuspendedFrom(SuspensionScope.FILLING_VOIDS);

    assertThat(eligible(NEW, null)).containsExactly("SUSPENDED");
    assertThat(eligible(NEW_TENANT_AT_EXISTING_LOCATION, "L1")).isEmpty();
  }

  @Test
  void nothingIsGivenBeforeTheFrameworkStartsOrAfterItsThreeYears() {
    given("TIER1-HERE", "TIER1", "LAN", "North");

    date = START.minusDays(1);
    assertThat(eligible(NEW, null)).isEmpty();
    date = START;
    assertThat(eligible(NEW, null)).containsExactly("TIER1-HERE");
    date = START.plusYears(3).minusDays(1);
    assertThat(eligible(NEW, null)).containsExactly("TIER1-HERE");
    date = START.plusYears(3);
    assertThat(eligible(NEW, null)).isEmpty();
  }

  private void given(String provider, String tier, String zone, String area) {
    places.add(new PlaceFact(provider, tier, zone, area, LocalDate.of(2015, 5, 1), null));
  }

  private void givenOneProviderSuspendedFrom(SuspensionScope scope) {
    given("SUSPENDED", "TIER1", "LAN", "North");
    locations.add(new HeldLocation("L1", "SUSPENDED", "LAN"));
    suspensions.add(new SuspensionFact("SUSPENDED", scope, LocalDate.of(2016, 1, 1), null));
  }

  private List<String> eligible(RequestKind kind, @Nullable String location) {
    var facts =
        new EligibilityFacts(
            "SUPPORTED_LIVING",
            new Request("LAN", "North", kind, date, location),
            places.stream().map(PlaceFact::provider).distinct().toList(),
            places,
            suspensions,
            locations);
    return new AnswerEligibility()
        .decide(ShippedCouncils.framework("lancashire"), facts).result().answers().stream()
            .filter(Answer::eligible)
            .map(Answer::provider)
            .toList();
  }
}
